import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Writes a file so that, whatever happens meanwhile, either the old one or the new one is there, whole. */
export function writeAtomically(file: string, pieces: readonly Uint8Array[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.part`;
  const handle = openSync(beside, 'w');
  try {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
