/** @file Everything a library says, table by table, in an order of its own: two libraries with the same dump are the same. */
import type { Library } from '#library/sqlite/open-library.ts';

/** Rows of all tables but `except`, as text. */
export function dumpOf(
  { db }: Pick<Library, 'db'>,
  except: readonly string[] = [],
): Readonly<Record<string, string[]>> {
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all()
    .filter(({ name }) => !except.includes(name));
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** The notes an import leaves, whatever becomes of it; and what is to be judged again, which goes by itself. */
export const importNotes = ['collection_import', 'collection_change', 'column_mapping', 'judged_material'];
