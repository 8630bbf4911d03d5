/** @file Reads and checks everything that stands before the weights. Whatever passes is of sound form; what it says is another matter. */
import { Buffer } from 'node:buffer';
import { FileSteps } from './file-steps.ts';
import type { Header, MetadataValue, TensorPlace } from './header.ts';
import { blockOf, bytesOf, countOf, tensorTypeOf } from './tensor-type.ts';
import { type ItemType, leastBytes, type NumberType, valueTypeOf } from './value-type.ts';

const mostEntries = 100_000;
/** Ten times the largest vocabularies in use. */
const mostItems = 4_000_000;
/** A key is written with its length, one letter, a type and a value of one byte at least. */
const leastEntryBytes = 14;
/** Name, number of dimensions, one dimension, type, offset. */
const leastTensorBytes = 33;
const mostNumbers = 2 ** 46;

/** The header of the file at `path`. Refuses with `model.refused`; `model.file-gone` when there is no file. */
export async function readHeader(path: string): Promise<Header> {
  const steps = await FileSteps.open(path);
  try {
    return await headerFrom(steps);
  } finally {
    await steps.close();
  }
}

/** The same from a file that is open already. */
export async function headerFrom(steps: FileSteps): Promise<Header> {
  if (steps.bytes < 24) steps.refuse('empty', `${steps.bytes} B`);
  const magic = (await steps.raw(4)).toString('latin1');
  if (magic !== 'GGUF') steps.refuse('not-gguf', JSON.stringify(magic));
  const version = await steps.number('u32');
  if (version !== 2 && version !== 3) steps.refuse('version', String(version));
  const tensorCount = await countFrom(steps, leastTensorBytes);
  const keyCount = await countFrom(steps, leastEntryBytes);
  const metadata = new Map<string, MetadataValue>();
  for (let i = 0; i < keyCount; i++) {
    const key = await steps.text();
    if (!/^[\x20-\x7e]{1,65535}$/.test(key)) steps.refuse('key', JSON.stringify(key.slice(0, 40)));
    if (metadata.has(key)) steps.refuse('duplicate-key', key);
    metadata.set(key, await valueFrom(steps, key));
  }
  const alignment = alignmentIn(steps, metadata.get('general.alignment'));
  const found: UnplacedTensor[] = [];
  for (let i = 0; i < tensorCount; i++) found.push(await tensorFrom(steps));
  const dataStart = Math.ceil(steps.position / alignment) * alignment;
  const tensors = placed(steps, found, dataStart, alignment);
  return { version, metadata, tensors, alignment, dataStart, fileBytes: steps.bytes };
}

async function countFrom(steps: FileSteps, leastBytesEach: number): Promise<number> {
  const count = await steps.whole();
  if (count > mostEntries || count * leastBytesEach > steps.left) steps.refuse('counts', String(count));
  return count;
}

async function valueFrom(steps: FileSteps, key: string): Promise<MetadataValue> {
  const type = valueTypeOf(await steps.number('u32'));
  if (type === undefined) return steps.refuse('value-type', key);
  if (type === 'text') return { type, value: await steps.text() };
  if (type === 'bool') return { type, value: (await switchesFrom(steps, 1, key))[0]! };
  if (type !== 'list') return { type, value: await steps.number(type) };
  const of = valueTypeOf(await steps.number('u32'));
  if (of === undefined || of === 'list') return steps.refuse('value-type', key);
  return listFrom(steps, key, of);
}

async function listFrom(steps: FileSteps, key: string, of: ItemType): Promise<MetadataValue> {
  const count = await steps.whole();
  if (count * leastBytes[of] > steps.left) steps.refuse('cut-short', `${key}: ${count}`);
  if (count > mostItems) steps.refuse('length', `${key}: ${count}`);
  if (of === 'text') return { type: 'list', of, value: await steps.texts(count) };
  if (of === 'bool') return { type: 'list', of, value: await switchesFrom(steps, count, key) };
  return { type: 'list', of, value: await steps.numbers(of, count, leastBytes[of]) };
}

/** llama.cpp compiles a bool from any byte but 0 and 1 into undefined behaviour. */
async function switchesFrom(steps: FileSteps, count: number, key: string): Promise<boolean[]> {
  const bytes = await steps.numbers('u8' satisfies NumberType, count, 1);
  if (bytes.some((byte) => byte > 1)) steps.refuse('value-type', `${key}: bool`);
  return bytes.map((byte) => byte === 1);
}

function alignmentIn(steps: FileSteps, value: MetadataValue | undefined): number {
  if (value === undefined) return 32;
  const alignment = value.type === 'u32' ? value.value : 0;
  const isPowerOfTwo = (alignment & (alignment - 1)) === 0;
  if (alignment < 8 || alignment > 65_536 || !isPowerOfTwo) steps.refuse('alignment', String(value.value));
  return alignment;
}

/** `offset` counts from the start of the weights. */
type UnplacedTensor = Omit<TensorPlace, 'start' | 'bytes'> & { readonly offset: number };

async function tensorFrom(steps: FileSteps): Promise<UnplacedTensor> {
  const name = await steps.text();
  if (name.length === 0 || Buffer.byteLength(name) > 63) steps.refuse('tensor-name', JSON.stringify(name.slice(0, 80)));
  const rank = await steps.number('u32');
  if (rank < 1 || rank > 4) steps.refuse('tensor-dimensions', `${name}: ${rank}`);
  const dimensions: number[] = [];
  for (let i = 0; i < rank; i++) dimensions.push(await steps.whole());
  if (dimensions.includes(0) || countOf(dimensions) > mostNumbers)
    steps.refuse('tensor-dimensions', `${name}: ${dimensions.join(' × ')}`);
  const code = await steps.number('u32');
  const type = tensorTypeOf(code);
  if (type === undefined) return steps.refuse('tensor-type', `${name}: ${code}`);
  const { numbers } = blockOf(type);
  if (dimensions[0]! % numbers !== 0) steps.refuse('tensor-block', `${name}: ${dimensions[0]}, ${type} ${numbers}`);
  return { name, dimensions, type, offset: await steps.whole() };
}

/** Tensors lie one behind the other, each name once, the last within the file. */
function placed(
  steps: FileSteps,
  found: readonly UnplacedTensor[],
  dataStart: number,
  alignment: number,
): readonly TensorPlace[] {
  const names = new Set<string>();
  let expected = 0;
  return found.map(({ name, dimensions, type, offset }) => {
    if (names.has(name)) steps.refuse('duplicate-tensor', name);
    names.add(name);
    if (offset !== expected) steps.refuse('tensor-offset', `${name}: ${offset}, ${expected}`);
    const bytes = bytesOf(dimensions, type);
    const start = dataStart + offset;
    if (start + bytes > steps.bytes) steps.refuse('cut-short', `${name}: ${start + bytes} > ${steps.bytes} B`);
    expected = Math.ceil((offset + bytes) / alignment) * alignment;
    return { name, dimensions, type, start, bytes };
  });
}
