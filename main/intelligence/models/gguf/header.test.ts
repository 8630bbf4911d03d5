import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetadataValue } from './header.ts';
import { aNumber, aText, metadataOf, numbers, texts } from './metadata-of.ts';
import { modelFactsOf } from './model-facts.ts';
import { readHeader } from './read-header.ts';
import { readTensor, tensorIn } from './read-tensor.ts';
import { quantise } from './weights.ts';
import { writeGguf, writeHollowGguf } from './write-gguf.ts';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'header-'));
  file = path.join(folder, 'file.gguf');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const value: fc.Arbitrary<MetadataValue> = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((number) => aNumber('u32', number)),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((number) => aNumber('i32', number)),
  fc.maxSafeNat().map((number) => aNumber('u64', number)),
  fc.double({ noNaN: true }).map((number) => aNumber('f64', number)),
  fc.integer({ min: 0, max: 65_535 }).map((number) => aNumber('u16', number)),
  fc.boolean().map((flag): MetadataValue => ({ type: 'bool', value: flag })),
  fc.string({ unit: 'grapheme' }).map(aText),
  fc.array(fc.string({ unit: 'grapheme' })).map(texts),
  fc.array(fc.integer({ min: -128, max: 127 })).map((list) => numbers('i8', list)),
);
const key = fc.stringMatching(/^[a-z.]{1,20}$/).filter((name) => name !== 'general.alignment');

describe('headers', () => {
  it('come back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name }), async (entries) => {
        const metadata = new Map(entries);
        writeGguf(file, metadata, []);
        expect((await readHeader(file)).metadata).toEqual(metadata);
      }),
      { numRuns: 60 },
    );
  });

  it('with lists longer than a step of reading', async () => {
    const words = texts(Array.from({ length: 20_000 }, (_, i) => `낱말${i}`));
    const many = numbers(
      'f32',
      Array.from({ length: 70_000 }, (_, i) => i),
    );
    const long = aText('향'.repeat(100_000));
    writeGguf(file, metadataOf({ words, many, long }), []);
    expect(JSON.stringify([...(await readHeader(file)).metadata.values()])).toBe(JSON.stringify([words, many, long]));
  });

  it('say where each tensor lies, and its rows are read from there', async () => {
    const first = {
      name: 'first',
      dimensions: [3, 2],
      type: 'F32',
      bytes: quantise('F32', Float32Array.of(1, 2, 3, 4, 5, 6)),
    } as const;
    const second = {
      name: 'second',
      dimensions: [4],
      type: 'F16',
      bytes: quantise('F16', Float32Array.of(7, 8, 9, 10)),
    } as const;
    writeGguf(file, new Map(), [first, second]);
    const header = await readHeader(file);
    expect(header.tensors.map(({ start }) => start % header.alignment)).toEqual([0, 0]);
    const read = (name: string, ...rows: [{ from: number; count: number }?]) =>
      readTensor(file, tensorIn(header, name)!, ...rows);
    expect([...(await read('first'))]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...(await read('first', { from: 1, count: 1 }))]).toEqual([4, 5, 6]);
    expect([...(await read('second'))]).toEqual([7, 8, 9, 10]);
  });

  it('of hollow files have the whole size', async () => {
    writeHollowGguf(
      file,
      metadataOf({ 'general.architecture': aText('llama'), 'llama.block_count': aNumber('u32', 2) }),
      [{ name: 'token_embd.weight', dimensions: [4096, 32_000], type: 'Q4_K' }],
    );
    const header = await readHeader(file);
    expect(statSync(file).size).toBe(header.dataStart + (4096 * 32_000 * 144) / 256);
    expect(modelFactsOf(header)).toEqual({
      architecture: 'llama',
      parameters: 4096 * 32_000,
      storedAs: 'Q4_K',
      fileBytes: statSync(file).size,
      isTied: true,
      languages: [],
      layers: 2,
    });
  });
});
