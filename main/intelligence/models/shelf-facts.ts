/** @file What the shelf keeps of a model file: what it says of itself, and what its memory is reckoned from. */
import { type Header, numberIn, numbersIn } from './gguf/header.ts';
import { type ModelFacts, modelFactsOf } from './gguf/model-facts.ts';

export interface ShelfFacts extends Omit<ModelFacts, 'chatTemplate'> {
  readonly hasChatTemplate: boolean;
  readonly weights: Weights;
}

/** Where the bytes and the context's memory lie. */
export interface Weights {
  /** Bytes of the table that turns tokens into numbers: stays with the processor. */
  readonly embedding: number;
  /** Bytes of each layer. */
  readonly layers: readonly number[];
  /** Bytes of all else: the head that turns numbers into tokens, and what stands beside the layers. */
  readonly output: number;
  /** Numbers that each layer keeps of each token in the context. */
  readonly keptPerToken: readonly number[];
}

/** The facts in a header that passed. */
export function shelfFactsOf(header: Header): ShelfFacts {
  const { chatTemplate, ...facts } = modelFactsOf(header);
  return { ...facts, hasChatTemplate: chatTemplate !== undefined, weights: weightsOf(header, facts) };
}

function weightsOf({ metadata, tensors }: Header, facts: Omit<ModelFacts, 'chatTemplate'>): Weights {
  const count = facts.layers ?? 0;
  const layers = new Array<number>(count).fill(0);
  let [embedding, output] = [0, 0];
  for (const { name, bytes } of tensors) {
    const layer = /^blk\.(\d+)\./.exec(name)?.[1];
    if (layer !== undefined && Number(layer) < count) layers[Number(layer)] = (layers[Number(layer)] ?? 0) + bytes;
    else if (name === 'token_embd.weight') embedding += bytes;
    else output += bytes;
  }
  // With one table for both, the card gets a copy of its own.
  if (facts.isTied) output += embedding;
  const key = (name: string) => `${facts.architecture}.${name}`;
  const { heads = 0, width = 0, keyHeads = heads } = facts;
  const headWidth = heads > 0 ? width / heads : 0;
  const keyWidth = numberIn(metadata, key('attention.key_length')) ?? headWidth;
  const valueWidth = numberIn(metadata, key('attention.value_length')) ?? headWidth;
  const headsOf = numbersIn(metadata, key('attention.head_count_kv'));
  return {
    embedding,
    layers,
    output,
    keptPerToken: layers.map((_, layer) => (headsOf?.[layer] ?? keyHeads) * (keyWidth + valueWidth)),
  };
}
