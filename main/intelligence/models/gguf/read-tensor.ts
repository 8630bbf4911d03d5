/** @file The weights of one tensor, or of some of its rows, as numbers. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import type { Header, TensorPlace } from './header.ts';
import { blockOf, countOf } from './tensor-type.ts';
import { dequantise, isReadable } from './weights.ts';

/** A tensor of the file by name, if it has one. */
export const tensorIn = ({ tensors }: Header, name: string): TensorPlace | undefined =>
  tensors.find((tensor) => tensor.name === name);

/** Rows of a tensor as numbers, one after another; all of them where `rows` is left out. Refuses types it cannot read. */
export async function readTensor(
  filePath: string,
  tensor: TensorPlace,
  rows: { readonly from: number; readonly count: number } = { from: 0, count: rowsOf(tensor) },
): Promise<Float32Array> {
  const { name, type, dimensions, start } = tensor;
  if (!isReadable(type))
    throw new StudioError('model.refused', {
      name: path.basename(filePath),
      reason: 'tensor-type',
      detail: `${name}: ${type}`,
    });
  const row = dimensions[0] ?? 0;
  const rowBytes = (row / blockOf(type).numbers) * blockOf(type).bytes;
  const bytes = new Uint8Array(rows.count * rowBytes);
  const file = await open(filePath, 'r');
  try {
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(
        bytes,
        filled,
        bytes.length - filled,
        start + rows.from * rowBytes + filled,
      );
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    if (filled < bytes.length)
      throw new StudioError('model.refused', { name: path.basename(filePath), reason: 'cut-short', detail: name });
  } finally {
    await file.close();
  }
  return dequantise(type, bytes, rows.count * row);
}

function rowsOf({ dimensions }: TensorPlace): number {
  return countOf(dimensions.slice(1));
}
