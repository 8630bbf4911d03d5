/**
 * @file `npm run train:language-model [-- --quick] [--steps N] [--threads N] [--into FOLDER]`: the demonstration model, from
 * the catalogue and the lexicon to a GGUF file with its manifest. Stopped, it goes on where it was.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const seed = 1;

/** Trains, measures and writes; answers an exit code. */
export async function trainLanguageModel(args) {
  const { quick, steps, threads, folder } = understood(args);
  const { makeDemonstration } = await load('main/intelligence/training/language-model/make-demonstration.ts');
  const { LocalControl } = await load('main/intelligence/training/run/training-control.ts');
  const sources = await readSources();
  const trainedOn = createHash('sha256').update(JSON.stringify(sources)).digest('hex');
  const made = {
    sources: { ...sources, descriptors: new Map(sources.descriptors) },
    trainedOn,
    command: `npm run train:language-model${quick ? ' -- --quick' : ''}`,
    folder,
    checkpoint: inProject(
      '.runtime',
      'training',
      `language-model-${seed}-${steps}-${trainedOn.slice(0, 8)}.safetensors`,
    ),
    seed,
    steps,
    threads,
    effort: quick ? { tokenizer: 2000, answers: 40 } : { tokenizer: 12_000, answers: 600 },
  };
  say(`${steps} steps, ${threads} ${threads === 1 ? 'thread' : 'threads'}`);
  const { file, size, sha256, figures } = await makeDemonstration(made, new LocalControl(progressTeller()));
  console.log(JSON.stringify(figures.heldOut.byTask, null, 2));
  say(`perplexity of answers to questions held out: ${figures.heldOut.perplexity}`);
  say(`${path.join(folder, file)}: ${(size / 1e6).toFixed(1)} MB, sha256 ${sha256}`);
  return 0;
}

function understood(args) {
  const value = (word, otherwise) => (args.includes(word) ? args[args.indexOf(word) + 1] : otherwise);
  const quick = args.includes('--quick');
  const shipped = inProject('native-models', 'demonstration');
  return {
    quick,
    steps: Number(value('--steps', quick ? 30 : 3000)),
    threads: Number(value('--threads', 1)),
    folder: path.resolve(value('--into', quick ? inProject('.runtime', 'demonstration') : shipped)),
  };
}

/** Catalogue, lexicon and examples as plain values; the descriptors as pairs. */
async function readSources() {
  const { loadCatalogue } = await load('main/library/catalogue/load-catalogue.ts');
  const { loadExamples } = await load('main/library/catalogue/load-examples.ts');
  const { conceptsOf } = await load('main/intelligence/training/language-model/corpus/concepts-of.ts');
  const assets = inProject('assets');
  const { materials, descriptors } = loadCatalogue(assets);
  const lexicon = path.join(assets, 'lexicon');
  const concepts = readdirSync(lexicon)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => conceptsOf(JSON.parse(readFileSync(path.join(lexicon, name), 'utf8'))));
  const korean = loadExamples(assets, 'ko');
  const examples = loadExamples(assets, 'en').map(({ brief, onBench }, i) => ({
    wish: { en: brief, ko: korean[i].brief },
    lines: onBench.formula.lines.flatMap(({ ingredient, parts }) =>
      ingredient.kind === 'material' ? [{ material: ingredient.materialId, parts: Number(parts) }] : [],
    ),
  }));
  return { materials, descriptors: descriptors.map(({ id, name }) => [id, name]), concepts, examples };
}

function progressTeller() {
  let began;
  let first;
  let smooth;
  return ({ step, of, loss, rate }) => {
    began ??= performance.now();
    first ??= step;
    smooth = smooth === undefined ? loss : smooth * 0.95 + loss * 0.05;
    if (step % 25 !== 0 && step !== of) return;
    const each = (performance.now() - began) / 1000 / Math.max(1, step - first);
    say(
      `step ${step} of ${of}, loss ${smooth.toFixed(3)}, rate ${rate.toExponential(1)}, ` +
        `${each.toFixed(2)} s a step, ${Math.ceil(((of - step) * each) / 60)} min left`,
    );
  };
}

const load = (file) => import(pathToFileURL(inProject(file)).href);
