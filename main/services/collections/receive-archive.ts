/** @file Archives that come in pieces, because one message of a browser holds only so much. In memory until the last is here. */
import { StudioError } from '#foundation/errors.ts';
import { mostArchiveBytes, type Restored, restoreArchive } from './restore-archive.ts';
import type { ArchiveNeeds } from './write-archive.ts';

export interface ArchivePiece {
  /** Chosen by the sender, the same for all pieces. */
  readonly uploadId: string;
  readonly name: string;
  /** Where in the archive it begins, in bytes. */
  readonly at: number;
  readonly size: number;
  readonly piece: File;
}

/** Takes pieces in order. Answers null until the archive is whole; then restores it. A piece out of order is refused as damaged. */
export function createArchiveReceiver(needs: ArchiveNeeds) {
  let current: { readonly id: string; readonly bytes: Uint8Array; filled: number } | undefined;
  return async ({ uploadId, name, at, size, piece }: ArchivePiece): Promise<Restored | null> => {
    if (size > mostArchiveBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostArchiveBytes });
    const bytes = new Uint8Array(await piece.arrayBuffer());
    if (at === 0) current = { id: uploadId, bytes: new Uint8Array(size), filled: 0 };
    const isNext = current?.id === uploadId && current.filled === at && at + bytes.length <= current.bytes.length;
    if (!current || !isNext) throw new StudioError('file.not-understood', { reason: 'damaged-archive', name });
    current.bytes.set(bytes, at);
    current.filled += bytes.length;
    if (current.filled < current.bytes.length) return null;
    const whole = current.bytes;
    current = undefined;
    return restoreArchive(needs)(name, whole);
  };
}
