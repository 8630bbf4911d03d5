/** @file Keys that llama.cpp reads, and the type it insists on: another type ends its process, or at best the loading. */
import { type Metadata, typeNameOf } from './header.ts';
import type { PreflightFault } from './preflight-fault.ts';

type TypeName = ReturnType<typeof typeNameOf>;

const general: Readonly<Record<string, TypeName>> = {
  'general.architecture': 'text',
  'general.type': 'text',
  'general.name': 'text',
  'general.alignment': 'u32',
  'general.file_type': 'u32',
  'general.quantization_version': 'u32',
  'adapter.type': 'text',
  'adapter.lora.alpha': 'f32',
  'adapter.lora.task_name': 'text',
  'adapter.lora.prompt_prefix': 'text',
  'split.count': 'u16',
  'split.no': 'u16',
  'split.tensors.count': 'i32',
  'tokenizer.ggml.model': 'text',
  'tokenizer.ggml.pre': 'text',
  'tokenizer.ggml.tokens': 'list of text',
  'tokenizer.ggml.token_type': 'list of i32',
  'tokenizer.ggml.scores': 'list of f32',
  'tokenizer.ggml.merges': 'list of text',
  'tokenizer.ggml.bos_token_id': 'u32',
  'tokenizer.ggml.eos_token_id': 'u32',
  'tokenizer.ggml.eot_token_id': 'u32',
  'tokenizer.ggml.eom_token_id': 'u32',
  'tokenizer.ggml.unknown_token_id': 'u32',
  'tokenizer.ggml.padding_token_id': 'u32',
  'tokenizer.ggml.add_bos_token': 'bool',
  'tokenizer.ggml.add_eos_token': 'bool',
  'tokenizer.ggml.add_space_prefix': 'bool',
  'tokenizer.chat_template': 'text',
};

/** After the name of the architecture. Some have one number per layer instead of one for all. */
const ofArchitecture: Readonly<Record<string, readonly TypeName[]>> = {
  context_length: ['u32'],
  embedding_length: ['u32'],
  block_count: ['u32'],
  feed_forward_length: ['u32', 'list of u32', 'list of i32'],
  vocab_size: ['u32'],
  'attention.head_count': ['u32', 'list of u32', 'list of i32'],
  'attention.head_count_kv': ['u32', 'list of u32', 'list of i32'],
  'attention.key_length': ['u32'],
  'attention.value_length': ['u32'],
  'attention.layer_norm_rms_epsilon': ['f32'],
  'attention.layer_norm_epsilon': ['f32'],
  'attention.sliding_window': ['u32'],
  'rope.dimension_count': ['u32'],
  'rope.freq_base': ['f32'],
  'rope.scaling.factor': ['f32'],
  'rope.scaling.type': ['text'],
  expert_count: ['u32'],
  expert_used_count: ['u32'],
};

/** A fault for every known key that was written in another type. */
export function keyTypeFaults(metadata: Metadata, architecture: string): PreflightFault[] {
  const expected = new Map<string, readonly TypeName[]>([
    ...Object.entries(general).map(([key, type]) => [key, [type]] as const),
    ...Object.entries(ofArchitecture).map(([key, types]) => [`${architecture}.${key}`, types] as const),
  ]);
  return [...metadata].flatMap(([key, value]) => {
    const types = expected.get(key);
    const found = typeNameOf(value);
    if (types === undefined || types.includes(found)) return [];
    return [{ reason: 'key-type', detail: `${key}: ${found}, ${types.join(' / ')}` } as const];
  });
}
