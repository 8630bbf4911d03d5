import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';

const tags = ['encoders'];
const none = z.object({});

/** `own`: the studio's encoder. `isInt8`: with weights of one byte. */
export const encoderChoiceShape = z.object({ id: z.string().min(1).max(100), isInt8: z.boolean().default(false) });
export type EncoderChoice = z.output<typeof encoderChoiceShape>;

/** `words`: whole words or large parts; `letters`: letter by letter, so that little is meant; `lost`: not at all. */
const reading = z.enum(['words', 'letters', 'lost']);

const listedShape = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  dimensions: z.int(),
  /** Of its weights. */
  bytes: z.number(),
  /** ISO 639 codes that its own page names. */
  languages: z.array(z.string()),
  reads: z.object({ ko: reading, en: reading }),
  /** Tokens of a text that are read. */
  maxTokens: z.int(),
  pooling: z.enum(['mean', 'cls', 'none']),
  /** Whether the folder says so. */
  isPoolingTold: z.boolean(),
  prefixes: z.object({ query: z.string(), passage: z.string() }),
  /** Its weights came as one byte each. */
  isInt8: z.boolean(),
  /** Weights of one byte: `mean` and `lowest` cosine with those it came with, over the studio's probe sentences. */
  int8: z
    .object({
      by: z.enum(['studio', 'folder']),
      bytes: z.number(),
      mean: z.number(),
      lowest: z.number(),
      /** Close enough to be offered: above 0.98. */
      isClose: z.boolean(),
    })
    .nullable(),
  isMissing: z.boolean(),
  /** Why it could not be used the last time. */
  problem: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
  added: z.string(),
});
export type ListedEncoder = z.output<typeof listedShape>;

export const encodersShape = z.object({
  own: z.object({ dimensions: z.int(), bytes: z.number(), languages: z.array(z.string()) }).nullable(),
  encoders: z.array(listedShape),
  serving: encoderChoiceShape.nullable(),
  /** Takes over when all `total` things are encoded. `because`: why that is not kept, or does not go on. */
  coming: z
    .object({ choice: encoderChoiceShape, done: z.int(), total: z.int(), because: z.string().nullable() })
    .nullable(),
});
export type Encoders = z.output<typeof encodersShape>;

/** `share`: of this stage, 0..1. */
const addingShape = z.discriminatedUnion('stage', [
  z.object({ stage: z.enum(['reading', 'trying']) }),
  z.object({ stage: z.enum(['shrinking', 'comparing']), share: z.number() }),
  z.object({ stage: z.literal('done'), id: z.string() }),
]);
export type AddingEncoder = z.output<typeof addingShape>;

export const encoders = {
  list: oc
    .route({ method: 'GET', path: '/encoders', summary: 'List the encoders of search', tags })
    .output(encodersShape),
  watch: oc
    .route({ method: 'GET', path: '/encoders/changes', summary: 'Follow the encoders of search', tags })
    .output(eventIterator(encodersShape)),
  /** Reads a folder with a sentence-transformer in ONNX, tries it, and adds it to the list. Leave the stream to cancel. */
  add: oc
    .route({ method: 'POST', path: '/encoders', summary: 'Add a folder with an encoder', tags })
    .errors(refusals)
    .input(z.object({ folder: z.string().min(1).max(4096) }))
    .output(eventIterator(addingShape)),
  /** Lets an encoder take over as soon as everything is encoded by it; until then the one that serves goes on. */
  use: oc
    .route({ method: 'PUT', path: '/encoders/chosen', summary: 'Choose the encoder of search', tags })
    .errors(refusals)
    .input(encoderChoiceShape)
    .output(none),
  /** Nobody takes over. What was encoded stays, so that it goes on from there another time. */
  cancel: oc
    .route({ method: 'DELETE', path: '/encoders/coming', summary: 'Keep the encoder that serves', tags })
    .output(none),
  /** Takes an encoder off the list with its vectors. Its folder stays. */
  remove: oc
    .route({ method: 'DELETE', path: '/encoders/{id}', summary: 'Remove an encoder', tags })
    .errors(refusals)
    .input(z.object({ id: z.string().min(1).max(100) }))
    .output(none),
};
