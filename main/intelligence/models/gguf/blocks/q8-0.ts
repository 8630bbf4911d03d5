/** @file Q8_0: 32 numbers as one half-float scale and 32 signed bytes; y = d·q. */
import { fromHalf, toHalf } from '../half-float.ts';
import { type BlockFormat, viewOf } from './block-format.ts';

const block = 32;
const blockBytes = 34;

export const q8_0: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array((numbers.length / block) * blockBytes);
    const view = viewOf(bytes);
    for (let from = 0, at = 0; from < numbers.length; from += block, at += blockBytes) {
      let largest = 0;
      for (let i = 0; i < block; i++) largest = Math.max(largest, Math.abs(numbers[from + i]!));
      const scale = largest / 127;
      const inverse = scale ? 1 / scale : 0;
      view.setUint16(at, toHalf(scale), true);
      for (let i = 0; i < block; i++) view.setInt8(at + 2 + i, Math.round(numbers[from + i]! * inverse));
    }
    return bytes;
  },
  decode: (bytes, numbers) => {
    const view = viewOf(bytes);
    for (let to = 0, at = 0; to < numbers.length; to += block, at += blockBytes) {
      const scale = fromHalf(view.getUint16(at, true));
      for (let i = 0; i < block; i++) numbers[to + i] = scale * view.getInt8(at + 2 + i);
    }
  },
};
