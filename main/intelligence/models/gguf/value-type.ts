/** @file The types a metadata value may have, by name. GGUF v3 numbers them; no other file needs the numbers. */

const codes = {
  u8: 0,
  i8: 1,
  u16: 2,
  i16: 3,
  u32: 4,
  i32: 5,
  f32: 6,
  bool: 7,
  text: 8,
  list: 9,
  u64: 10,
  i64: 11,
  f64: 12,
} as const;

export type ValueType = keyof typeof codes;
export type NumberType = Exclude<ValueType, 'bool' | 'text' | 'list'>;
/** What a list may hold: anything but lists. */
export type ItemType = Exclude<ValueType, 'list'>;

const names = new Map(Object.entries(codes).map(([name, code]) => [code as number, name as ValueType]));

export const codeOfValueType = (type: ValueType): number => codes[type];

export const valueTypeOf = (code: number): ValueType | undefined => names.get(code);

/** Bytes of one value; a text is a length of eight bytes and what it says, so eight at least. */
export const leastBytes: Readonly<Record<ItemType, number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  bool: 1,
  text: 8,
  u64: 8,
  i64: 8,
  f64: 8,
};
