/** `T` as zod infers it: the same, without `readonly`. */
export type Wire<T> = T extends string | number | boolean | bigint | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Wire<T[Key]> }
      : T;

/** The value itself: on the wire it is copied, so nothing that was read-only can be written through it. */
export function toWire<T>(value: T): Wire<T> {
  return value as Wire<T>;
}
