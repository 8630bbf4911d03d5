/** @file Writes GGUF v3 files. */
import { Buffer } from 'node:buffer';
import { closeSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { invariant } from '#foundation/errors.ts';
import { ByteWriter } from './byte-writer.ts';
import type { Metadata } from './header.ts';
import { bytesOf, codeOfTensorType, type TensorType } from './tensor-type.ts';

/** A tensor without its weights. */
export interface TensorShape {
  readonly name: string;
  /** The first is the length of a row. */
  readonly dimensions: readonly number[];
  readonly type: TensorType;
}

export interface Tensor extends TensorShape {
  /** The weights, already stored as `type` says. */
  readonly bytes: Uint8Array;
}

const alignment = 32;

/** Writes a model or an adapter. Tensors lie in the order given. */
export function writeGguf(path: string, metadata: Metadata, tensors: readonly Tensor[]): void {
  const { header } = headerOf(metadata, tensors);
  const file = openSync(path, 'w');
  try {
    writeSync(file, header);
    for (const { name, dimensions, type, bytes } of tensors) {
      invariant(
        bytes.byteLength === bytesOf(dimensions, type),
        `${name} has the bytes its dimensions and type ask for`,
      );
      writeWhole(file, bytes);
      writeSync(file, new Uint8Array(padding(bytes.byteLength)));
    }
  } finally {
    closeSync(file);
  }
}

/** The header alone, the weights a hole: the right size, next to no bytes on disk. For estimates and for measuring. */
export function writeHollowGguf(path: string, metadata: Metadata, tensors: readonly TensorShape[]): void {
  const { header, dataBytes } = headerOf(metadata, tensors);
  writeFileSync(path, header);
  truncateSync(path, header.length + dataBytes);
}

function headerOf(metadata: Metadata, tensors: readonly TensorShape[]): { header: Uint8Array; dataBytes: number } {
  const to = new ByteWriter();
  to.raw(Buffer.from('GGUF'));
  to.number('u32', 3);
  to.number('u64', tensors.length);
  to.number('u64', metadata.size);
  for (const [key, value] of metadata) {
    to.text(key);
    to.value(value);
  }
  let dataBytes = 0;
  for (const { name, dimensions, type } of tensors) {
    to.text(name);
    to.number('u32', dimensions.length);
    for (const dimension of dimensions) to.number('u64', dimension);
    to.number('u32', codeOfTensorType(type));
    to.number('u64', dataBytes);
    dataBytes += bytesOf(dimensions, type);
    dataBytes += padding(dataBytes);
  }
  to.padTo(alignment);
  return { header: to.bytes, dataBytes };
}

function padding(bytes: number): number {
  return (alignment - (bytes % alignment)) % alignment;
}

/** One call writes 2 GiB at most. */
function writeWhole(file: number, bytes: Uint8Array): void {
  const step = 1 << 28;
  for (let at = 0; at < bytes.byteLength; at += step) writeSync(file, bytes.subarray(at, at + step));
}
