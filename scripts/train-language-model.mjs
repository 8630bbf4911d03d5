/**
 * @file `npm run train:language-model [-- --quick] [--steps N] [--threads N] [--into FOLDER]`: the demonstration model, from
 * the catalogue and the lexicon to a GGUF file with its manifest. Stopped, it goes on where it was.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const seed = 1;
const rows = 4;
const length = 256;

/** Trains, measures and writes; answers an exit code. */
export async function trainLanguageModel(args) {
  const { quick, steps, threads, into } = understood(args);
  const [{ loadCatalogue }, { loadExamples }, lm, { writeGguf }, { LocalControl }] = await Promise.all([
    load('main/library/catalogue/load-catalogue.ts'),
    load('main/library/catalogue/load-examples.ts'),
    languageModel(),
    load('main/intelligence/models/gguf/write-gguf.ts'),
    load('main/intelligence/training/run/training-control.ts'),
  ]);
  const sources = readSources({ loadCatalogue, loadExamples, conceptsOf: lm.conceptsOf });
  const { learned, heldOut } = lm.conversationsFrom(sources);
  const tokenizer = lm.learnTokenizer(learned, lm.demonstrationShape.vocabulary, seed, quick ? 2000 : 12_000);
  const shape = { ...lm.demonstrationShape, vocabulary: tokenizer.tokens.length };
  say(`${tokenizer.tokens.length} tokens learned; ${steps} steps of ${rows * length} tokens`);
  const checkpoint = { file: inProject('.runtime', 'training', `language-model-${seed}-${steps}.safetensors`), every: 50 };
  const began = performance.now();
  const control = new LocalControl(progressTeller(began, steps));
  const course = { shape, tokenizer, learned, steps, seed, rows, length, threads, checkpoint };
  const weights = await lm.trainLanguageModel(course, control);
  const seconds = Math.round((performance.now() - began) / 1000);
  const measured = { weights, shape, tokenizer, seed: seed + 2, answers: quick ? 40 : 600, length: 256 };
  const unseen = await lm.measureLanguageModel({ ...measured, draw: heldOut });
  say(`perplexity of answers to questions held out: ${unseen.perplexity.toFixed(3)} ${JSON.stringify(unseen.byTask)}`);
  const title = {
    name: 'Sillage demonstration',
    licence: 'MIT',
    description:
      'Shows that the path works. Trained by Sillage on text made from its own catalogue; add a larger model.',
  };
  const { metadata, tensors } = lm.toGguf(weights, shape, tokenizer, title, 'F16');
  mkdirSync(into, { recursive: true });
  const file = path.join(into, 'sillage-demonstration-f16.gguf');
  writeGguf(`${file}.part`, metadata, tensors);
  renameSync(`${file}.part`, file);
  const figures = {
    parameters: [...weights.values()].reduce((sum, { data }) => sum + data.length, 0),
    vocabulary: shape.vocabulary,
    context: shape.context,
    layers: shape.layers,
    width: shape.width,
    steps,
    tokensSeen: steps * rows * length,
    seconds,
    threads,
    heldOut: {
      answers: unseen.answers,
      perplexity: rounded(unseen.perplexity),
      byTask: mapped(unseen.byTask, rounded),
    },
  };
  const manifest = {
    id: 'sillage-demonstration',
    purpose: 'demonstration',
    kind: 'language-model',
    file: path.basename(file),
    bytes: statSync(file).size,
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    licence: 'MIT',
    languages: ['ko', 'en'],
    source: 'Trained by Sillage on text made from assets/catalogue, assets/lexicon and assets/examples.',
    command: `npm run train:language-model${quick ? ' -- --quick' : ''}`,
    seed,
    figures,
  };
  writeFileSync(path.join(into, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  say(`${file}: ${(manifest.bytes / 1e6).toFixed(1)} MB, sha256 ${manifest.sha256}`);
  return 0;
}

function understood(args) {
  const value = (word, otherwise) => (args.includes(word) ? args[args.indexOf(word) + 1] : otherwise);
  const quick = args.includes('--quick');
  return {
    quick,
    steps: Number(value('--steps', quick ? 30 : 3000)),
    threads: Number(value('--threads', 1)),
    into: path.resolve(
      value('--into', quick ? inProject('out', 'demonstration') : inProject('native-models', 'demonstration')),
    ),
  };
}

function readSources({ loadCatalogue, loadExamples, conceptsOf }) {
  const assets = inProject('assets');
  const { materials, descriptors } = loadCatalogue(assets);
  const lexicon = path.join(assets, 'lexicon');
  const concepts = readdirSync(lexicon)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => conceptsOf(JSON.parse(readFileSync(path.join(lexicon, name), 'utf8'))));
  const [english, korean] = ['en', 'ko'].map((language) => loadExamples(assets, language));
  const examples = english.map(({ brief, onBench }, i) => ({
    wish: { en: brief, ko: korean[i].brief },
    lines: onBench.formula.lines.flatMap(({ ingredient, parts }) =>
      ingredient.kind === 'material' ? [{ material: ingredient.materialId, parts: Number(parts) }] : [],
    ),
  }));
  return { materials, descriptors: new Map(descriptors.map(({ id, name }) => [id, name])), concepts, examples };
}

function progressTeller(began, steps) {
  let first;
  let smooth;
  return ({ step, loss, rate }) => {
    first ??= step;
    smooth = smooth === undefined ? loss : smooth * 0.95 + loss * 0.05;
    if (step % 25 !== 0 && step !== steps) return;
    const each = (performance.now() - began) / 1000 / (step - first + 1);
    say(
      `step ${step}/${steps}, loss ${smooth.toFixed(3)}, rate ${rate.toExponential(1)}, ` +
        `${Math.round((rows * length) / each)} tokens/s, ${Math.ceil(((steps - step) * each) / 60)} min left`,
    );
  };
}

async function languageModel() {
  const folder = 'main/intelligence/training/language-model';
  const names = [
    'train-language-model',
    'measure-language-model',
    'learn-tokenizer',
    'demonstration-shape',
    'to-gguf',
    'corpus/draw-conversation',
    'corpus/concepts-of',
  ];
  return Object.assign({}, ...(await Promise.all(names.map((name) => load(`${folder}/${name}.ts`)))));
}

const load = (file) => import(pathToFileURL(inProject(file)).href);
const rounded = (value) => Number(value.toPrecision(4));
const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
