import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Llama, LlamaModel } from 'node-llama-cpp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import { toHalf } from '#intelligence/models/gguf/half-float.ts';
import { aNumber } from '#intelligence/models/gguf/metadata-of.ts';
import { readHeader } from '#intelligence/models/gguf/read-header.ts';
import { blockOf, bytesOf } from '#intelligence/models/gguf/tensor-type.ts';
import type { ReadableType } from '#intelligence/models/gguf/weights.ts';
import { type Tensor, writeGguf } from '#intelligence/models/gguf/write-gguf.ts';
import { adapterTargets, type TinyGguf, writeTinyAdapter, writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';
import { exactly, largestDifference, logProbabilitiesByLlama, openBareLlama } from './bare-llama.ts';
import { logProbabilitiesByReference, readReferenceModel } from './reference-forward.ts';
import { tensorsOfFile } from './tensors-of-file.ts';

const text = '{"material": "bergamot"} 베르가못 향이 어울립니다 🌹';
let folder: string;
let llama: Llama;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gguf-'));
  llama = await openBareLlama();
});
afterAll(async () => {
  await llama?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function withModel<T>(file: string, act: (model: LlamaModel) => Promise<T>): Promise<T> {
  const model = await llama.loadModel({ modelPath: file });
  try {
    return await act(model);
  } finally {
    await model.dispose();
  }
}

async function logProbabilities(
  model: LlamaModel,
  tokens: readonly number[],
  adapter?: { readonly filePath: string; readonly scale?: number },
): Promise<Float32Array[]> {
  const context = await model.createContext({ ...exactly, ...(adapter && { lora: { adapters: [adapter] } }) });
  try {
    return await logProbabilitiesByLlama(context, tokens);
  } finally {
    await context.dispose();
  }
}

describe('llama.cpp and the reference say the same of a model written here', () => {
  const qwen = { architecture: 'qwen2', isTied: true, rotationBase: 1e6, epsilon: 1e-6 } as const;
  const models: readonly [string, TinyGguf, number][] = [
    ['llama in F32', {}, 1e-4],
    ['qwen2, tied, in F32', { shape: qwen }, 1e-4],
    ['llama in F16', { type: 'F16' }, 1e-2],
    ['llama in Q8_0, whose inputs llama.cpp rounds to 8 bits', { type: 'Q8_0' }, 0.5],
  ];
  it.each(models)('%s', async (name, options, most) => {
    const file = path.join(folder, `${name}.gguf`);
    const { tokenizer } = writeTinyGguf(file, options);
    const tokens = tokenizer.encode(text);
    const theirs = await withModel(file, (model) => logProbabilities(model, tokens));
    const ours = logProbabilitiesByReference(await readReferenceModel(file), tokens);
    expect(largestDifference(theirs, ours)).toBeLessThan(most);
  });
});

describe('llama.cpp and we read the same ids', () => {
  const parts = [
    ...[
      '베르가못',
      '향이',
      'bergamot',
      'Iso E',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '\t',
      '12',
      '3.5 %',
      '{"a":',
      "don't",
      "'S",
      '🌹',
      '뷁',
    ],
    ...['é', '日本', '_', '-', '!!', '가', '각', '١٢', '\u00a0', 'ㅋㅋ', '﷽', '<|im_end|>', '\r\n', '👩🏽‍🔬', 'ẞ', '½'],
  ];
  it('on 400 mixed strings, and the text comes back', async () => {
    const file = path.join(folder, 'tokenizer.gguf');
    const { tokenizer } = writeTinyGguf(file);
    const random = new SeededRandom(8);
    const texts = Array.from({ length: 400 }, () =>
      Array.from({ length: 1 + random.below(9) }, () => random.pick(parts)).join(''),
    );
    const theirs = await withModel(file, async (model) => texts.map((each) => [...model.tokenize(each)] as number[]));
    expect(texts.map((each) => tokenizer.encode(each))).toEqual(theirs);
    expect(theirs.map((ids) => tokenizer.decode(ids))).toEqual(texts);
  });
  it('when control tokens count as such', async () => {
    const file = path.join(folder, 'controls.gguf');
    const { tokenizer } = writeTinyGguf(file);
    const chat = '<|im_start|>user\n장미 12 %<|im_end|>\n<|im_start|>assistant\n';
    const theirs = await withModel(file, async (model) => [...model.tokenize(chat, true)] as number[]);
    expect(tokenizer.encode(chat, { withControls: true })).toEqual(theirs);
  });
});

describe('llama.cpp and we dequantise alike', () => {
  /** Where a block keeps half floats, and how large they may be for sane numbers. */
  const scales: Partial<Record<ReadableType, readonly (readonly [at: number, size: number])[]>> = {
    Q8_0: [[0, 0.01]],
    Q4_0: [[0, 0.1]],
    Q4_K: [
      [0, 0.002],
      [2, 0.016],
    ],
    Q5_K: [
      [0, 0.001],
      [2, 0.008],
    ],
    Q6_K: [[208, 0.0005]],
  };
  it.each(Object.entries(scales))('an embedding of random %s blocks', async (name, places) => {
    const type = name as ReadableType;
    const plain = path.join(folder, `plain-${type}.gguf`);
    const { tokenizer } = writeTinyGguf(plain, { shape: { width: 256, feedForward: 64, layers: 1 } });
    const { metadata } = await readHeader(plain);
    const random = new SeededRandom(9);
    const tensors = (await tensorsOfFile(plain)).map((tensor): Tensor => {
      if (tensor.name !== 'token_embd.weight') return tensor;
      const bytes = Uint8Array.from({ length: bytesOf(tensor.dimensions, type) }, () => random.below(256));
      const view = new DataView(bytes.buffer);
      for (let block = 0; block < bytes.length; block += blockOf(type).bytes)
        for (const [at, size] of places) view.setUint16(block + at, toHalf(size * (0.5 + random.next())), true);
      return { ...tensor, type, bytes };
    });
    const file = path.join(folder, `embedding-${type}.gguf`);
    writeGguf(file, metadata, tensors);
    const tokens = Array.from({ length: 24 }, (_, i) => (i * 31) % tokenizer.tokens.length);
    const theirs = await withModel(file, (model) => logProbabilities(model, tokens));
    expect(largestDifference(theirs, logProbabilitiesByReference(await readReferenceModel(file), tokens))).toBeLessThan(
      1e-4,
    );
  });
});

describe('llama.cpp lays on an adapter written here as the reference does', () => {
  it('on every target by itself, at half strength, and at none', async () => {
    const file = path.join(folder, 'base.gguf');
    const { shape, tokenizer } = writeTinyGguf(file);
    const tokens = tokenizer.encode(text).slice(0, 16);
    const reference = await readReferenceModel(file);
    await withModel(file, async (model) => {
      const plain = await logProbabilities(model, tokens);
      for (const target of [...adapterTargets, 'output'] as const) {
        const filePath = path.join(folder, `${target}.gguf`);
        const adapter = writeTinyAdapter(filePath, shape, { targets: [target], seed: 3 });
        const theirs = await logProbabilities(model, tokens, { filePath });
        expect(largestDifference(theirs, plain), target).toBeGreaterThan(1e-3);
        expect(largestDifference(theirs, logProbabilitiesByReference(reference, tokens, adapter)), target).toBeLessThan(
          1e-4,
        );
      }
      const filePath = path.join(folder, 'all.gguf');
      const adapter = writeTinyAdapter(filePath, shape);
      const half = await logProbabilities(model, tokens, { filePath, scale: 0.5 });
      expect(largestDifference(half, logProbabilitiesByReference(reference, tokens, adapter, 0.5))).toBeLessThan(1e-4);
      expect(largestDifference(await logProbabilities(model, tokens, { filePath, scale: 0 }), plain)).toBe(0);
    });
  });
});

describe('what a model says of itself', () => {
  it('is what llama.cpp reads', async () => {
    const file = path.join(folder, 'said.gguf');
    const { shape } = writeTinyGguf(file);
    const { metadata } = await readHeader(file);
    expect(metadata.get('llama.context_length')).toEqual(aNumber('u32', shape.context));
    await withModel(file, async (model) => {
      expect(model.trainContextSize).toBe(shape.context);
      expect(model.embeddingVectorSize).toBe(shape.width);
      expect(model.fileInfo.metadata.tokenizer.ggml.tokens.length).toBe(shape.vocabulary);
    });
  });
});
