/** The keys of `T` with any text behind each: what a translation must have. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
