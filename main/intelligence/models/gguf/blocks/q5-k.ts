/** @file Q5_K: 176 bytes for 256 numbers: as Q4_K, with the fifth bit of each number in 32 bytes before the nibbles. */
import { fromHalf } from '../half-float.ts';
import { type BlockFormat, viewOf } from './block-format.ts';
import { encodeSubBlocks, minimumIn, scaleIn, subBlock, superBlock } from './sub-block-scales.ts';

const blockBytes = 176;
const fifthBits = 16;
const nibbles = 48;

export const q5_k: BlockFormat = {
  encode: (numbers) => {
    const bytes = new Uint8Array((numbers.length / superBlock) * blockBytes);
    const view = viewOf(bytes);
    for (let from = 0, at = 0; from < numbers.length; from += superBlock, at += blockBytes) {
      const quanta = encodeSubBlocks(numbers, from, 31, view, at);
      quanta.forEach((quantum, n) => {
        const j = n >> 5;
        const i = n & 31;
        bytes[at + nibbles + (j >> 1) * subBlock + i]! |= (quantum & 15) << (j & 1 ? 4 : 0);
        bytes[at + fifthBits + i]! |= (quantum >> 4) << j;
      });
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
        for (let i = 0; i < subBlock; i++) {
          const fifth = ((bytes[at + fifthBits + i]! >> j) & 1) << 4;
          numbers[to + j * subBlock + i] = step * (((bytes[row + i]! >> shift) & 15) | fifth) - offset;
        }
      }
    }
  },
};
