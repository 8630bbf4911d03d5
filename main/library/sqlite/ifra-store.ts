/** @file IFRA tables the perfumer imported, side by side, and which of all is in force. */
import type { IfraTable } from '#perfumery/safety/regulation.ts';
import type { WritableDb } from './db.ts';

/** An imported table without its standards. */
export interface KeptTable {
  readonly id: string;
  readonly amendment: number;
  readonly fileName: string;
  /** ISO instant. */
  readonly kept: string;
}

export interface IfraStore {
  /** Latest amendment first, of one amendment the one kept last. */
  all(): readonly KeptTable[];
  find(id: string): IfraTable | undefined;
  insert(table: KeptTable, content: IfraTable): void;
  remove(id: string): void;
  /** Ids of the tables that were in force, the one now in force first. Empty: nobody has chosen yet. */
  inForce(): readonly string[];
  putInForce(id: string, since: string): void;
}

export function createIfraStore(db: WritableDb): IfraStore {
  const all = db.prepare<[], { id: string; amendment: number; file_name: string; kept: string }>(
    'SELECT id, amendment, file_name, kept FROM ifra_table ORDER BY amendment DESC, kept DESC',
  );
  const find = db.prepare<[string], { content: string }>('SELECT content FROM ifra_table WHERE id = ?');
  const insert = db.prepare(
    'INSERT INTO ifra_table (id, amendment, file_name, kept, content) VALUES (@id, @amendment, @fileName, @kept, @content)',
  );
  const remove = db.prepare('DELETE FROM ifra_table WHERE id = ?');
  const inForce = db.prepare<[], { table_id: string }>(
    'SELECT table_id FROM ifra_in_force ORDER BY number DESC LIMIT 2',
  );
  const putInForce = db.prepare('INSERT INTO ifra_in_force (table_id, since) VALUES (?, ?)');
  return {
    all: () => all.all().map(({ file_name, ...row }) => ({ ...row, fileName: file_name })),
    find: (id) => {
      const row = find.get(id);
      return row && (JSON.parse(row.content) as IfraTable);
    },
    insert: (table, content) => void insert.run({ ...table, content: JSON.stringify(content) }),
    remove: (id) => void remove.run(id),
    inForce: () => inForce.all().map(({ table_id }) => table_id),
    putInForce: (id, since) => void putInForce.run(id, since),
  };
}
