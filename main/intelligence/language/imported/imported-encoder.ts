/**
 * @file An encoder the perfumer brought, as the others are used: its words are cut in a thread of their own, its model runs
 * where all models of onnxruntime run. Runs are short, so that a question never waits long behind a passage.
 */
import type { OrtClient, OrtModel } from '#intelligence/models/ort-client.ts';
import type { OrtTensor } from '#intelligence/models/ort-session.ts';
import type { SentenceEncoder } from '../sentence-encoder.ts';
import { encoderFault } from './encoder-fault.ts';
import type { EncoderRecipe, InputName } from './encoder-folder.ts';
import { type FolderThread, openFolderThread } from './folder-thread.ts';
import { poolTokens } from './pool-tokens.ts';

export interface ImportedEncoder extends SentenceEncoder {
  close(): Promise<void>;
}

export interface ImportedOptions {
  /** Names the weights: vectors of two ids are never compared. */
  readonly id: string;
  /** What refusals call it. */
  readonly name: string;
  /** With `model` pointing at the weights that are wanted. */
  readonly recipe: EncoderRecipe;
  readonly ort: OrtClient;
  readonly signal?: AbortSignal | undefined;
}

/** Tokens of one run. A dozen layers take some 50 ms for them on one core. */
const tokensAtOnce = 128;
/** Texts encoded between two times of putting by: some seconds of work. */
const atOnce = 48;
const trial = ['봄', 'a green note that is not galbanum'];

/** Opens it and lets it say two things. Refuses (`encoder.refused`) what answers nothing one could compare. */
export async function openImportedEncoder({
  id,
  name,
  recipe,
  ort,
  signal,
}: ImportedOptions): Promise<ImportedEncoder> {
  const thread = openFolderThread();
  let model: OrtModel | undefined;
  const close = async () => {
    thread.close();
    await model?.close().catch(() => undefined);
  };
  try {
    await thread.do('open', { file: recipe.tokenizer, name }, signal);
    model = await opened(ort, recipe, { name, signal });
    const encode = encodeWith(thread, model, recipe);
    const [first, second] = await answersOf(encode, name, signal);
    checkAnswers(first, second, name);
    const { length: dimensions } = first;
    return { id, dimensions, atOnce, encode: async (...asked) => joined(await encode(...asked)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Encode = (
  texts: readonly string[],
  as: 'query' | 'passage',
  signal?: AbortSignal,
) => Promise<readonly Float32Array[]>;

async function opened(
  ort: OrtClient,
  recipe: EncoderRecipe,
  { name, signal }: Pick<ImportedOptions, 'name' | 'signal'>,
): Promise<OrtModel> {
  try {
    return await ort.open(recipe.model, name, { signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw encoderFault('not-run', name, detailOf(error), error);
  }
}

async function answersOf(
  encode: Encode,
  name: string,
  signal: AbortSignal | undefined,
): Promise<readonly [Float32Array, Float32Array]> {
  try {
    const [first, second] = await encode(trial, 'query', signal);
    if (!first || !second) throw encoderFault('outputs', name);
    return [first, second];
  } catch (error) {
    if (signal?.aborted || !(error instanceof DOMException)) throw error;
    throw encoderFault('not-run', name, error.message, error);
  }
}

/** Two sentences that mean different things have different directions of the same size. */
function checkAnswers(first: Float32Array, second: Float32Array, name: string): void {
  const [least, most] = [8, 8192];
  if (first.length !== second.length || first.length < least || first.length > most) {
    throw encoderFault('outputs', name, String(first.length));
  }
  const isSound = [first, second].every((vector) => vector.every(Number.isFinite) && vector.some((one) => one !== 0));
  const together = first.reduce((sum, one, at) => sum + one * (second[at] as number), 0);
  if (!isSound || together > 0.99999) throw encoderFault('says-nothing', name);
}

function encodeWith(thread: FolderThread, model: OrtModel, recipe: EncoderRecipe): Encode {
  const { fixed, prefixes, pooling, output } = recipe;
  const most = Math.min(recipe.maxTokens, fixed.tokens ?? recipe.maxTokens);
  const run = async (texts: readonly Int32Array[], signal: AbortSignal | undefined) => {
    const filled = fixed.texts === null ? texts : padded(texts, fixed.texts);
    const results = await model.run(inputsFor(filled, recipe), { signal });
    const answer = results[output];
    if (!(answer?.data instanceof Float32Array) || answer.shape[0] !== filled.length) {
      throw encoderFault('outputs', output, answer?.shape.join(' × '));
    }
    const lengths = texts.map(({ length }) => length);
    return poolTokens({ data: answer.data, shape: answer.shape }, lengths, pooling);
  };
  return async (texts, as, signal) => {
    const { tokens, lengths } = await thread.do(
      'read',
      { texts: texts.map((text) => prefixes[as] + text), most },
      signal,
    );
    const all: Int32Array[] = [];
    let at = 0;
    for (const length of lengths) {
      // a sentence of nothing is one token of nothing
      all.push(length > 0 ? tokens.subarray(at, at + length) : Int32Array.of(recipe.padToken));
      at += length;
    }
    const vectors: Float32Array[] = new Array(all.length);
    for (const group of groupsOf(
      all.map(({ length }) => length),
      fixed.texts,
    )) {
      signal?.throwIfAborted();
      const found = await run(
        group.map((place) => all[place] as Int32Array),
        signal,
      );
      group.forEach((place, one) => {
        vectors[place] = found[one] as Float32Array;
      });
    }
    return vectors;
  };
}

/** Places of texts that share a run: those of like length, few enough tokens together. */
function groupsOf(lengths: readonly number[], mostTexts: number | null): readonly (readonly number[])[] {
  const sorted = [...lengths.keys()].sort((a, b) => (lengths[a] as number) - (lengths[b] as number));
  const groups: number[][] = [];
  for (const place of sorted) {
    const last = groups.at(-1);
    const size = (last?.length ?? 0) + 1;
    const hasRoom = size * (lengths[place] as number) <= tokensAtOnce && (mostTexts === null || size <= mostTexts);
    if (last && hasRoom) last.push(place);
    else groups.push([place]);
  }
  return groups;
}

function padded(texts: readonly Int32Array[], count: number): readonly Int32Array[] {
  return [...texts, ...Array.from({ length: count - texts.length }, () => new Int32Array(1))];
}

function inputsFor(
  texts: readonly Int32Array[],
  { inputs, fixed, padToken }: EncoderRecipe,
): Record<string, OrtTensor> {
  const width = fixed.tokens ?? Math.max(...texts.map(({ length }) => length));
  const shape = [texts.length, width];
  const value: Record<InputName, (text: Int32Array, token: number) => number> = {
    input_ids: (text, token) => text[token] ?? padToken,
    attention_mask: (text, token) => (token < text.length ? 1 : 0),
    token_type_ids: () => 0,
    position_ids: (_, token) => token,
  };
  const fill = (name: InputName, into: { [at: number]: number | bigint }, as: (one: number) => number | bigint) => {
    texts.forEach((text, row) => {
      for (let token = 0; token < width; token += 1) into[row * width + token] = as(value[name](text, token));
    });
  };
  return Object.fromEntries(
    inputs.map(({ name, type }): [string, OrtTensor] => {
      const data = type === 'int64' ? new BigInt64Array(texts.length * width) : new Int32Array(texts.length * width);
      fill(name, data as { [at: number]: number | bigint }, type === 'int64' ? BigInt : Number);
      return [name, { type, shape, data }];
    }),
  );
}

function joined(vectors: readonly Float32Array[]): Float32Array {
  const [first] = vectors;
  const all = new Float32Array(vectors.length * (first?.length ?? 0));
  vectors.forEach((vector, place) => {
    all.set(vector, place * vector.length);
  });
  return all;
}

function detailOf(error: unknown): string {
  const facts = (error as { facts?: { detail?: unknown } }).facts;
  return typeof facts?.detail === 'string' ? facts.detail : (error as Error).message;
}
