/** @file Q4_0: 32 numbers as one half-float scale and 32 nibbles; y = d·(q − 8), low nibbles first. */
import { fromHalf, toHalf } from '../half-float.ts';
import { type BlockFormat, viewOf } from './block-format.ts';

const block = 32;
const half = 16;
const blockBytes = 18;

export const q4_0: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array((numbers.length / block) * blockBytes);
    const view = viewOf(bytes);
    for (let from = 0, at = 0; from < numbers.length; from += block, at += blockBytes) {
      const scale = furthestFromZero(numbers, from) / -8;
      const inverse = scale ? 1 / scale : 0;
      view.setUint16(at, toHalf(scale), true);
      const nibble = (i: number) => Math.max(0, Math.min(15, Math.floor(numbers[from + i]! * inverse + 8.5)));
      for (let i = 0; i < half; i++) bytes[at + 2 + i] = nibble(i) | (nibble(i + half) << 4);
    }
    return bytes;
  },
  decode: (bytes, numbers) => {
    const view = viewOf(bytes);
    for (let to = 0, at = 0; to < numbers.length; to += block, at += blockBytes) {
      const scale = fromHalf(view.getUint16(at, true));
      for (let i = 0; i < half; i++) {
        const pair = bytes[at + 2 + i]!;
        numbers[to + i] = scale * ((pair & 15) - 8);
        numbers[to + i + half] = scale * ((pair >> 4) - 8);
      }
    }
  },
};

/** With its sign: it becomes the one nibble that reaches −8. */
function furthestFromZero(numbers: Float32Array, from: number): number {
  let found = 0;
  for (let i = from; i < from + block; i++) if (Math.abs(numbers[i]!) > Math.abs(found)) found = numbers[i]!;
  return found;
}
