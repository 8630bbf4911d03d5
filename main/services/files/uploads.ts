/** @file Files that come in pieces and wait in memory until somebody reads them. Only the last few are kept. */

import { StudioError } from '#foundation/errors.ts';
import { mostFileBytes, pieceBytes } from '#foundation/file-limits.ts';

export interface FilePiece {
  /** Chosen by the sender, the same for all pieces of a file. */
  readonly uploadId: string;
  readonly name: string;
  /** Where in the file it begins, in bytes. */
  readonly at: number;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly piece: File;
}

/** A file itself, or the id of one that was sent in pieces. */
export type SentFile = File | { readonly uploadId: string };

export interface Uploads {
  /** Takes the next piece; answers how many bytes are here. Refuses a file that is too large with its first piece. */
  take(piece: FilePiece): Promise<number>;
  /** The file that was sent. Refuses (`file.not-here`) one that is not, or not yet whole. */
  file(sent: SentFile): File;
}

interface Upload {
  readonly name: string;
  readonly size: number;
  readonly pieces: Uint8Array<ArrayBuffer>[];
  filled: number;
}

const most = 2;

export function createUploads(): Uploads {
  const uploads = new Map<string, Upload>();
  return {
    async take({ uploadId, name, at, size, piece }) {
      if (size > mostFileBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostFileBytes });
      const bytes = new Uint8Array(await piece.arrayBuffer());
      if (at === 0) {
        uploads.delete(uploadId);
        uploads.set(uploadId, { name, size, pieces: [], filled: 0 });
        for (const id of [...uploads.keys()].slice(0, -most)) uploads.delete(id);
      }
      const upload = uploads.get(uploadId);
      const isNext = upload?.filled === at && at + bytes.length <= upload.size && bytes.length <= pieceBytes;
      if (!upload || !isNext) throw new StudioError('file.not-here', { name });
      upload.pieces.push(bytes);
      upload.filled += bytes.length;
      return upload.filled;
    },
    file(sent) {
      if (sent instanceof File) return sent;
      const upload = uploads.get(sent.uploadId);
      if (!upload || upload.filled < upload.size) throw new StudioError('file.not-here', { name: upload?.name ?? '' });
      return new File(upload.pieces, upload.name);
    },
  };
}
