/** @file Downloads of models, on disk, so that one that was broken off can go on another day. */
import type { WritableDb } from './db.ts';

export interface StoredDownload {
  readonly id: string;
  readonly url: string;
  /** Where the whole file goes. */
  readonly path: string;
  readonly sha256: string | null;
  /** Bytes. */
  readonly received: number;
  readonly total: number | null;
  /** Why it did not come to an end: code and facts. */
  readonly refusal: unknown;
  /** ISO instant. */
  readonly began: string;
}

export interface ModelDownloadStore {
  /** The newest first. */
  all(): readonly StoredDownload[];
  find(id: string): StoredDownload | undefined;
  put(download: StoredDownload): void;
  remove(id: string): void;
}

type Row = Omit<StoredDownload, 'refusal'> & { readonly refusal: string | null };

export function createModelDownloadStore(db: WritableDb): ModelDownloadStore {
  const all = db.prepare<[], Row>('SELECT * FROM model_download ORDER BY began DESC, id DESC');
  const byId = db.prepare<[string], Row>('SELECT * FROM model_download WHERE id = ?');
  const put = db.prepare(`
    INSERT INTO model_download (id, url, path, sha256, received, total, refusal, began)
    VALUES (@id, @url, @path, @sha256, @received, @total, @refusal, @began)
    ON CONFLICT (id) DO UPDATE SET received = @received, total = @total, refusal = @refusal`);
  const remove = db.prepare('DELETE FROM model_download WHERE id = ?');
  const downloadOf = ({ refusal, ...row }: Row): StoredDownload => ({
    ...row,
    refusal: refusal === null ? null : JSON.parse(refusal),
  });
  return {
    all: () => all.all().map(downloadOf),
    find(id) {
      const row = byId.get(id);
      return row && downloadOf(row);
    },
    put: (download) =>
      void put.run({ ...download, refusal: download.refusal === null ? null : JSON.stringify(download.refusal) }),
    remove: (id) => void remove.run(id),
  };
}
