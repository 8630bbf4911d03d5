/** @file Weights as numbers, and numbers as weights of a type. */
import { invariant } from '#foundation/errors.ts';
import type { BlockFormat } from './blocks/block-format.ts';
import { bf16, f16, f32 } from './blocks/plain-formats.ts';
import { q4_0 } from './blocks/q4-0.ts';
import { q4_k } from './blocks/q4-k.ts';
import { q5_k } from './blocks/q5-k.ts';
import { q6_k } from './blocks/q6-k.ts';
import { q8_0 } from './blocks/q8-0.ts';
import { blockOf, bytesOf, type TensorType } from './tensor-type.ts';

const formats = {
  F32: f32,
  F16: f16,
  BF16: bf16,
  Q8_0: q8_0,
  Q4_0: q4_0,
  Q4_K: q4_k,
  Q5_K: q5_k,
  Q6_K: q6_k,
} as const satisfies Partial<Record<TensorType, BlockFormat>>;

/** The types whose weights can be read and written here. */
export type ReadableType = keyof typeof formats;

export const isReadable = (type: TensorType): type is ReadableType => Object.hasOwn(formats, type);

/** `numbers` as bytes of `type`; their count must be a multiple of its block. */
export function quantise(type: ReadableType, numbers: Float32Array): Uint8Array<ArrayBuffer> {
  invariant(numbers.length % blockOf(type).numbers === 0, `${type} stores whole blocks of ${blockOf(type).numbers}`);
  return formats[type].encode(numbers);
}

/** The numbers that `bytes` of `type` stand for. */
export function dequantise(type: ReadableType, bytes: Uint8Array, count: number): Float32Array<ArrayBuffer> {
  invariant(bytes.byteLength === bytesOf([count], type), `${count} numbers of ${type} have their bytes`);
  const numbers = new Float32Array(count);
  formats[type].decode(bytes, numbers);
  return numbers;
}
