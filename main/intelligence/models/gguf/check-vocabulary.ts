/** @file What a model says of its tokens. A token that is there twice ends llama.cpp's process. */
import { setImmediate } from 'node:timers/promises';
import { type Header, numberIn, numbersIn, textIn, textsIn } from './header.ts';
import type { PreflightFault } from './preflight-fault.ts';

const idKeys = ['bos', 'eos', 'eot', 'eom', 'unknown', 'padding'].map((part) => `tokenizer.ggml.${part}_token_id`);

/** Every fault of the tokenizer and of the embedding that goes with it. */
export async function vocabularyFaults(header: Header, architecture: string): Promise<PreflightFault[]> {
  const { metadata } = header;
  const tokens = textsIn(metadata, 'tokenizer.ggml.tokens');
  if (!tokens?.length || textIn(metadata, 'tokenizer.ggml.model') === undefined)
    return [{ reason: 'no-tokenizer', detail: `tokenizer.ggml.${tokens?.length ? 'model' : 'tokens'}` }];
  const faults: PreflightFault[] = [];
  const distinct = await distinctOf(tokens);
  if (distinct !== tokens.length)
    faults.push({ reason: 'duplicate-tokens', detail: `${tokens.length - distinct} / ${tokens.length}` });
  for (const key of ['tokenizer.ggml.token_type', 'tokenizer.ggml.scores']) {
    const list = numbersIn(metadata, key);
    if (list && list.length !== tokens.length)
      faults.push({ reason: 'token-lists', detail: `${key}: ${list.length}, ${tokens.length}` });
  }
  for (const key of idKeys) {
    const id = numberIn(metadata, key);
    if (id !== undefined && id >= tokens.length)
      faults.push({ reason: 'token-id', detail: `${key}: ${id}, ${tokens.length}` });
  }
  return [...faults, ...mergeFaults(header), ...embeddingFaults(header, architecture, tokens.length)];
}

/** How many are different; the event loop has its turn in between. */
async function distinctOf(tokens: readonly string[]): Promise<number> {
  const seen = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    seen.add(token);
    if (i % 16_384 === 16_383) await setImmediate();
  }
  return seen.size;
}

/** A merge is two tokens with a space between. */
function mergeFaults({ metadata }: Header): PreflightFault[] {
  const merges = textsIn(metadata, 'tokenizer.ggml.merges');
  if (!merges) {
    const needsMerges = textIn(metadata, 'tokenizer.ggml.model') === 'gpt2';
    return needsMerges ? [{ reason: 'merges', detail: 'tokenizer.ggml.merges' }] : [];
  }
  const bad = merges.find((merge) => merge.length < 3 || merge.indexOf(' ', 1) < 1);
  return bad === undefined ? [] : [{ reason: 'merges', detail: JSON.stringify(bad.slice(0, 40)) }];
}

/** A row for each token, each as long as the model is wide; the same of the output head where there is one. */
function embeddingFaults({ metadata, tensors }: Header, architecture: string, tokens: number): PreflightFault[] {
  const width = numberIn(metadata, `${architecture}.embedding_length`);
  const embedding = tensors.find(({ name }) => name === 'token_embd.weight');
  if (!embedding) return [{ reason: 'tensor-missing', detail: 'token_embd.weight' }];
  const faults: PreflightFault[] = [];
  for (const { name, dimensions } of [embedding, ...tensors.filter(({ name }) => name === 'output.weight')]) {
    const [row, rows = 1] = dimensions;
    if (rows !== tokens) faults.push({ reason: 'vocabulary', detail: `${name}: ${rows}, ${tokens}` });
    if (width !== undefined && row !== width)
      faults.push({ reason: 'tensor-shape', detail: `${name}: ${row}, ${width}` });
  }
  return faults;
}
