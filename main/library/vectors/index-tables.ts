/**
 * @file The tables of one encoder at a place: opened, begun anew, and cleared away.
 *
 * A damaged table is never mended: its successor, one generation later, is filled from the source, and then the old one goes.
 * The newest generation is the one that counts, so that a rebuild that was killed goes on where it stopped.
 */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from '@lancedb/lancedb';
import { connectTo, type IndexPlace } from './index-place.ts';
import { LanceTable } from './lance-table.ts';

/** Whose vectors a table holds. */
export interface EncoderOfIndex {
  readonly id: string;
  readonly dimensions: number;
}

/** Raised whenever the columns change: tables of other layouts are left alone and cleared away. */
const layout = 1;
const mostTables = 10_000;

export class IndexTables {
  readonly #db: Connection;
  readonly #place: IndexPlace;
  readonly #encoder: EncoderOfIndex;

  private constructor(db: Connection, place: IndexPlace, encoder: EncoderOfIndex) {
    this.#db = db;
    this.#place = place;
    this.#encoder = encoder;
  }

  static async at(place: IndexPlace, encoder: EncoderOfIndex): Promise<IndexTables> {
    return new IndexTables(await connectTo(place), place, encoder);
  }

  /** The newest table after generation `after`; begun anew when there is none, or when it cannot be opened. */
  async newest(
    after: number,
  ): Promise<{ readonly table: LanceTable; readonly generation: number; readonly isDamaged: boolean }> {
    const found = Math.max(0, ...(await this.#names()).map(({ generation }) => generation));
    if (found > after) {
      const table = await LanceTable.open(this.#optionsOf(found)).catch(() => undefined);
      if (table) return { table, generation: found, isDamaged: false };
    }
    const generation = Math.max(found, after) + 1;
    return { table: await LanceTable.create(this.#optionsOf(generation)), generation, isDamaged: found > after };
  }

  /** Deletes the tables of this encoder before `generation`; what resists stays until the next time. */
  async clearBefore(generation: number): Promise<void> {
    for (const { name, generation: found } of await this.#names()) {
      if (found < generation) await this.#drop(name);
    }
  }

  async #drop(name: string): Promise<void> {
    await this.#db.dropTable(name).catch(() => undefined);
    if (this.#place.kind !== 'folder') return;
    await rm(join(this.#place.folder, `${name}.lance`), { recursive: true, force: true }).catch(() => undefined);
  }

  /** Tables of this encoder, of any layout; those of others count as generation 0. */
  async #names(): Promise<readonly { readonly name: string; readonly generation: number }[]> {
    const names = await this.#db.tableNames({ limit: mostTables });
    return names
      .filter((name) => name.startsWith(encoderPrefix(this.#encoder)))
      .map((name) => ({ name, generation: Number(name.split(`-v${layout}-g`)[1] ?? 0) || 0 }));
  }

  #optionsOf(generation: number) {
    const name = `${encoderPrefix(this.#encoder)}-v${layout}-g${generation}`;
    const isRemote = this.#place.kind !== 'folder';
    return {
      db: this.#db,
      name,
      dimensions: this.#encoder.dimensions,
      isRemote,
      isCloud: this.#place.kind === 'cloud',
    };
  }

  close(): void {
    this.#db.close();
  }
}

/** Deletes everything that is kept for `encoder` at `place`, as for a model that was removed. */
export async function dropSearchIndex(place: IndexPlace, encoder: EncoderOfIndex): Promise<void> {
  const tables = await IndexTables.at(place, encoder);
  try {
    await tables.clearBefore(Infinity);
  } finally {
    tables.close();
  }
}

/** What people can read of the id, and a digest that tells apart what they cannot. */
function encoderPrefix({ id, dimensions }: EncoderOfIndex): string {
  const readable = id.replace(/[^a-z0-9]+/giu, '-').slice(0, 40);
  const digest = createHash('sha1').update(`${id} ${dimensions}`).digest('hex').slice(0, 10);
  return `items-${readable}-${digest}`;
}
