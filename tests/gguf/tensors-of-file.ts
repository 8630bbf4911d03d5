/** @file The tensors of a file as they were written, so that a test can change some and write them again. */
import { readFileSync } from 'node:fs';
import { readHeader } from '#intelligence/models/gguf/read-header.ts';
import type { Tensor } from '#intelligence/models/gguf/write-gguf.ts';

export async function tensorsOfFile(path: string): Promise<readonly Tensor[]> {
  const whole = readFileSync(path);
  const { tensors } = await readHeader(path);
  return tensors.map(({ name, dimensions, type, start, bytes }) => ({
    name,
    dimensions,
    type,
    bytes: whole.subarray(start, start + bytes),
  }));
}
