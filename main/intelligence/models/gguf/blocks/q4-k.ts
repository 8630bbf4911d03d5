/** @file Q4_K: 144 bytes for 256 numbers: d, dmin, twelve bytes of scales and minima, 128 bytes of nibbles. */
import { fromHalf } from '../half-float.ts';
import { type BlockFormat, viewOf } from './block-format.ts';
import { encodeSubBlocks, minimumIn, scaleIn, subBlock, superBlock } from './sub-block-scales.ts';

const blockBytes = 144;
const nibbles = 16;

export const q4_k: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array((numbers.length / superBlock) * blockBytes);
    const view = viewOf(bytes);
    for (let from = 0, at = 0; from < numbers.length; from += superBlock, at += blockBytes) {
      const quanta = encodeSubBlocks(numbers, from, 15, view, at);
      for (let pair = 0; pair < 4; pair++)
        for (let i = 0; i < subBlock; i++)
          bytes[at + nibbles + pair * subBlock + i] = quanta[pair * 64 + i]! | (quanta[pair * 64 + subBlock + i]! << 4);
    }
    return bytes;
  },
  decode: (bytes, numbers) => {
    const view = viewOf(bytes);
    for (let to = 0, at = 0; to < numbers.length; to += superBlock, at += blockBytes) {
      const scale = fromHalf(view.getUint16(at, true));
      const minimum = fromHalf(view.getUint16(at + 2, true));
      for (let j = 0; j < 8; j++) {
        const step = scale * scaleIn(bytes, at + 4, j);
        const offset = minimum * minimumIn(bytes, at + 4, j);
        const shift = j & 1 ? 4 : 0;
        const row = at + nibbles + (j >> 1) * subBlock;
        for (let i = 0; i < subBlock; i++)
          numbers[to + j * subBlock + i] = step * ((bytes[row + i]! >> shift) & 15) - offset;
      }
    }
  },
};
