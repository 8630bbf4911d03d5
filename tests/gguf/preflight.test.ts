import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStudioError } from '#foundation/errors.ts';
import { type Adapter, writeAdapter } from '#intelligence/models/gguf/adapter-file.ts';
import type { Header, MetadataValue } from '#intelligence/models/gguf/header.ts';
import { aNumber, aText, numbers, texts } from '#intelligence/models/gguf/metadata-of.ts';
import { preflightAdapter, preflightModel } from '#intelligence/models/gguf/preflight.ts';
import type { PreflightReason } from '#intelligence/models/gguf/preflight-fault.ts';
import { readHeader } from '#intelligence/models/gguf/read-header.ts';
import { quantise } from '#intelligence/models/gguf/weights.ts';
import { type Tensor, writeGguf } from '#intelligence/models/gguf/write-gguf.ts';
import { writeTinyAdapter, writeTinyGguf } from '#tests/fixtures/tiny-gguf.ts';
import { tensorsOfFile } from './tensors-of-file.ts';

let folder: string;
let good: string;
let bytes: Buffer;
let header: Header;
let tensors: readonly Tensor[];
let adapter: Adapter;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'preflight-'));
  good = path.join(folder, 'good.gguf');
  const { shape } = writeTinyGguf(good);
  adapter = writeTinyAdapter(path.join(folder, 'adapter.gguf'), shape);
  bytes = readFileSync(good);
  header = await readHeader(good);
  tensors = await tensorsOfFile(good);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reasonFor(file: string): Promise<PreflightReason | 'fit'> {
  const seen = await preflightModel(file);
  return seen.verdict === 'fit' ? 'fit' : seen.faults[0]!.reason;
}

describe('preflight lets good models pass', () => {
  it.each([
    ['F16', {}],
    ['Q8_0', {}],
    ['Q4_0', {}],
    ['Q4_K', { width: 256, feedForward: 256 }],
    ['Q5_K', { width: 256, feedForward: 256 }],
    ['Q6_K', { width: 256, feedForward: 256 }],
    ['F32', { architecture: 'qwen2', isTied: true }],
  ] as const)('stored as %s', async (type, shape) => {
    const file = path.join(folder, `${type}.gguf`);
    writeTinyGguf(file, { type, shape: { ...shape, layers: 1 } });
    expect(await preflightModel(file)).toMatchObject({ verdict: 'fit' });
  });

  it('of 152,000 tokens', async () => {
    const file = path.join(folder, 'many-tokens.gguf');
    writeTinyGguf(file, { fillTo: 152_000, type: 'Q8_0', shape: { width: 32, layers: 1 } });
    expect(await reasonFor(file)).toBe('fit');
  });
});

describe('preflight refuses what is not of the form', () => {
  const nameEnd = (from: Buffer) => from.indexOf('blk.0.attn_q.weight') + 'blk.0.attn_q.weight'.length;
  const patched = (patch: (copy: Buffer) => unknown) => () => {
    const copy = Buffer.from(bytes);
    patch(copy);
    return copy;
  };
  const damages: readonly [string, PreflightReason, () => Buffer][] = [
    ['an empty file', 'empty', () => Buffer.alloc(0)],
    ['another file', 'not-gguf', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes.subarray(4)])],
    ['a version to come', 'version', patched((b) => b.writeUInt32LE(99, 4))],
    ['a header cut short', 'cut-short', () => bytes.subarray(0, 2000)],
    ['weights cut short', 'cut-short', () => bytes.subarray(0, Math.floor(bytes.length * 0.8))],
    ['an end cut off', 'cut-short', () => bytes.subarray(0, bytes.length - 40)],
    ['a huge number of tensors', 'counts', patched((b) => b.writeBigUInt64LE(2n ** 40n, 8))],
    ['a huge number of keys', 'counts', patched((b) => b.writeBigUInt64LE(2n ** 40n, 16))],
    ['a key without end', 'length', patched((b) => b.writeBigUInt64LE(2n ** 62n, 24))],
    ['a key longer than the file', 'cut-short', patched((b) => b.writeBigUInt64LE(2n ** 33n, 24))],
    ['a key that is no text', 'key', patched((b) => b.writeUInt8(7, 34))],
    [
      'a value of an unknown type',
      'value-type',
      patched((b) => b.writeUInt32LE(42, 32 + 'general.architecture'.length)),
    ],
    ['nine dimensions', 'tensor-dimensions', patched((b) => b.writeUInt32LE(9, nameEnd(b)))],
    ['a huge dimension', 'length', patched((b) => b.writeBigUInt64LE(2n ** 61n, nameEnd(b) + 4))],
    ['an overflowing tensor', 'tensor-dimensions', patched((b) => b.writeBigUInt64LE(2n ** 47n, nameEnd(b) + 4))],
    ['an unknown type of tensor', 'tensor-type', patched((b) => b.writeUInt32LE(99, nameEnd(b) + 20))],
    ['a tensor elsewhere', 'tensor-offset', patched((b) => b.writeBigUInt64LE(2n ** 40n, nameEnd(b) + 24))],
    ['a tensor between others', 'tensor-offset', patched((b) => b.writeBigUInt64LE(7n, nameEnd(b) + 24))],
    ['rows of half a block', 'tensor-block', patched((b) => b.writeUInt32LE(12, nameEnd(b) + 20))],
  ];
  it.each(damages)('%s', async (name, reason, damaged) => {
    const file = path.join(folder, `${name}.gguf`);
    writeFileSync(file, damaged());
    expect(await reasonFor(file)).toBe(reason);
  });

  it('and says when there is no file at all', async () => {
    const error = await preflightModel(path.join(folder, 'nowhere.gguf')).catch((caught: unknown) => caught);
    expect(isStudioError(error, 'model.file-gone')).toBe(true);
    expect(await preflightModel(folder).catch((caught: unknown) => isStudioError(caught, 'model.file-gone'))).toBe(
      true,
    );
  });
});

describe('preflight refuses what a model cannot mean', () => {
  type Change = (metadata: Map<string, MetadataValue>) => unknown;
  const set = (key: string, value: MetadataValue) => (metadata: Map<string, MetadataValue>) => metadata.set(key, value);
  const drop = (key: string) => (metadata: Map<string, MetadataValue>) => metadata.delete(key);
  const whole = (value: number) => aNumber('u32', value);
  const tokens = () => header.metadata.get('tokenizer.ggml.tokens')!.value as readonly string[];
  const changes: readonly [string, PreflightReason, Change][] = [
    ['no architecture', 'no-architecture', drop('general.architecture')],
    ['an adapter in place of a model', 'not-a-model', set('general.type', aText('adapter'))],
    ['no number of heads', 'number-missing', drop('llama.attention.head_count')],
    ['no width of thinking', 'number-missing', drop('llama.feed_forward_length')],
    ['no head at all', 'number-range', set('llama.attention.head_count', whole(0))],
    ['a billion layers', 'number-range', set('llama.block_count', whole(1e9))],
    ['more layers than tensors', 'tensor-missing', set('llama.block_count', whole(6))],
    ['no context', 'number-range', set('llama.context_length', whole(0))],
    [
      'an epsilon that is no number',
      'number-range',
      set('llama.attention.layer_norm_rms_epsilon', aNumber('f32', Number.NaN)),
    ],
    ['heads that do not divide the width', 'heads', set('llama.attention.head_count', whole(7))],
    ['heads that keys do not divide', 'heads', set('llama.attention.head_count_kv', whole(3))],
    ['positions of odd width', 'heads', set('llama.rope.dimension_count', whole(7))],
    ['another width than the embedding', 'tensor-shape', set('llama.embedding_length', whole(128))],
    ['a key of another type', 'key-type', set('llama.block_count', aNumber('i32', 2))],
    ['split.count as llama.cpp dies of it', 'key-type', set('split.count', whole(2))],
    ['one part of several', 'split', set('split.count', aNumber('u16', 2))],
    ['no tokens', 'no-tokenizer', drop('tokenizer.ggml.tokens')],
    ['no tokenizer', 'no-tokenizer', drop('tokenizer.ggml.model')],
    ['no merges', 'merges', drop('tokenizer.ggml.merges')],
    ['merges of one token', 'merges', set('tokenizer.ggml.merges', texts(['zzz', 'a b']))],
    ['an end beyond the tokens', 'token-id', set('tokenizer.ggml.eos_token_id', whole(999_999))],
    ['kinds for some tokens only', 'token-lists', set('tokenizer.ggml.token_type', numbers('i32', [1, 1]))],
    [
      'a token twice',
      'duplicate-tokens',
      (metadata) =>
        set('tokenizer.ggml.tokens', texts(tokens().map((token, i) => (i === 300 ? tokens()[0]! : token))))(metadata),
    ],
    [
      'more tokens than rows',
      'vocabulary',
      (metadata) => {
        metadata.delete('tokenizer.ggml.token_type');
        return set('tokenizer.ggml.tokens', texts([...tokens(), 'one more']))(metadata);
      },
    ],
  ];
  it.each(changes)('%s', async (name, reason, change) => {
    const metadata = new Map(header.metadata);
    change(metadata);
    const file = path.join(folder, `${name}.gguf`);
    writeGguf(file, metadata, tensors);
    expect(await reasonFor(file)).toBe(reason);
  });

  const others: readonly [string, PreflightReason, (list: readonly Tensor[]) => readonly Tensor[]][] = [
    ['a tensor twice', 'duplicate-tensor', (list) => [...list, list[3]!]],
    ['no embedding', 'tensor-missing', (list) => list.filter(({ name }) => name !== 'token_embd.weight')],
    ['a layer without tensors', 'tensor-missing', (list) => list.filter(({ name }) => !name.startsWith('blk.1.'))],
    [
      'a name without end',
      'tensor-name',
      (list) => list.map((each, i) => (i === 3 ? { ...each, name: 'x'.repeat(64) } : each)),
    ],
    [
      'weights that are no numbers',
      'not-finite',
      (list) =>
        list.map((each) =>
          each.name === 'blk.1.ffn_up.weight' ? { ...each, bytes: each.bytes.map(() => 0xff) } : each,
        ),
    ],
    [
      'a norm with one infinite weight',
      'not-finite',
      (list) =>
        list.map((each) =>
          each.name === 'output_norm.weight'
            ? { ...each, bytes: quantise('F32', new Float32Array(64).fill(1).with(17, Number.POSITIVE_INFINITY)) }
            : each,
        ),
    ],
  ];
  it.each(others)('%s', async (name, reason, change) => {
    const file = path.join(folder, `${name}.gguf`);
    writeGguf(file, header.metadata, change(tensors));
    expect(await reasonFor(file)).toBe(reason);
  });
});

describe('preflight of adapters', () => {
  const reasonOn = async (file: string, base: Header): Promise<PreflightReason | 'fit'> => {
    const seen = await preflightAdapter(file, base);
    return seen.verdict === 'fit' ? 'fit' : seen.faults[0]!.reason;
  };
  const first = () => adapter.parts[0]!;
  const bad: readonly [string, PreflightReason, () => Partial<Adapter>][] = [
    ['for another architecture', 'adapter-architecture', () => ({ architecture: 'qwen2' })],
    ['of infinite strength', 'adapter-alpha', () => ({ alpha: Number.POSITIVE_INFINITY })],
    ['without tensors', 'adapter-empty', () => ({ parts: [] })],
    [
      'for a tensor the model has not',
      'adapter-not-in-base',
      () => ({ parts: [{ ...first(), tensor: 'blk.9.attn_q.weight' }] }),
    ],
    ['on the embedding', 'adapter-embedding', () => ({ parts: [{ ...first(), tensor: 'token_embd.weight' }] })],
    ['of another width', 'adapter-shape', () => ({ parts: [{ ...first(), tensor: 'blk.0.attn_k.weight' }] })],
    [
      'with a weight that is no number',
      'not-finite',
      () => ({ parts: [{ ...first(), down: first().down.with(5, Number.NaN) }] }),
    ],
  ];
  it('let good ones pass', async () => {
    const file = path.join(folder, 'good-adapter.gguf');
    for (const type of ['F32', 'F16'] as const) {
      writeAdapter(file, adapter, type);
      expect(await reasonOn(file, header)).toBe('fit');
    }
  });
  it.each(bad)('refuse one %s', async (name, reason, change) => {
    const file = path.join(folder, `adapter ${name}.gguf`);
    writeAdapter(file, { ...adapter, ...change() });
    expect(await reasonOn(file, header)).toBe(reason);
  });

  it('refuse one on the output of a model that has none, which would need its own', async () => {
    const tied = path.join(folder, 'tied.gguf');
    const { shape } = writeTinyGguf(tied, { shape: { isTied: true } });
    const file = path.join(folder, 'on-output.gguf');
    writeTinyAdapter(file, { ...shape, isTied: false }, { targets: ['output'] });
    expect(await reasonOn(file, await readHeader(tied))).toBe('adapter-tied-output');
    expect(await reasonOn(file, header)).toBe('fit');
  });

  it('refuse halves, other tensors and other types', async () => {
    const file = path.join(folder, 'handmade.gguf');
    const { metadata } = await readHeader(path.join(folder, 'adapter.gguf'));
    const [a, b] = await tensorsOfFile(path.join(folder, 'adapter.gguf'));
    const reasonWith = async (list: readonly Tensor[]) => {
      writeGguf(file, metadata, list);
      return reasonOn(file, header);
    };
    expect(await reasonWith([a!])).toBe('adapter-half');
    expect(await reasonWith([a!, { ...b!, name: 'blk.0.attn_q.weight.lora_c' }])).toBe('adapter-tensor');
    const raw = { ...a!, type: 'I32' } as const;
    expect(await reasonWith([raw, b!])).toBe('adapter-type');
    writeGguf(file, new Map(metadata).set('adapter.lora.alpha', aNumber('u32', 8)), [a!, b!]);
    expect(await reasonOn(file, header)).toBe('key-type');
    writeGguf(file, new Map(metadata).set('adapter.type', aText('dora')), [a!, b!]);
    expect(await reasonOn(file, header)).toBe('adapter-kind');
    expect(await reasonOn(good, header)).toBe('not-an-adapter');
  });
});
