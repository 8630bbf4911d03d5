/** @file A byte-level tokenizer as GGUF metadata. */
import type { MetadataValue } from '../header.ts';
import { aNumber, aSwitch, aText, numbers, texts } from '../metadata-of.ts';
import type { BpeTokenizer } from './bpe-tokenizer.ts';

/** llama.cpp's kinds of token: an ordinary one, and one that no text spells. */
const ordinary = 1;
const control = 3;

/** Which control tokens play which part. */
export interface ControlTokens {
  readonly begin: string;
  /** Said when an answer is over. */
  readonly end: string;
  readonly padding: string;
}

/** `chatTemplate` is Jinja; it also tells node-llama-cpp how a conversation is laid out. */
export function tokenizerMetadata(
  tokenizer: BpeTokenizer,
  { begin, end, padding }: ControlTokens,
  chatTemplate?: string,
): Record<string, MetadataValue | undefined> {
  const first = tokenizer.tokens.length - tokenizer.controls.length;
  return {
    'tokenizer.ggml.model': aText('gpt2'),
    'tokenizer.ggml.pre': aText(tokenizer.pre),
    'tokenizer.ggml.tokens': texts(tokenizer.tokens),
    'tokenizer.ggml.token_type': numbers(
      'i32',
      tokenizer.tokens.map((_, id) => (id < first ? ordinary : control)),
    ),
    'tokenizer.ggml.merges': texts(tokenizer.merges),
    'tokenizer.ggml.bos_token_id': aNumber('u32', tokenizer.idOf(begin)),
    'tokenizer.ggml.eos_token_id': aNumber('u32', tokenizer.idOf(end)),
    'tokenizer.ggml.padding_token_id': aNumber('u32', tokenizer.idOf(padding)),
    'tokenizer.ggml.add_bos_token': aSwitch(false),
    'tokenizer.chat_template': chatTemplate === undefined ? undefined : aText(chatTemplate),
  };
}
