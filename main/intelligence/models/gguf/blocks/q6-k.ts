/**
 * @file Q6_K: 210 bytes for 256 numbers: low nibbles, upper two bits, sixteen signed scales, and d at the end;
 * y = d·scale·(q − 32).
 */
import { fromHalf, toHalf } from '../half-float.ts';
import { type BlockFormat, viewOf, wholeWithin } from './block-format.ts';

const superBlock = 256;
const blockBytes = 210;
const upperBits = 128;
const scales = 192;
const end = 208;

/** Where number `n` of a super-block lies: its nibble and its two upper bits. */
function placeOf(n: number): { nibble: number; nibbleShift: number; upper: number; upperShift: number } {
  const half = n >> 7;
  const quarter = (n >> 5) & 3;
  const i = n & 31;
  return {
    nibble: half * 64 + (quarter & 1) * 32 + i,
    nibbleShift: quarter & 2 ? 4 : 0,
    upper: upperBits + half * 32 + i,
    upperShift: quarter * 2,
  };
}
const places = Array.from({ length: superBlock }, (_, n) => placeOf(n));

export const q6_k: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array((numbers.length / superBlock) * blockBytes);
    const view = viewOf(bytes);
    for (let from = 0, at = 0; from < numbers.length; from += superBlock, at += blockBytes) {
      const largest = Array.from({ length: 16 }, (_, j) =>
        largestOf(numbers.subarray(from + j * 16, from + j * 16 + 16)),
      );
      view.setUint16(at + end, toHalf(Math.max(...largest) / 31 / 127), true);
      const scale = fromHalf(view.getUint16(at + end, true));
      largest.forEach((most, j) => {
        view.setInt8(at + scales + j, scale ? wholeWithin(most / 31 / scale, 1, 127) : 0);
      });
      places.forEach(({ nibble, nibbleShift, upper, upperShift }, n) => {
        const step = scale * view.getInt8(at + scales + (n >> 4));
        const quantum = step ? wholeWithin(numbers[from + n]! / step + 32, 0, 63) : 32;
        bytes[at + nibble]! |= (quantum & 15) << nibbleShift;
        bytes[at + upper]! |= (quantum >> 4) << upperShift;
      });
    }
    return bytes;
  },
  decode: (bytes, numbers) => {
    const view = viewOf(bytes);
    for (let to = 0, at = 0; to < numbers.length; to += superBlock, at += blockBytes) {
      const scale = fromHalf(view.getUint16(at + end, true));
      for (let n = 0; n < superBlock; n++) {
        const { nibble, nibbleShift, upper, upperShift } = places[n]!;
        const low = (bytes[at + nibble]! >> nibbleShift) & 15;
        const high = (bytes[at + upper]! >> upperShift) & 3;
        numbers[to + n] = scale * view.getInt8(at + scales + (n >> 4)) * ((low | (high << 4)) - 32);
      }
    }
  },
};

function largestOf(numbers: Float32Array): number {
  let largest = 0;
  for (const number of numbers) largest = Math.max(largest, Math.abs(number));
  return largest;
}
