/** @file How the numbers of a tensor are stored: ggml's types by name, with the size of their blocks. */

interface Layout {
  readonly code: number;
  /** Numbers in a block. */
  readonly numbers: number;
  /** Bytes of a block. */
  readonly bytes: number;
}

/** Every type llama.cpp v0.4.0 loads. The layouts are ggml's. */
const layouts = {
  F32: { code: 0, numbers: 1, bytes: 4 },
  F16: { code: 1, numbers: 1, bytes: 2 },
  Q4_0: { code: 2, numbers: 32, bytes: 18 },
  Q4_1: { code: 3, numbers: 32, bytes: 20 },
  Q5_0: { code: 6, numbers: 32, bytes: 22 },
  Q5_1: { code: 7, numbers: 32, bytes: 24 },
  Q8_0: { code: 8, numbers: 32, bytes: 34 },
  Q2_K: { code: 10, numbers: 256, bytes: 84 },
  Q3_K: { code: 11, numbers: 256, bytes: 110 },
  Q4_K: { code: 12, numbers: 256, bytes: 144 },
  Q5_K: { code: 13, numbers: 256, bytes: 176 },
  Q6_K: { code: 14, numbers: 256, bytes: 210 },
  IQ2_XXS: { code: 16, numbers: 256, bytes: 66 },
  IQ2_XS: { code: 17, numbers: 256, bytes: 74 },
  IQ3_XXS: { code: 18, numbers: 256, bytes: 98 },
  IQ1_S: { code: 19, numbers: 256, bytes: 50 },
  IQ4_NL: { code: 20, numbers: 32, bytes: 18 },
  IQ3_S: { code: 21, numbers: 256, bytes: 110 },
  IQ2_S: { code: 22, numbers: 256, bytes: 82 },
  IQ4_XS: { code: 23, numbers: 256, bytes: 136 },
  I8: { code: 24, numbers: 1, bytes: 1 },
  I16: { code: 25, numbers: 1, bytes: 2 },
  I32: { code: 26, numbers: 1, bytes: 4 },
  I64: { code: 27, numbers: 1, bytes: 8 },
  F64: { code: 28, numbers: 1, bytes: 8 },
  IQ1_M: { code: 29, numbers: 256, bytes: 56 },
  BF16: { code: 30, numbers: 1, bytes: 2 },
  TQ1_0: { code: 34, numbers: 256, bytes: 54 },
  TQ2_0: { code: 35, numbers: 256, bytes: 66 },
  MXFP4: { code: 39, numbers: 32, bytes: 17 },
} as const satisfies Readonly<Record<string, Layout>>;

export type TensorType = keyof typeof layouts;

const names = new Map(Object.entries(layouts).map(([name, { code }]) => [code as number, name as TensorType]));

export const codeOfTensorType = (type: TensorType): number => layouts[type].code;

export const tensorTypeOf = (code: number): TensorType | undefined => names.get(code);

export const blockOf = (type: TensorType): Layout => layouts[type];

/** Numbers in a tensor of these dimensions; the first dimension is the length of a row. */
export const countOf = (dimensions: readonly number[]): number =>
  dimensions.reduce((product, dimension) => product * dimension, 1);

/** Bytes a tensor of these dimensions takes in a file. Its rows must be whole blocks. */
export function bytesOf(dimensions: readonly number[], type: TensorType): number {
  const { numbers, bytes } = layouts[type];
  return (countOf(dimensions) / numbers) * bytes;
}
