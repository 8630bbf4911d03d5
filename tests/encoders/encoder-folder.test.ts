import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStudioError } from '#foundation/errors.ts';
import { checkInt8, isClose } from '#intelligence/language/imported/check-int8.ts';
import { readEncoderFolder } from '#intelligence/language/imported/encoder-folder.ts';
import { openImportedEncoder } from '#intelligence/language/imported/imported-encoder.ts';
import { readOnnxHead } from '#intelligence/language/imported/onnx-head.ts';
import { openSentenceReader } from '#intelligence/language/imported/read-sentences.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import type { OnnxModel } from '#intelligence/training/onnx/onnx-model.ts';
import { type TinyEncoderOptions, tinyDimensions, writeTinyEncoder } from '#tests/fixtures/tiny-encoder.ts';

const ort = new OrtClient();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sillage 인코더 100%-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => ort.stop());

const read = (options: TinyEncoderOptions = {}) => {
  writeTinyEncoder(folder, options);
  return readEncoderFolder(folder);
};
const opened = async (options: TinyEncoderOptions = {}) => {
  const { recipe, digest } = await read(options);
  return openImportedEncoder({ id: digest, name: 'tiny', recipe, ort });
};
const reasonOf = async (asked: Promise<unknown>) => {
  const error = await asked.then(
    () => 'answered',
    (failed: unknown) => failed,
  );
  return isStudioError(error, 'encoder.refused') ? error.facts.reason : error;
};
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, one, at) => sum + one * (b[at] as number), 0);
const vectorsOf = (all: Float32Array) =>
  Array.from({ length: all.length / tinyDimensions }, (_, at) =>
    all.subarray(at * tinyDimensions, (at + 1) * tinyDimensions),
  );

describe('a folder', () => {
  it('says how its model is used', async () => {
    const files = {
      'sentence_bert_config.json': { max_seq_length: 48 },
      'config_sentence_transformers.json': { prompts: { query: 'ask: ', document: 'text: ' } },
      'README.md': '---\nlanguage:\n- multilingual\n- ko\n- en\nlicense: mit\n---\n# A model',
    };
    const found = await read({ file: 'onnx/model.onnx', pooling: 'cls', files });
    expect(found.recipe).toMatchObject({
      pooling: 'cls',
      isPoolingTold: true,
      maxTokens: 48,
      prefixes: { query: 'ask: ', passage: 'text: ' },
      output: 'last_hidden_state',
      padToken: 0,
    });
    expect(found.recipe.inputs.map(({ name }) => name)).toEqual(['input_ids', 'attention_mask', 'token_type_ids']);
    expect(found).toMatchObject({ languages: ['ko', 'en'], isInt8: false, ownInt8: null });
  });

  it('of an e5 that says nothing of prefixes gets those e5 learned with, and of XLM-R no more places than it has', async () => {
    const config = {
      _name_or_path: 'intfloat/multilingual-e5-small',
      model_type: 'xlm-roberta',
      max_position_embeddings: 514,
    };
    const files = {
      'config.json': config,
      'tokenizer_config.json': { model_max_length: 1e30 },
      'modules.json': undefined,
    };
    const { recipe } = await read({ pooling: null, files });
    expect(recipe).toMatchObject({
      prefixes: { query: 'query: ', passage: 'passage: ' },
      maxTokens: 512,
      pooling: 'mean',
      isPoolingTold: false,
    });
  });

  it('is another one when a weight, the tokenizer or the pooling is', async () => {
    const digests = [
      await read(),
      await read({ seed: 2 }),
      await read({ pooling: 'cls' }),
      await read({ groups: [['galbanum', 'hyacinth']] }),
    ].map(({ digest }) => digest);
    expect(new Set(digests).size).toBe(4);
  });

  const without = (model: OnnxModel, change: Partial<OnnxModel>) => ({ ...model, ...change });
  it.each<[string, string, TinyEncoderOptions]>([
    ['without a tokenizer', 'no-tokenizer', { files: { 'tokenizer.json': undefined } }],
    ['with a tokenizer that is no JSON', 'bad-tokenizer', { files: { 'tokenizer.json': '{' } }],
    ['with a configuration that is no JSON', 'bad-config', { files: { 'config.json': 'null' } }],
    [
      'with a layer after the pooling',
      'pooling',
      { files: { 'modules.json': [{ type: 'sentence_transformers.models.Dense' }] } },
    ],
    [
      'pooled in a way nobody here knows',
      'pooling',
      { files: { '1_Pooling/config.json': { pooling_mode_max_tokens: true } } },
    ],
    [
      'whose model looks at pictures',
      'inputs',
      {
        change: (model) =>
          without(model, { inputs: [{ name: 'pixel_values', type: 'float32', shape: [1, 3, 'w', 'h'] }] }),
      },
    ],
    [
      'whose model answers whole numbers',
      'outputs',
      {
        change: (model) =>
          without(model, { outputs: [{ name: 'words', type: 'int64', shape: ['batch', 'tokens', 64] }] }),
      },
    ],
    ['whose model has no operators', 'not-onnx', { change: (model) => without(model, { nodes: [] }) }],
  ])('%s is refused', async (_, reason, options) => {
    const asked = read(options);
    expect(await reasonOf(asked)).toBe(reason);
  });

  it('that is none, that is empty, or whose model is something else is refused', async () => {
    expect(await reasonOf(readEncoderFolder(path.join(folder, 'nowhere')))).toBe('no-folder');
    expect(await reasonOf(readEncoderFolder(folder))).toBe('no-model');
    writeTinyEncoder(folder);
    writeFileSync(path.join(folder, 'model.onnx'), '<!doctype html><title>Sign in</title>');
    expect(await reasonOf(readEncoderFolder(folder))).toBe('not-onnx');
  });

  it('whose model ends too early is refused wherever it ends, before onnxruntime sees it', () => {
    writeTinyEncoder(folder);
    const file = path.join(folder, 'model.onnx');
    const whole = readFileSync(file);
    for (const share of [0, 0.001, 0.3, 0.9, 0.9999]) {
      writeFileSync(file, whole);
      truncateSync(file, Math.floor(whole.length * share));
      expect(readOnnxHead(file), `at ${share}`).toHaveProperty('fault');
    }
  });
});

describe('weights beside the model', () => {
  /** A TensorProto whose numbers lie in another file, as its fields. */
  const elsewhere = (location: string, length: number) => {
    const bytes = (number: number, content: Buffer) =>
      Buffer.concat([Buffer.from([number * 8 + 2, content.length]), content]);
    const entry = (key: string, value: string) =>
      bytes(13, Buffer.concat([bytes(1, Buffer.from(key)), bytes(2, Buffer.from(value))]));
    const tensor = Buffer.concat([
      Buffer.from([8, 4, 16, 1]),
      bytes(8, Buffer.from('w')),
      entry('location', location),
      entry('length', String(length)),
      Buffer.from([112, 1]),
    ]);
    const port = (number: number) => bytes(number, bytes(1, Buffer.from('x')));
    const graph = Buffer.concat([bytes(1, bytes(4, Buffer.from('Identity'))), bytes(5, tensor), port(11), port(12)]);
    return Buffer.concat([bytes(7, graph), bytes(8, Buffer.from([16, 17]))]);
  };
  it.each([
    ['are counted when they are there', 'model.onnx_data', 16, undefined],
    ['that are too short are missed', 'model.onnx_data', 17, 'weights-missing'],
    ['that are not there are missed', 'other.bin', 16, 'weights-missing'],
    ['may not lie outside the folder', '../../../etc/passwd', 16, 'weights-missing'],
    ['may not lie anywhere on the machine', '/etc/passwd', 16, 'weights-missing'],
  ])('%s', (_, location, length, fault) => {
    writeFileSync(path.join(folder, 'model.onnx_data'), new Uint8Array(16));
    const file = path.join(folder, 'model.onnx');
    writeFileSync(file, elsewhere(location, length));
    const head = readOnnxHead(file);
    if (fault) expect(head).toMatchObject({ fault });
    else expect(head).toMatchObject({ hasOtherFiles: true, bytes: readFileSync(file).length + 16 });
  });
});

describe('an imported encoder', () => {
  it('answers unit vectors in the order of the texts, the same alone and among others', async () => {
    const encoder = await opened();
    const texts = ['wet earth after rain', '', '봄', 'a green note '.repeat(60), '상큼하고 로맨틱한 봄 향수'];
    const together = vectorsOf(await encoder.encode(texts, 'query'));
    for (const [place, text] of texts.entries()) {
      const alone = await encoder.encode([text], 'query');
      expect(cosine(alone, together[place] as Float32Array)).toBeCloseTo(1, 5);
    }
    await encoder.close();
  });

  it('hears words of one meaning as one, in two languages, and puts the prefix before what is asked', async () => {
    const groups = [['citron', '유자'], ['query'], ['passage']];
    const files = { 'config_sentence_transformers.json': { prompts: { query: 'query: ', passage: 'passage: ' } } };
    const plain = await opened({ groups });
    const [citron, yuja, other] = vectorsOf(await plain.encode(['citron', '유자', 'leather'], 'query'));
    expect(cosine(citron as Float32Array, yuja as Float32Array)).toBeGreaterThan(0.9);
    expect(cosine(citron as Float32Array, other as Float32Array)).toBeLessThan(0.5);
    await plain.close();
    const prefixed = await opened({ groups, files });
    const asked = await prefixed.encode(['citron'], 'query');
    const told = await prefixed.encode(['citron'], 'passage');
    expect(cosine(asked, told)).toBeLessThan(0.9);
    await prefixed.close();
  });

  it('takes the first token where the folder says so', async () => {
    const mean = await opened({ groups: [['citron']] });
    const cls = await opened({ groups: [['citron']], pooling: 'cls' });
    const [a, b] = [await mean.encode(['citron'], 'query'), await cls.encode(['citron'], 'query')];
    expect(cosine(a, b)).toBeLessThan(0.999);
    await Promise.all([mean.close(), cls.close()]);
  });

  it('that does not run, or says the same of everything, is refused', async () => {
    const unknown = (model: OnnxModel) => ({
      ...model,
      nodes: model.nodes.map((node) => (node.operator === 'Softmax' ? { ...node, operator: 'Guess' } : node)),
    });
    const mute = (model: OnnxModel) => ({
      ...model,
      constants: model.constants.map((one) =>
        one.name === 'table' ? { ...one, data: new Float32Array((one.data as Float32Array).length).fill(1) } : one,
      ),
    });
    const few = (model: OnnxModel) => ({
      ...model,
      constants: model.constants.map((one) =>
        one.name === 'table' ? { ...one, shape: [6, 64], data: (one.data as Float32Array).slice(0, 6 * 64) } : one,
      ),
    });
    expect(await reasonOf(opened({ change: unknown }))).toBe('not-run');
    expect(await reasonOf(opened({ change: few }))).toBe('not-run');
    expect(await reasonOf(opened({ change: mute }))).toBe('says-nothing');
  });
});

describe('weights of one byte', () => {
  const check = async (options: TinyEncoderOptions) => {
    const found = await read(options);
    const whole = await openImportedEncoder({ id: 'whole', name: found.name, recipe: found.recipe, ort });
    const stages: string[] = [];
    const offer = await checkInt8(found, {
      ort,
      whole,
      file: path.join(folder, 'small.onnx'),
      told: ({ stage }) => stages.push(stage),
      signal: new AbortController().signal,
    });
    await whole.close();
    return { offer, stages, found };
  };

  it('are offered with the cosine that was measured, and are a third of the size or less', async () => {
    const { offer, stages, found } = await check({});
    expect(offer).toMatchObject({ by: 'studio' });
    expect(isClose(offer as never)).toBe(true);
    expect(offer?.bytes).toBeLessThan(found.bytes / 3);
    expect(new Set(stages)).toEqual(new Set(['comparing', 'shrinking']));
  });

  it('are not offered where one number drowns the others', async () => {
    const { offer } = await check({ hasOutlier: true });
    expect(offer?.lowest).toBeLessThan(0.98);
    expect(isClose(offer as never)).toBe(false);
  });
});

describe('a tokenizer', () => {
  it('keeps what stands around a sentence when the sentence is cut', () => {
    writeTinyEncoder(folder);
    const reader = openSentenceReader(path.join(folder, 'tokenizer.json'), 'tiny');
    expect([...reader.read('spring '.repeat(50), 6)].map((id, at) => (at === 0 || at === 5 ? id : 0))).toEqual([
      2, 0, 0, 0, 0, 3,
    ]);
  });

  it('of pieces with likelihoods, as multilingual models have, is read, and tells a language it does not know', () => {
    const pieces: [string, number][] = [
      ['<s>', 0],
      ['<pad>', 0],
      ['</s>', 0],
      ['<unk>', 0],
    ];
    const words = 'a fresh and romantic spring perfume , wet earth after rain cosy musk'.split(' ');
    for (const word of words) pieces.push([`▁${word}`, -5]);
    for (const letter of 'abcdefghijklmnopqrstuvwxyz,▁') pieces.push([letter, -9]);
    const file = path.join(folder, 'tokenizer.json');
    const pattern = { Regex: ' {2,}' };
    const tokenizer = {
      version: '1.0',
      added_tokens: pieces.slice(0, 4).map(([content], id) => ({
        id,
        content,
        special: true,
        normalized: false,
        single_word: false,
        lstrip: false,
        rstrip: false,
      })),
      normalizer: {
        type: 'Sequence',
        normalizers: [
          { type: 'Precompiled', precompiled_charsmap: null },
          { type: 'Replace', pattern, content: ' ' },
        ],
      },
      pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
      post_processor: {
        type: 'TemplateProcessing',
        single: [
          { SpecialToken: { id: '<s>', type_id: 0 } },
          { Sequence: { id: 'A', type_id: 0 } },
          { SpecialToken: { id: '</s>', type_id: 0 } },
        ],
        pair: [],
        special_tokens: {
          '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
          '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] },
        },
      },
      model: { type: 'Unigram', unk_id: 3, vocab: pieces },
    };
    writeFileSync(file, JSON.stringify(tokenizer));
    const { facts, read: tokens } = openSentenceReader(file, 'pieces');
    expect([...tokens('fresh spring', 512)]).toEqual([0, 5, 8, 2]);
    expect(facts).toMatchObject({ en: 'words', ko: 'lost' });
  });
});
