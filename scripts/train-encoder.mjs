/**
 * @file `npm run train:encoder [-- --quick] [--steps N] [--into FOLDER] [--hold]`: the text encoder, from lexicon and catalogue
 * to an ONNX file with its manifest. Stopped, it goes on where it was. The same seed gives the same file.
 *
 * `--quick` learns for a minute or two and writes into out/. `--hold` keeps a word of every concept out of the training and
 * asks for it afterwards, which shows what an encoder cannot know; it writes nothing.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const seed = 1;
const shape = { questions: 56, documents: 96, words: 1664 };
const load = (...parts) => import(pathToFileURL(inProject('main', ...parts)).href);

/** Trains, measures and writes; answers an exit code. */
export async function trainEncoder(args) {
  const { steps, into, holds, command } = understood(args);
  const source = await readSource();
  const trainedOn = createHash('sha256').update(JSON.stringify(source)).digest('hex');
  const checkpoint = checkpointOf({ steps, holds, trainedOn });
  const began = performance.now();
  const { startTraining } = await load('intelligence/training/worker/start-training.ts');
  const options = {
    source,
    seed,
    steps,
    ...shape,
    forms: holds ? 'seen' : 'all',
    checkpoint: { file: checkpoint, every: 100 },
  };
  const { weights } = await startTraining('encoder', options, { onProgress: teller(steps) }).done;
  const seconds = Math.round((performance.now() - began) / 1000);
  const { small, ...measured } = await measure(weights, source, holds);
  if (!holds) await write({ into, command, small, trainedOn, figures: { ...measured, steps, seconds } });
  rmSync(checkpoint, { force: true });
  return 0;
}

/** Lexicon and catalogue as the training takes them. */
export async function readSource() {
  const [{ loadLexicon }, { loadCatalogue }] = await Promise.all([
    load('library/catalogue/load-lexicon.ts'),
    load('library/catalogue/load-catalogue.ts'),
  ]);
  const { concepts } = loadLexicon(inProject('assets'));
  const { materials, descriptors } = loadCatalogue(inProject('assets'));
  return {
    concepts,
    descriptors,
    materials: materials.map(({ id, name, aliases, family, role, descriptors: words }) => ({
      id,
      name,
      aliases,
      family,
      role,
      descriptors: words,
    })),
  };
}

function understood(args) {
  const value = (word, otherwise) => (args.includes(word) ? args[args.indexOf(word) + 1] : otherwise);
  const quick = args.includes('--quick');
  const told = args.filter((word, at) => word !== '--into' && args[at - 1] !== '--into');
  const folder = quick ? inProject('out', 'encoder') : inProject('native-models', 'encoder');
  return {
    holds: args.includes('--hold'),
    steps: Number(value('--steps', quick ? 400 : 3000)),
    into: path.resolve(value('--into', folder)),
    command: `npm run train:encoder${told.length ? ` -- ${told.join(' ')}` : ''}`,
  };
}

function checkpointOf(what) {
  const key = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 12);
  return inProject('.runtime', 'training', `encoder-${key}.safetensors`);
}

function teller(steps) {
  const began = performance.now();
  let [smooth, first] = [undefined, undefined];
  return ({ step, loss }) => {
    first ??= step;
    smooth = smooth === undefined ? loss : 0.98 * smooth + 0.02 * loss;
    if (step % Math.max(1, Math.floor(steps / 40)) !== 0) return;
    const left = ((performance.now() - began) / (step - first + 1)) * (steps - step);
    say(`step ${step} of ${steps}, loss ${smooth.toFixed(3)}, about ${Math.round(left / 1000)} s left`);
  };
}

async function measure(weights, source, holds) {
  const [{ exportEncoder }, { runEncoder }, { dimensions }, { World }, evaluation, { OrtSession }, { meanCosine }] =
    await Promise.all([
      load('intelligence/language/encoder/export-encoder.ts'),
      load('intelligence/language/encoder/run-encoder.ts'),
      load('intelligence/language/encoder/encoder-network.ts'),
      load('intelligence/language/encoder/world/world.ts'),
      load('intelligence/language/encoder/training/evaluate-encoder.ts'),
      load('intelligence/models/ort-session.ts'),
      load('intelligence/training/int8/mean-cosine.ts'),
    ]);
  const { whole, small } = exportEncoder(weights);
  const encodeBy = async (bytes) => {
    const session = await OrtSession.open(bytes, 'encoder');
    return (texts) => runEncoder(texts, (inputs, expected) => session.run(inputs, expected));
  };
  const [exact, encode] = [await encodeBy(whole), await encodeBy(small)];
  const names = source.materials.map(({ name }) => `${name.ko} ${name.en}`);
  const cosineOfInt8 = meanCosine(await exact(names), await encode(names), dimensions);
  const kinds = [...evaluation.questionKinds, ...(holds ? evaluation.unseenKinds : [])];
  const heldOut = await evaluation.evaluateEncoder({
    world: new World(source),
    encode,
    dimensions,
    kinds,
    seed: seed + 76,
  });
  console.table(heldOut);
  const parameters = [...weights.values()].reduce((sum, { data }) => sum + data.length, 0);
  return { small, parameters, cosineOfInt8: Number(cosineOfInt8.toFixed(6)), heldOut };
}

async function write({ into, command, small, trainedOn, figures }) {
  const [{ readingSignature }, { dimensions }] = await Promise.all([
    load('intelligence/language/encoder/encoder-manifest.ts'),
    load('intelligence/language/encoder/encoder-network.ts'),
  ]);
  const manifest = {
    id: 'sillage-encoder',
    purpose: 'Turns what is said of smells, in Korean and English, into directions that can be compared.',
    kind: 'encoder',
    file: 'encoder.onnx',
    bytes: small.length,
    sha256: createHash('sha256').update(small).digest('hex'),
    licence: 'MIT',
    languages: ['ko', 'en'],
    source: 'Trained by Sillage on sentences made from assets/lexicon and assets/catalogue.',
    command,
    seed,
    dimensions,
    trainedOn,
    reading: readingSignature(),
    figures,
  };
  mkdirSync(into, { recursive: true });
  writeFileSync(path.join(into, manifest.file), small);
  writeFileSync(path.join(into, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  say(`${path.join(into, manifest.file)}: ${(small.length / 1e6).toFixed(1)} MB, sha256 ${manifest.sha256}`);
}
