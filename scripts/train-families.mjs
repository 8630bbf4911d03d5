/**
 * @file `npm run train:families [-- --encoder FOLDER] [--into FOLDER]`: the head that tells the odour family of a description
 * from the encoder's vector. It belongs to one encoder and is trained again whenever that is.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';
import { say } from './say.mjs';
import { readSource } from './train-encoder.mjs';

const seed = 1;
const count = { train: 12_000, test: 2000 };
const [hidden, steps] = [128, 3000];
const load = (...parts) => import(pathToFileURL(inProject('main', ...parts)).href);

/** Trains, measures and writes; answers an exit code. */
export async function trainFamilies(args) {
  const value = (word, otherwise) => (args.includes(word) ? args[args.indexOf(word) + 1] : otherwise);
  const into = path.resolve(value('--into', inProject('native-models', 'families')));
  const encoderFolder = path.resolve(value('--encoder', inProject('native-models', 'encoder')));
  const [{ OrtClient }, { openShippedEncoder }, { families: all }, { startTraining }] = await Promise.all([
    load('intelligence/models/ort-client.ts'),
    load('intelligence/language/encoder/shipped-encoder.ts'),
    load('perfumery/material/material.ts'),
    load('intelligence/training/worker/start-training.ts'),
  ]);
  const ort = new OrtClient();
  const encoder = await openShippedEncoder(encoderFolder, ort);
  const families = all.filter((family) => family !== 'solvent');
  const [train, test] = await drawn(families);
  const shape = { width: encoder.dimensions, hidden, classes: families.length };
  const examples = await encoder.encode(
    train.map(({ text }) => text),
    'query',
  );
  const targets = Float32Array.from(train.flatMap(({ shares }) => shares));
  const weights = await startTraining('classifier', { ...shape, examples, targets, steps, seed }).done;
  const bytes = await exported(weights, shape);
  const accuracy = await accuracyOf(
    ort,
    bytes,
    await encoder.encode(
      test.map(({ text }) => text),
      'query',
    ),
    test,
    shape,
  );
  const manifest = {
    id: 'sillage-families',
    purpose: 'Tells the odour family of a description from the vector of the encoder it names.',
    kind: 'classifier',
    file: 'families.onnx',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    licence: 'MIT',
    languages: ['ko', 'en'],
    source: 'Trained by Sillage on sentences made from assets/lexicon and assets/catalogue.',
    command: 'npm run train:families',
    seed,
    families,
    encoder: encoder.id,
    figures: { steps, examples: train.length, accuracyOnOtherSentences: accuracy },
  };
  mkdirSync(into, { recursive: true });
  writeFileSync(path.join(into, manifest.file), bytes);
  writeFileSync(path.join(into, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await ort.stop();
  say(`families told from ${test.length} other sentences: ${(100 * accuracy).toFixed(1)} % right`);
  return 0;
}

/** Sentences to learn from, and others in the ways of speaking that are kept back. */
async function drawn(families) {
  const [{ World }, { FamilyExamples }, { SeededRandom }] = await Promise.all([
    load('intelligence/language/encoder/world/world.ts'),
    load('intelligence/language/families/family-examples.ts'),
    load('foundation/seeded-random.ts'),
  ]);
  const examples = new FamilyExamples(new World(await readSource()), families);
  return ['train', 'test'].map((part, at) => {
    const random = new SeededRandom(seed + at);
    return Array.from({ length: count[part] }, () => examples.draw(random, part));
  });
}

async function exported(weights, shape) {
  const [{ exportOnnx }, { classify }] = await Promise.all([
    load('intelligence/training/run/export-onnx.ts'),
    load('intelligence/training/classifier/classifier.ts'),
  ]);
  const { width, classes } = shape;
  return exportOnnx((graph) => {
    const x = graph.input('x', [1, width], 'float32', ['texts', width]);
    graph.output('logits', classify(graph, x, shape), ['texts', classes]);
  }, weights);
}

async function accuracyOf(ort, bytes, vectors, test, { width, classes }) {
  const model = await ort.open(bytes, 'families');
  const { logits } = await model.run({ x: { type: 'float32', shape: [test.length, width], data: vectors } });
  const top = (list) => list.indexOf(Math.max(...list));
  const right = test.filter(
    ({ shares }, row) => top([...logits.data.subarray(row * classes, (row + 1) * classes)]) === top(shares),
  );
  return Number((right.length / test.length).toFixed(3));
}
