/** @file Indexes for tests: a folder that goes away by itself, a log that is kept, a source over an array. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '#foundation/log.ts';
import { connectTo } from '#library/vectors/index-place.ts';
import { LanceTable } from '#library/vectors/lance-table.ts';
import type { SearchIndex, Source } from '#library/vectors/search-index.ts';
import type { SearchItem } from '#perfumery/search/search-item.ts';

/** A folder with a name that is hard on paths. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "sillage 색인 100%'#-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A table alone, without anything that keeps it. */
export async function temporaryTable(folder: string, dimensions: number): Promise<LanceTable> {
  const db = await connectTo({ kind: 'folder', folder });
  return LanceTable.create({ db, name: 'items', dimensions, isRemote: false, isCloud: false });
}

/** The truth in an array, which tests change as they like. */
export class ArraySource implements Source {
  readonly rows = new Map<string, { readonly item: SearchItem; readonly vector: Float32Array | undefined }>();
  /** How many vectors were asked for. */
  encoded = 0;

  constructor(rows: Iterable<{ readonly item: SearchItem; readonly vector: Float32Array }>) {
    for (const row of rows) this.rows.set(row.item.id, row);
  }

  count(): number {
    return this.rows.size;
  }

  *items(): Generator<SearchItem> {
    for (const { item } of this.rows.values()) yield item;
  }

  async vectors(items: readonly SearchItem[]): Promise<readonly (Float32Array | undefined)[]> {
    this.encoded += items.length;
    return items.map(({ id }) => this.rows.get(id)?.vector);
  }
}

/** Collects what is said, for tests that ask whether anything was. */
export function keptLog(): Log & { readonly warnings: string[]; readonly bugs: unknown[] } {
  const [warnings, bugs]: [string[], unknown[]] = [[], []];
  return {
    warnings,
    bugs,
    info: () => undefined,
    warn: (message, facts) => void warnings.push(`${message} ${JSON.stringify(facts)}`),
    bug: (error) => String(bugs.push(error)),
  };
}

/** When the index says that it is ready. */
export async function whenReady(index: SearchIndex): Promise<void> {
  for (let i = 0; i < 1000 && index.state().stage !== 'ready'; i++)
    await new Promise((resolve) => setTimeout(resolve, 10));
}
