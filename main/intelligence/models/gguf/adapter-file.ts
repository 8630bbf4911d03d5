/**
 * @file LoRA adapters as GGUF files.
 *
 * llama.cpp keeps adapters by path while their model is loaded: an overwritten file still serves the old weights. So every
 * version needs a file name of its own.
 */
import { aNumber, aText, metadataOf } from './metadata-of.ts';
import { quantise } from './weights.ts';
import { type Tensor, writeGguf } from './write-gguf.ts';

/** What is added to one tensor of the base model: weight + scale · alpha / rank · up · down. */
export interface LowRank {
  /** The base tensor's name: `blk.0.attn_q.weight`. */
  readonly tensor: string;
  readonly rank: number;
  readonly inputs: number;
  readonly outputs: number;
  /** `rank` rows of `inputs`: lora_a. */
  readonly down: Float32Array;
  /** `outputs` rows of `rank`: lora_b. */
  readonly up: Float32Array;
}

export interface Adapter {
  readonly name: string;
  /** The base model's. */
  readonly architecture: string;
  readonly alpha: number;
  readonly parts: readonly LowRank[];
}

/** Writes an adapter; `type` is how its weights are stored, F32 where left out. */
export function writeAdapter(path: string, adapter: Adapter, type: 'F32' | 'F16' = 'F32'): void {
  const metadata = metadataOf({
    'general.architecture': aText(adapter.architecture),
    'general.type': aText('adapter'),
    'general.name': aText(adapter.name),
    'adapter.type': aText('lora'),
    'adapter.lora.alpha': aNumber('f32', adapter.alpha),
  });
  const tensors = adapter.parts.flatMap(({ tensor, rank, inputs, outputs, down, up }): Tensor[] => [
    { name: `${tensor}.lora_a`, dimensions: [inputs, rank], type, bytes: quantise(type, down) },
    { name: `${tensor}.lora_b`, dimensions: [rank, outputs], type, bytes: quantise(type, up) },
  ]);
  writeGguf(path, metadata, tensors);
}
