/** @file From the catalogue and the lexicon to the demonstration model as it ships: learned, measured, written. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelShape } from '#intelligence/models/gguf/model-shape.ts';
import { writeGguf } from '#intelligence/models/gguf/write-gguf.ts';
import type { Weights } from '../graph/weights.ts';
import type { TrainingControl } from '../run/training-control.ts';
import { conversationsFrom } from './corpus/draw-conversation.ts';
import type { CorpusSources } from './corpus/sources.ts';
import { demonstrationShape } from './demonstration-shape.ts';
import { learnTokenizer } from './learn-tokenizer.ts';
import { type Foresight, measureLanguageModel } from './measure-language-model.ts';
import { toGguf } from './to-gguf.ts';
import { trainLanguageModel } from './train-language-model.ts';

/** What is written beside the model. */
export interface DemonstrationManifest {
  readonly id: string;
  readonly purpose: 'demonstration';
  readonly command: string;
  readonly licence: string;
  readonly file: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly languages: readonly string[];
  readonly seed: number;
  readonly steps: number;
  /** SHA-256 of the catalogue, the lexicon and the examples it learned from. */
  readonly trainedOn: string;
  readonly figures: {
    readonly parameters: number;
    readonly vocabulary: number;
    readonly tokensSeen: number;
    /** Of the training, as long as it was not stopped in between; on this machine, with so many threads. */
    readonly seconds: number;
    readonly threads: number;
    /** On answers to questions that were never asked in training. */
    readonly heldOut: Foresight;
  };
}

export interface MakeDemonstration {
  readonly sources: CorpusSources;
  readonly trainedOn: string;
  readonly command: string;
  /** Where the model and its manifest go. */
  readonly folder: string;
  readonly checkpoint: string;
  readonly seed: number;
  readonly steps: number;
  readonly threads: number;
  /** Conversations the tokenizer is learned on, and answers that are measured. */
  readonly effort: { readonly tokenizer: number; readonly answers: number };
}

const file = 'sillage-demonstration-f16.gguf';
const licence = 'MIT';
const rows = 4;
/** Tokens of a row: further back it never had to look. */
const length = 256;

/** Makes the model, or goes on from its checkpoint, which is gone when it is done. */
export async function makeDemonstration(
  made: MakeDemonstration,
  control: TrainingControl,
): Promise<DemonstrationManifest> {
  const { sources, folder, checkpoint, seed, steps, threads, effort } = made;
  const { learned, heldOut } = conversationsFrom(sources);
  const tokenizer = learnTokenizer(learned, demonstrationShape.vocabulary, seed, effort.tokenizer);
  const shape: ModelShape = { ...demonstrationShape, vocabulary: tokenizer.tokens.length };
  const began = performance.now();
  const weights = await trainLanguageModel(
    { shape, tokenizer, learned, steps, seed, rows, length, threads, checkpoint: { file: checkpoint, every: 50 } },
    control,
  );
  const seconds = Math.round((performance.now() - began) / 1000);
  const unseen = await measureLanguageModel({
    weights,
    shape,
    tokenizer,
    draw: heldOut,
    seed: seed + 2,
    answers: effort.answers,
    length,
  });
  const title = {
    name: 'Sillage demonstration',
    licence,
    description:
      'Shows that the path works. Trained by Sillage on text made from its own catalogue; add a larger model.',
  };
  const { metadata, tensors } = toGguf(weights, shape, tokenizer, title, 'F16');
  mkdirSync(folder, { recursive: true });
  const target = path.join(folder, file);
  writeGguf(`${target}.part`, metadata, tensors);
  renameSync(`${target}.part`, target);
  const manifest: DemonstrationManifest = {
    id: 'sillage-demonstration',
    purpose: 'demonstration',
    command: made.command,
    licence,
    file,
    sha256: createHash('sha256').update(readFileSync(target)).digest('hex'),
    size: statSync(target).size,
    languages: ['ko', 'en'],
    seed,
    steps,
    trainedOn: made.trainedOn,
    figures: {
      parameters: parametersOf(weights),
      vocabulary: shape.vocabulary,
      tokensSeen: steps * rows * length,
      seconds,
      threads,
      heldOut: rounded(unseen),
    },
  };
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  rmSync(checkpoint, { force: true });
  return manifest;
}

function parametersOf(weights: Weights): number {
  return [...weights.values()].reduce((sum, { data }) => sum + data.length, 0);
}

function rounded({ perplexity, byTask, answers }: Foresight): Foresight {
  const short = (value: number) => Number(value.toPrecision(4));
  const tasks = Object.entries(byTask).map(([task, value]) => [task, short(value)]);
  return { perplexity: short(perplexity), byTask: Object.fromEntries(tasks), answers };
}
