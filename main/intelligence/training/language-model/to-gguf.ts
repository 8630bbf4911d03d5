/** @file A trained language model as the tensors and metadata of a GGUF file. */

import { invariant } from '#foundation/errors.ts';
import type { Metadata } from '#intelligence/models/gguf/header.ts';
import { metadataOf } from '#intelligence/models/gguf/metadata-of.ts';
import {
  headWidthOf,
  type ModelShape,
  type ModelTitle,
  shapeMetadata,
  tensorsOf,
} from '#intelligence/models/gguf/model-shape.ts';
import type { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { chatControls, chatTemplate } from '#intelligence/models/gguf/tokenizer/chat-markup.ts';
import { tokenizerMetadata } from '#intelligence/models/gguf/tokenizer/tokenizer-metadata.ts';
import { quantise } from '#intelligence/models/gguf/weights.ts';
import type { Tensor } from '#intelligence/models/gguf/write-gguf.ts';
import type { Weights } from '../graph/weights.ts';

const fileTypes = { F32: 0, F16: 1, Q8_0: 7 } as const;
/** How matrices are stored; norms are always F32. */
export type StoredType = keyof typeof fileTypes;

/** What `writeGguf` takes. */
export function toGguf(
  weights: Weights,
  shape: ModelShape,
  tokenizer: BpeTokenizer,
  title: Omit<ModelTitle, 'fileType'>,
  type: StoredType,
): { readonly metadata: Metadata; readonly tensors: readonly Tensor[] } {
  const { begin, end } = chatControls;
  return {
    metadata: metadataOf({
      ...shapeMetadata(shape, { ...title, fileType: fileTypes[type] }),
      ...tokenizerMetadata(tokenizer, { begin, end, padding: begin }, chatTemplate),
    }),
    tensors: tensorsOf(shape).map(({ name, dimensions, part }): Tensor => {
      const weight = weights.get(name);
      invariant(weight, `${name} was learned`);
      const isTurned = /\.attn_[qk]\.weight$/.test(name);
      const numbers = isTurned ? inNeighbouringPairs(weight.data, shape.width, headWidthOf(shape)) : weight.data;
      const stored = part === 'norm' ? 'F32' : type;
      return { name, dimensions, type: stored, bytes: quantise(stored, numbers) };
    }),
  };
}

/** Rows i and i + half of every head become 2i and 2i + 1: the pairs that llama.cpp turns. */
function inNeighbouringPairs(rows: Float32Array, width: number, headWidth: number): Float32Array {
  const moved = new Float32Array(rows.length);
  const half = headWidth / 2;
  for (let row = 0; row < rows.length / width; row++) {
    const inHead = row % headWidth;
    const to = row - inHead + (inHead < half ? 2 * inHead : 2 * (inHead - half) + 1);
    moved.set(rows.subarray(row * width, (row + 1) * width), to * width);
  }
  return moved;
}
