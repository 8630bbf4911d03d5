/**
 * @file A forward pass of llama and qwen2 models that can be read next to the papers, to hold llama.cpp and our training
 * against: RMSNorm (Zhang and Sennrich 2019), rotary positions (Su et al. 2021), grouped queries (Ainslie et al. 2023),
 * SwiGLU (Shazeer 2020), LoRA (Hu et al. 2021). Slow on purpose.
 */
import type { Adapter } from '#intelligence/models/gguf/adapter-file.ts';
import { numberIn, textIn } from '#intelligence/models/gguf/header.ts';
import { readHeader } from '#intelligence/models/gguf/read-header.ts';
import { readTensor } from '#intelligence/models/gguf/read-tensor.ts';

export interface ReferenceModel {
  readonly hasNeighbouringPairs: boolean;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly epsilon: number;
  readonly rotationBase: number;
  readonly weights: ReadonlyMap<string, Float32Array>;
}

/** Reads and dequantises a model of known good form. */
export async function readReferenceModel(path: string): Promise<ReferenceModel> {
  const header = await readHeader(path);
  const architecture = textIn(header.metadata, 'general.architecture');
  const number = (key: string) => numberIn(header.metadata, `${architecture}.${key}`)!;
  const weights = new Map<string, Float32Array>();
  for (const tensor of header.tensors) weights.set(tensor.name, await readTensor(path, tensor));
  if (!weights.has('output.weight')) weights.set('output.weight', weights.get('token_embd.weight')!);
  return {
    hasNeighbouringPairs: architecture === 'llama',
    width: number('embedding_length'),
    layers: number('block_count'),
    heads: number('attention.head_count'),
    keyHeads: number('attention.head_count_kv'),
    epsilon: number('attention.layer_norm_rms_epsilon'),
    rotationBase: number('rope.freq_base'),
    weights,
  };
}

/** The logarithm of each token's probability, at every position of `tokens`. `adapter` is laid on at `scale`. */
export function logProbabilitiesByReference(
  model: ReferenceModel,
  tokens: readonly number[],
  adapter?: Adapter,
  scale = 1,
): Float32Array[] {
  return new Forward(model, adapter, scale).run(tokens).map(logSoftmax);
}

class Forward {
  readonly #model: ReferenceModel;
  readonly #adapter: Adapter | undefined;
  readonly #scale: number;

  constructor(model: ReferenceModel, adapter: Adapter | undefined, scale: number) {
    this.#model = model;
    this.#adapter = adapter;
    this.#scale = scale;
  }

  run(tokens: readonly number[]): Float32Array[] {
    const { width, layers, weights } = this.#model;
    const embedding = weights.get('token_embd.weight')!;
    const states = tokens.map((token) => embedding.slice(token * width, (token + 1) * width));
    for (let layer = 0; layer < layers; layer++) {
      this.#attend(states, `blk.${layer}`);
      for (const state of states) this.#think(state, `blk.${layer}`);
    }
    return states.map((state) => this.#linear('output', this.#normed(state, 'output_norm')));
  }

  #attend(states: readonly Float32Array[], block: string): void {
    const { heads, keyHeads, width } = this.#model;
    const headWidth = width / heads;
    const normed = states.map((state) => this.#normed(state, `${block}.attn_norm`));
    const of = (name: string) => normed.map((state) => this.#linear(`${block}.${name}`, state));
    const [queries, keys, values] = [of('attn_q'), of('attn_k'), of('attn_v')];
    queries.forEach((query, position) => {
      this.#turn(query, position);
    });
    keys.forEach((key, position) => {
      this.#turn(key, position);
    });
    states.forEach((state, position) => {
      const mixed = new Float32Array(width);
      for (let head = 0; head < heads; head++) {
        const at = head * headWidth;
        const keyAt = Math.floor((head * keyHeads) / heads) * headWidth;
        const query = queries[position]!.subarray(at, at + headWidth);
        const scores = keys
          .slice(0, position + 1)
          .map((key) => dot(query, key.subarray(keyAt, keyAt + headWidth)) / Math.sqrt(headWidth));
        softmax(scores).forEach((share, other) => {
          for (let i = 0; i < headWidth; i++) mixed[at + i]! += share * values[other]![keyAt + i]!;
        });
      }
      add(state, this.#linear(`${block}.attn_output`, mixed));
    });
  }

  #think(state: Float32Array, block: string): void {
    const normed = this.#normed(state, `${block}.ffn_norm`);
    const gate = this.#linear(`${block}.ffn_gate`, normed);
    const up = this.#linear(`${block}.ffn_up`, normed);
    const inner = gate.map((g, i) => (g / (1 + Math.exp(-g))) * up[i]!);
    add(state, this.#linear(`${block}.ffn_down`, inner));
  }

  #normed(state: Float32Array, name: string): Float32Array {
    const gain = this.#model.weights.get(`${name}.weight`)!;
    const inverse = 1 / Math.sqrt(dot(state, state) / state.length + this.#model.epsilon);
    return state.map((value, i) => value * inverse * gain[i]!);
  }

  #linear(name: string, input: Float32Array): Float32Array {
    const output = product(this.#model.weights.get(`${name}.weight`)!, input);
    const part = this.#adapter?.parts.find(({ tensor }) => tensor === `${name}.weight`);
    if (part) {
      const strength = (this.#scale * this.#adapter!.alpha) / part.rank;
      const added = product(part.up, product(part.down, input));
      for (let i = 0; i < output.length; i++) output[i]! += strength * added[i]!;
    }
    const bias = this.#model.weights.get(`${name}.bias`);
    if (bias) add(output, bias);
    return output;
  }

  /** llama turns (2i, 2i + 1), qwen2 (i, i + half). */
  #turn(heads: Float32Array, position: number): void {
    const { hasNeighbouringPairs, rotationBase, width, heads: count } = this.#model;
    const headWidth = width / count;
    for (let head = 0; head < heads.length; head += headWidth) {
      for (let i = 0; i < headWidth / 2; i++) {
        const angle = position * rotationBase ** ((-2 * i) / headWidth);
        const first = head + (hasNeighbouringPairs ? 2 * i : i);
        const second = hasNeighbouringPairs ? first + 1 : first + headWidth / 2;
        const [x, y] = [heads[first]!, heads[second]!];
        heads[first] = x * Math.cos(angle) - y * Math.sin(angle);
        heads[second] = x * Math.sin(angle) + y * Math.cos(angle);
      }
    }
  }
}

function product(matrix: Float32Array, input: Float32Array): Float32Array {
  const output = new Float32Array(matrix.length / input.length);
  for (let row = 0, at = 0; row < output.length; row++, at += input.length) {
    let sum = 0;
    for (let i = 0; i < input.length; i++) sum += matrix[at + i]! * input[i]!;
    output[row] = sum;
  }
  return output;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function add(to: Float32Array, more: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += more[i]!;
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

function logSoftmax(logits: Float32Array): Float32Array {
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const shift = most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
  return logits.map((logit) => logit - shift);
}
