/**
 * @file How this machine's search is set up: the encoders the perfumer brought, which of them serves, and where vectors lie.
 * It belongs to the machine, not to the library: folders and keys of one machine mean nothing on another.
 */
import { z } from 'zod';
import { inputNames } from '#intelligence/language/imported/encoder-folder.ts';

const prefixes = z.object({ query: z.string(), passage: z.string() });
const recipe = z.object({
  model: z.string(),
  tokenizer: z.string(),
  inputs: z.array(z.object({ name: z.enum(inputNames), type: z.enum(['int64', 'int32']) })),
  output: z.string(),
  pooling: z.enum(['mean', 'cls', 'none']),
  isPoolingTold: z.boolean(),
  maxTokens: z.int(),
  fixed: z.object({ texts: z.int().nullable(), tokens: z.int().nullable() }),
  prefixes,
  padToken: z.int(),
});
const reading = z.enum(['words', 'letters', 'lost']);
const int8 = z.object({
  file: z.string(),
  by: z.enum(['studio', 'folder']),
  bytes: z.number(),
  mean: z.number(),
  lowest: z.number(),
});
const keptEncoder = z.object({
  /** The digest of the folder. */
  id: z.string().min(1),
  folder: z.string(),
  name: z.string(),
  recipe,
  isInt8: z.boolean(),
  bytes: z.number(),
  dimensions: z.int(),
  languages: z.array(z.string()),
  reads: z.object({ ko: reading, en: reading }),
  /** null: there are none. */
  int8: int8.nullable(),
  /** Size and time of the files it was read from, one after another. */
  stamp: z.string(),
  added: z.string(),
});
export type KeptEncoder = z.output<typeof keptEncoder>;

/** `own`: the studio's. Otherwise a kept encoder, with weights as they came or of one byte. */
const choice = z.object({ id: z.string(), isInt8: z.boolean() });
export type EncoderChoice = z.output<typeof choice>;
export const ownEncoder: EncoderChoice = { id: 'own', isInt8: false };

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder') }),
  z.object({ kind: z.literal('s3'), uri: z.string(), endpoint: z.string(), region: z.string() }),
  z.object({ kind: z.literal('cloud'), uri: z.string(), region: z.string() }),
]);
/** Without its keys: those are kept apart. */
export type KeptPlace = z.output<typeof place>;

const setupShape = z.object({
  encoders: z.array(keptEncoder).catch([]),
  serves: choice.catch(ownEncoder),
  /** Takes over once it knows everything; begun anew when the studio is opened again. */
  next: choice.nullable().catch(null),
  place: place.catch({ kind: 'folder' }),
});
export type SearchSetup = z.output<typeof setupShape>;

/** A small document that the host keeps. */
export interface KeptDocument {
  read(): unknown;
  write(value: unknown): void;
}

export interface SetupStore {
  get(): SearchSetup;
  set(part: Partial<SearchSetup>): SearchSetup;
}

/** The setup in a document; what makes no sense in it is as if it had never been. */
export function setupIn(document: KeptDocument): SetupStore {
  let now: SearchSetup | undefined;
  const get = () => {
    now ??= setupShape.parse(isRecord(document.read()) ? document.read() : {});
    return now;
  };
  return {
    get,
    set(part) {
      now = { ...get(), ...part };
      document.write(now);
      return now;
    },
  };
}

/** A document that forgets itself when the process ends. */
export function createMemoryDocument(value: unknown = {}): KeptDocument {
  let kept = value;
  return {
    read: () => kept,
    write(next) {
      kept = structuredClone(next);
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
