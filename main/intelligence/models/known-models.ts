/**
 * @file What is known of models a perfumer may want: facts with their sources, never weights. Read from
 * native-models/known-models.json; a fault in it is a bug, not bad input.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { invariant } from '#foundation/errors.ts';

const inTwoLanguages = z.object({ en: z.string().min(1), ko: z.string().min(1) });
const count = z.int().positive();
/** GB of 10⁹ bytes. */
const gigabytes = z.number().positive();

/** Facts that name their source. */
const sourced = z.enum([
  'parameters',
  'context',
  'layers',
  'heads',
  'keyHeads',
  'headWidth',
  'width',
  'feedForward',
  'vocabulary',
  'isTied',
  'files',
  'graphicsMemory',
  'licence',
  'languages',
  'goodFor',
  'scores',
]);

const knownModel = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/),
  name: z.string(),
  maker: z.string(),
  /** As `general.architecture` has it in a GGUF file. */
  architecture: z.string(),
  /** How many weights, as the maker rounds it. */
  parameters: count,
  /** Tokens it can look back on without being stretched. */
  context: count,
  layers: count,
  heads: count,
  keyHeads: count,
  headWidth: count,
  width: count,
  feedForward: count,
  vocabulary: count,
  /** Whether the embedding is the output head too: then no adapter can be learned on the head. */
  isTied: z.boolean(),
  /** Sizes of published files. `sha256` only where it was published. */
  files: z.array(
    z.strictObject({
      quantisation: z.string(),
      gigabytes,
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
  ),
  /** Reckoned memory of a graphics card that holds everything. */
  graphicsMemory: z.strictObject({
    quantisation: z.string(),
    weights: gigabytes,
    atContext: z.array(z.strictObject({ context: count, gigabytes })),
  }),
  licence: z.strictObject({
    id: z.string(),
    commercialUse: z.enum(['allowed', 'conditional', 'not-allowed']),
    url: z.url(),
    note: inTwoLanguages.optional(),
  }),
  /** ISO 639-1, those its maker names. */
  languages: z.array(z.string().length(2)),
  goodFor: inTwoLanguages,
  scores: z.array(z.strictObject({ name: z.string(), score: z.number() })).optional(),
  sources: z.partialRecord(sourced, z.string()),
});

const knownModels = z.strictObject({
  sources: z.record(
    z.string(),
    z.strictObject({ title: z.string(), url: z.url().optional(), note: z.string().optional() }),
  ),
  models: z.array(knownModel),
});

export type KnownModel = z.infer<typeof knownModel>;
export type KnownModels = z.infer<typeof knownModels>;

/** Reads the table under `nativeModelsFolder`. Every fact in it names a source that is there. */
export function loadKnownModels(nativeModelsFolder: string): KnownModels {
  const text = readFileSync(path.join(nativeModelsFolder, 'known-models.json'), 'utf8');
  const table = knownModels.parse(JSON.parse(text));
  for (const { id, sources, ...facts } of table.models) {
    for (const fact of sourced.options) {
      if (!(fact in facts)) continue;
      const source = sources[fact];
      invariant(source !== undefined && source in table.sources, `${fact} of ${id} names a source that is there`);
    }
  }
  return table;
}

/** Whether a file may be this model: the same architecture, layers, width and vocabulary. */
export function isLike(
  known: KnownModel,
  file: {
    readonly architecture: string;
    readonly layers?: number;
    readonly width?: number;
    readonly vocabulary?: number;
  },
): boolean {
  return (
    known.architecture === file.architecture &&
    known.layers === file.layers &&
    known.width === file.width &&
    known.vocabulary === file.vocabulary
  );
}
