/** @file Tables that were read and wait to be imported. In memory, the last few only. */
import { createHash } from 'node:crypto';
import { StudioError } from '#foundation/errors.ts';
import { newId } from '#foundation/ids.ts';
import { foldHeading } from '#perfumery/collection/guess-mapping.ts';
import type { ReadTable } from './read-table.ts';

export interface ShelvedTable extends ReadTable {
  readonly id: string;
  readonly name: string;
  /** The same for every table with these headings in this order. */
  readonly signature: string;
}

export interface TableShelf {
  put(name: string, table: ReadTable): ShelvedTable;
  /** Refuses (`collection.not-found`) one that is no longer there. */
  get(id: string): ShelvedTable;
}

const most = 4;

export function createTableShelf(): TableShelf {
  const tables = new Map<string, ShelvedTable>();
  return {
    put(name, table) {
      const shelved = { ...table, id: newId<string>(), name, signature: signatureOf(table.headings) };
      tables.set(shelved.id, shelved);
      for (const id of [...tables.keys()].slice(0, -most)) tables.delete(id);
      return shelved;
    },
    get(id) {
      const table = tables.get(id);
      if (!table) throw new StudioError('collection.not-found', { id });
      return table;
    },
  };
}

function signatureOf(headings: readonly string[]): string {
  return createHash('sha256').update(headings.map(foldHeading).join('\u001f')).digest('hex');
}
