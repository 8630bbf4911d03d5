import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Library } from '#library/sqlite/open-library.ts';
import { archiveVersion } from './archive.ts';
import { runWorker } from './run-worker.ts';

export interface ArchiveNeeds {
  readonly archive: Library['archive'];
  readonly appVersion: string;
  readonly now: () => string;
  /** Reads again whatever is kept in memory of the library; lets others have their turn. */
  readonly refresh: () => Promise<void>;
}

/** The whole library as one file. Copied page by page and packed off the main thread. */
export function writeArchive({ archive, appVersion, now }: ArchiveNeeds) {
  return async (): Promise<File> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sillage-archive-'));
    try {
      const file = path.join(folder, 'library.sqlite');
      await archive.copyTo(file);
      const created = now();
      const manifest = {
        sillage: 'archive',
        version: archiveVersion,
        library: archive.version,
        app: appVersion,
        created,
      } as const;
      const packed = (await runWorker({ what: 'pack', file, manifest })) as Uint8Array<ArrayBuffer>;
      return new File([packed], `Sillage ${created.slice(0, 10)}.sillage`, { type: 'application/zip' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
