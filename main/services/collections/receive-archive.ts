/** @file Archives that come in pieces, because one message of a browser holds only so much. On disk until they are restored. */
import { mkdtempSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';

/** The largest archive that is read, in bytes. */
export const mostArchiveBytes = 512 * 1024 * 1024;

export interface ArchivePiece {
  /** Chosen by the sender, the same for all pieces. */
  readonly uploadId: string;
  readonly name: string;
  /** Where in the archive it begins, in bytes. */
  readonly at: number;
  readonly size: number;
  readonly piece: File;
}

/** An archive that has come whole. */
export interface ReceivedArchive {
  readonly name: string;
  readonly file: string;
  /** A folder of its own; may be written to. */
  readonly folder: string;
}

interface Upload extends ReceivedArchive {
  readonly id: string;
  readonly size: number;
  received: number;
  isBusy: boolean;
}

export interface ArchiveReceiver {
  /** Takes pieces in order; answers how many bytes are here. A piece out of order is refused as damaged. */
  take(piece: ArchivePiece): Promise<{ readonly received: number; readonly isWhole: boolean }>;
  /** Hands over a whole archive; whoever takes it calls `forget` in the end. Refuses (`collection.not-found`) another. */
  hand(uploadId: string): ReceivedArchive;
  forget(uploadId: string): void;
}

/** Keeps one upload at a time: a new one takes the place of one that was never restored. */
export function createArchiveReceiver(): ArchiveReceiver {
  let current: Upload | undefined;
  const forget = () => {
    // What cannot be removed now lies where the system clears up by itself.
    if (current) void rm(current.folder, { recursive: true, force: true }).catch(() => {});
    current = undefined;
  };
  return {
    async take({ uploadId: id, name, at, size, piece }) {
      if (size > mostArchiveBytes) {
        throw new StudioError('file.too-large', { name, bytes: size, most: mostArchiveBytes });
      }
      const bytes = new Uint8Array(await piece.arrayBuffer());
      if (at === 0) {
        forget();
        const folder = mkdtempSync(path.join(tmpdir(), 'sillage-archive-'));
        current = { id, name, size, folder, file: path.join(folder, 'archive.sillage'), received: 0, isBusy: false };
      }
      const upload = current;
      const isNext = upload?.id === id && !upload.isBusy && upload.received === at && at + bytes.length <= upload.size;
      if (!upload || !isNext) throw new StudioError('file.not-understood', { reason: 'damaged-archive', name });
      upload.isBusy = true;
      await appendFile(upload.file, bytes);
      upload.isBusy = false;
      upload.received += bytes.length;
      return { received: upload.received, isWhole: upload.received === upload.size };
    },
    hand(uploadId) {
      if (!current || current.id !== uploadId || current.received < current.size) {
        throw new StudioError('collection.not-found', { id: uploadId });
      }
      return current;
    },
    forget(uploadId) {
      if (current?.id === uploadId) forget();
    },
  };
}
