/**
 * @file Weights that are not numbers load without a word and answer nonsense. Norms and biases are looked at whole, large
 * tensors at their beginning, middle and end; of quantised ones the scales.
 */
import type { Buffer } from 'node:buffer';
import type { FileSteps } from './file-steps.ts';
import type { Header, TensorPlace } from './header.ts';
import type { PreflightFault } from './preflight-fault.ts';
import { blockOf, type TensorType } from './tensor-type.ts';

/** Where in a block a half float lies that all its numbers are multiplied with. */
const scalesOf: Partial<Record<TensorType, readonly number[]>> = {
  F16: [0],
  Q4_0: [0],
  Q4_1: [0, 2],
  Q5_0: [0],
  Q5_1: [0, 2],
  Q8_0: [0],
  Q2_K: [80, 82],
  Q3_K: [108],
  Q4_K: [0, 2],
  Q5_K: [0, 2],
  Q6_K: [208],
  IQ4_NL: [0],
  IQ4_XS: [0],
};

const largestWhole = 1 << 20;
const sampleBytes = 8192;
const mostSampled = 96;

/** The first tensor in which something is not a number. `all` looks at everything, for adapters. */
export async function finiteFaults(steps: FileSteps, { tensors }: Header, all = false): Promise<PreflightFault[]> {
  for (const tensor of all ? tensors : chosen(tensors)) {
    for (const [start, bytes] of all ? wholeOf(tensor) : samplesOf(tensor)) {
      if (!areFinite(tensor.type, await steps.bytesAt(start, bytes)))
        return [{ reason: 'not-finite', detail: tensor.name }];
    }
  }
  return [];
}

/** All the short ones, and of the long ones some from everywhere. */
function chosen(tensors: readonly TensorPlace[]): readonly TensorPlace[] {
  const long = tensors.filter(({ dimensions }) => dimensions.length > 1);
  const stride = Math.max(1, Math.ceil(long.length / mostSampled));
  return [...tensors.filter(({ dimensions }) => dimensions.length === 1), ...long.filter((_, i) => i % stride === 0)];
}

function wholeOf({ start, bytes, type }: TensorPlace): readonly (readonly [start: number, bytes: number])[] {
  const most = Math.floor(largestWhole / blockOf(type).bytes) * blockOf(type).bytes;
  const pieces: (readonly [number, number])[] = [];
  for (let at = 0; at < bytes; at += most) pieces.push([start + at, Math.min(most, bytes - at)]);
  return pieces;
}

function samplesOf(tensor: TensorPlace): readonly (readonly [start: number, bytes: number])[] {
  const { start, bytes, dimensions, type } = tensor;
  const block = blockOf(type).bytes;
  const length = Math.floor(sampleBytes / block) * block;
  if (bytes <= length * 3 || (dimensions.length === 1 && bytes <= largestWhole)) return wholeOf(tensor);
  const middle = Math.floor(bytes / 2 / block) * block;
  return [0, middle, bytes - length].map((at) => [start + at, length] as const);
}

function areFinite(type: TensorType, bytes: Buffer): boolean {
  if (type === 'F32') return hasNoFullExponent(bytes, 4, [2], 0x7f80);
  if (type === 'BF16') return hasNoFullExponent(bytes, 2, [0], 0x7f80);
  return hasNoFullExponent(bytes, blockOf(type).bytes, scalesOf[type] ?? [], 0x7c00);
}

/** An exponent of all ones is infinite or not a number. `mask` covers it in the 16 bits that begin at each of `places`. */
function hasNoFullExponent(bytes: Buffer, block: number, places: readonly number[], mask: number): boolean {
  for (const place of places)
    for (let at = place; at + 2 <= bytes.length; at += block)
      if (((bytes[at]! | (bytes[at + 1]! << 8)) & mask) === mask) return false;
  return true;
}
