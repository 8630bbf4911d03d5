/** @file What every way of storing weights can do. */
export interface BlockFormat {
  /** Stores whole blocks of numbers. */
  readonly encode: (numbers: Float32Array) => Uint8Array<ArrayBuffer>;
  /** The numbers of whole blocks, into `numbers`. */
  readonly decode: (bytes: Uint8Array, numbers: Float32Array) => void;
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** `value` as a whole number from `least` to `most`. */
export const wholeWithin = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));
