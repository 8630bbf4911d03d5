import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StudioError } from '#foundation/errors.ts';
import { runWorker } from './run-worker.ts';
import type { ArchiveNeeds } from './write-archive.ts';

/** The largest archive that is read, in bytes. */
export const mostArchiveBytes = 512 * 1024 * 1024;

export interface Restored {
  /** ISO instant at which the archive was made. */
  readonly created: string;
  /** Where the library as it was until now is kept. */
  readonly backup: string;
}

/**
 * Puts the library of an archive in the place of this one, all or nothing; what was here is kept as a backup. Refuses
 * (`file.…`) what is damaged, newer, or no archive, before anything is touched.
 */
export function restoreArchive({ archive, refresh }: ArchiveNeeds) {
  return async (name: string, bytes: Uint8Array): Promise<Restored> => {
    if (bytes.length > mostArchiveBytes) {
      throw new StudioError('file.too-large', { name, bytes: bytes.length, most: mostArchiveBytes });
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'sillage-archive-'));
    try {
      const into = path.join(folder, 'library.sqlite');
      const job = { what: 'unpack', archive: bytes, name, into, known: archive.version } as const;
      const { created } = (await runWorker(job)) as { created: string };
      try {
        archive.check(folder);
      } catch (cause) {
        throw new StudioError('file.not-understood', { reason: 'damaged-archive', name }, { cause });
      }
      const backup = archive.replaceWith(into);
      refresh();
      return { created, backup };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
