/** @file Arrays by name in one file, in the safetensors format: a length, a JSON header, the bytes (huggingface/safetensors, format 1). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StudioError } from '#foundation/errors.ts';
import { writeAtomically } from './write-atomically.ts';

type NumberArray = Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

export interface StoredArray {
  readonly shape: readonly number[];
  readonly data: NumberArray;
}

/** Arrays, and words about them. */
export interface ArrayFile {
  readonly arrays: ReadonlyMap<string, StoredArray>;
  readonly words: Readonly<Record<string, string>>;
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

const checksum = 'sha256';

/** Writes the file atomically; the header holds the SHA-256 of the data. */
export function writeArrays(file: string, { arrays, words }: ArrayFile): void {
  let at = 0;
  const entries: Record<string, Entry | Record<string, string>> = {};
  const pieces: Uint8Array[] = [];
  const hash = createHash('sha256');
  for (const [name, { shape, data }] of arrays) {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    entries[name] = { dtype: dtypeOf(data), shape, data_offsets: [at, at + bytes.length] };
    at += bytes.length;
    pieces.push(bytes);
    hash.update(bytes);
  }
  const metadata = { ...words, [checksum]: hash.digest('hex') };
  const json = JSON.stringify({ __metadata__: metadata, ...entries });
  const header = Buffer.from(json.padEnd(Math.ceil(json.length / 8) * 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  writeAtomically(file, [length, header, ...pieces]);
}

/** Reads what `writeArrays` wrote, or any safetensors file of F32, I32 and U8. Refuses (`training.damaged`) what is not whole. */
export function readArrays(file: string): ArrayFile {
  const bytes = readFileSync(file);
  const damaged = (detail: string, cause?: unknown) => new StudioError('training.damaged', { file, detail }, { cause });
  try {
    const length = Number(bytes.readBigUInt64LE(0));
    const header = JSON.parse(bytes.toString('utf8', 8, 8 + length));
    const { __metadata__: metadata = {}, ...entries } = header as Record<string, Entry> & {
      __metadata__?: Record<string, string>;
    };
    const data = bytes.subarray(8 + length);
    const { [checksum]: stated, ...words } = metadata as Record<string, string>;
    if (stated && createHash('sha256').update(data).digest('hex') !== stated) throw damaged('the checksum differs');
    const arrays = new Map(
      Object.entries(entries as Record<string, Entry>).map(
        ([
          name,
          {
            dtype,
            shape,
            data_offsets: [from, to],
          },
        ]) => {
          if (to > data.length || from > to) throw damaged(`${name} ends outside the file`);
          return [name, { shape, data: arrayOf(dtype, data.subarray(from, to)) }];
        },
      ),
    );
    return { arrays, words };
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw damaged((error as Error).message, error);
  }
}

function dtypeOf(data: NumberArray): string {
  return data instanceof Float32Array ? 'F32' : data instanceof Int32Array ? 'I32' : 'U8';
}

function arrayOf(dtype: string, bytes: Uint8Array): NumberArray {
  const copy = new Uint8Array(bytes).buffer;
  if (dtype === 'F32') return new Float32Array(copy);
  if (dtype === 'I32') return new Int32Array(copy);
  if (dtype === 'U8') return new Uint8Array(copy);
  throw new StudioError('training.damaged', { file: '', detail: `numbers of type ${dtype}` });
}
