/**
 * @file What Q4_K and Q5_K share: 256 numbers in eight sub-blocks of 32, each y = d·scale·q − dmin·minimum, the eight scales
 * and minima packed as 6-bit numbers into twelve bytes.
 *
 * Encoding takes the plain range of each sub-block, where ggml searches for the best: valid, a little less exact.
 */
import { fromHalf, toHalf } from '../half-float.ts';
import { wholeWithin } from './block-format.ts';

export const superBlock = 256;
export const subBlock = 32;
const subBlocks = 8;

/** The 6-bit scale of sub-block `j`; `at` is where the twelve bytes begin. */
export function scaleIn(bytes: Uint8Array, at: number, j: number): number {
  return j < 4 ? bytes[at + j]! & 63 : (bytes[at + j + 4]! & 15) | ((bytes[at + j - 4]! >> 6) << 4);
}

/** The 6-bit minimum of sub-block `j`. */
export function minimumIn(bytes: Uint8Array, at: number, j: number): number {
  return j < 4 ? bytes[at + j + 4]! & 63 : (bytes[at + j + 4]! >> 4) | ((bytes[at + j]! >> 6) << 4);
}

/**
 * Writes d, dmin and the twelve bytes at `at`, and answers the 256 quanta from 0 to `most`.
 */
export function encodeSubBlocks(
  numbers: Float32Array,
  from: number,
  most: number,
  view: DataView,
  at: number,
): Uint8Array {
  const ranges = Array.from({ length: subBlocks }, (_, j) => rangeOf(numbers, from + j * subBlock));
  view.setUint16(at, toHalf(Math.max(...ranges.map(({ low, high }) => (high - low) / most)) / 63), true);
  view.setUint16(at + 2, toHalf(Math.max(...ranges.map(({ low }) => -low)) / 63), true);
  const scale = fromHalf(view.getUint16(at, true));
  const minimum = fromHalf(view.getUint16(at + 2, true));
  const quanta = new Uint8Array(superBlock);
  ranges.forEach(({ low, high }, j) => {
    const scaleBits = scale ? wholeWithin((high - low) / most / scale, 0, 63) : 0;
    const minimumBits = minimum ? wholeWithin(-low / minimum, 0, 63) : 0;
    pack(view, at + 4, j, scaleBits, minimumBits);
    const step = scale * scaleBits;
    for (let i = j * subBlock; i < (j + 1) * subBlock; i++)
      quanta[i] = step ? wholeWithin((numbers[from + i]! + minimum * minimumBits) / step, 0, most) : 0;
  });
  return quanta;
}

/** Minima are subtracted and never negative, so a range reaches up to zero at least. */
function rangeOf(numbers: Float32Array, from: number): { low: number; high: number } {
  let low = 0;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + subBlock; i++) {
    low = Math.min(low, numbers[i]!);
    high = Math.max(high, numbers[i]!);
  }
  return { low, high };
}

function pack(view: DataView, at: number, j: number, scale: number, minimum: number): void {
  const add = (where: number, bits: number) => view.setUint8(at + where, view.getUint8(at + where) | bits);
  if (j < 4) {
    add(j, scale);
    add(j + 4, minimum);
  } else {
    add(j + 4, (scale & 15) | ((minimum & 15) << 4));
    add(j - 4, (scale >> 4) << 6);
    add(j, (minimum >> 4) << 6);
  }
}
