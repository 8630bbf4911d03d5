/** @file The shape of a transformer of the llama or qwen2 architecture, its tensors by name, and its metadata. */
import type { MetadataValue } from './header.ts';
import { aNumber, aText } from './metadata-of.ts';

export interface ModelShape {
  /** llama turns neighbouring pairs by position, qwen2 halves, and qwen2 adds a bias to queries, keys and values. */
  readonly architecture: 'llama' | 'qwen2';
  readonly vocabulary: number;
  /** Tokens it can look back on. */
  readonly context: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Heads of keys and values; divides `heads`. */
  readonly keyHeads: number;
  readonly feedForward: number;
  readonly epsilon: number;
  readonly rotationBase: number;
  /** Whether the embedding is the output head too: then no adapter can be learned on the head. */
  readonly isTied: boolean;
}

export interface NamedShape {
  readonly name: string;
  /** The first is the number of input features. */
  readonly dimensions: readonly number[];
  readonly part: 'embedding' | 'matrix' | 'bias' | 'norm' | 'head';
}

/** Width of one head. */
export const headWidthOf = ({ width, heads }: ModelShape): number => width / heads;

/** Every tensor of a model of this shape, in the order of its file. */
export function tensorsOf(shape: ModelShape): readonly NamedShape[] {
  const { width, vocabulary, layers, isTied } = shape;
  return [
    { name: 'token_embd.weight', dimensions: [width, vocabulary], part: 'embedding' },
    ...Array.from({ length: layers }, (_, layer) => tensorsOfLayer(shape, layer)).flat(),
    { name: 'output_norm.weight', dimensions: [width], part: 'norm' },
    ...(isTied ? [] : [{ name: 'output.weight', dimensions: [width, vocabulary], part: 'head' } as const]),
  ];
}

function tensorsOfLayer(shape: ModelShape, layer: number): readonly NamedShape[] {
  const { architecture, width, keyHeads, feedForward } = shape;
  const keys = headWidthOf(shape) * keyHeads;
  const norm = (name: string): NamedShape => ({
    name: `blk.${layer}.${name}.weight`,
    dimensions: [width],
    part: 'norm',
  });
  const matrix = (name: string, from: number, to: number): NamedShape => ({
    name: `blk.${layer}.${name}.weight`,
    dimensions: [from, to],
    part: 'matrix',
  });
  const bias = (name: string, to: number): NamedShape => ({
    name: `blk.${layer}.${name}.bias`,
    dimensions: [to],
    part: 'bias',
  });
  return [
    norm('attn_norm'),
    matrix('attn_q', width, width),
    matrix('attn_k', width, keys),
    matrix('attn_v', width, keys),
    ...(architecture === 'qwen2' ? [bias('attn_q', width), bias('attn_k', keys), bias('attn_v', keys)] : []),
    matrix('attn_output', width, width),
    norm('ffn_norm'),
    matrix('ffn_gate', width, feedForward),
    matrix('ffn_up', width, feedForward),
    matrix('ffn_down', feedForward, width),
  ];
}

export interface ModelTitle {
  readonly name: string;
  readonly licence?: string;
  readonly description?: string;
  /** llama.cpp's number for how most weights are stored; 0 is F32, 1 F16, 7 Q8_0. */
  readonly fileType: number;
}

/** The metadata llama.cpp needs besides the tokenizer's. */
export function shapeMetadata(shape: ModelShape, title: ModelTitle): Record<string, MetadataValue | undefined> {
  const { architecture } = shape;
  const whole = (value: number) => aNumber('u32', value);
  return {
    'general.architecture': aText(architecture),
    'general.type': aText('model'),
    'general.name': aText(title.name),
    'general.license': title.licence === undefined ? undefined : aText(title.licence),
    'general.description': title.description === undefined ? undefined : aText(title.description),
    'general.file_type': whole(title.fileType),
    'general.quantization_version': whole(2),
    [`${architecture}.context_length`]: whole(shape.context),
    [`${architecture}.embedding_length`]: whole(shape.width),
    [`${architecture}.block_count`]: whole(shape.layers),
    [`${architecture}.feed_forward_length`]: whole(shape.feedForward),
    [`${architecture}.attention.head_count`]: whole(shape.heads),
    [`${architecture}.attention.head_count_kv`]: whole(shape.keyHeads),
    [`${architecture}.attention.layer_norm_rms_epsilon`]: aNumber('f32', shape.epsilon),
    [`${architecture}.rope.freq_base`]: aNumber('f32', shape.rotationBase),
    [`${architecture}.rope.dimension_count`]: whole(headWidthOf(shape)),
    [`${architecture}.vocab_size`]: whole(shape.vocabulary),
  };
}
