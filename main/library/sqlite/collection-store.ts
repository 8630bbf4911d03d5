/** @file Imports of collections on disk: what each changed, and which column meant what in tables with the same headings. */

import type { MaterialId } from '#foundation/ids.ts';
import type { CollectionKind, ColumnMapping } from '#perfumery/collection/collection-fields.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { WritableDb } from './db.ts';

export type ImportState = 'running' | 'kept' | 'undoing' | 'undone';

export interface CollectionImport {
  readonly id: string;
  readonly kind: CollectionKind;
  readonly fileName: string;
  readonly state: ImportState;
  readonly added: number;
  readonly updated: number;
  readonly skipped: number;
  /** ISO instant. */
  readonly made: string;
}

/** One thing an import added or changed. `before` is what stood there, as JSON; null where nothing did. */
export interface CollectionChange {
  readonly number: number;
  readonly what: 'material' | 'recipe';
  readonly subject: string;
  /** The revision it came to. */
  readonly revision: number;
  readonly before: string | null;
}

export interface RememberedMapping {
  readonly kind: CollectionKind;
  readonly mapping: ColumnMapping;
}

export interface CollectionStore {
  /** Newest first. */
  imports(): readonly CollectionImport[];
  find(id: string): CollectionImport | undefined;
  begin(made: CollectionImport): void;
  count(id: string, counts: Pick<CollectionImport, 'state' | 'added' | 'updated' | 'skipped'>): void;
  setState(id: string, state: ImportState): void;
  addChange(id: string, change: CollectionChange): void;
  /** The last changes of one sort that were not taken back yet, last first. */
  lastChanges(id: string, what: CollectionChange['what'], limit: number): readonly CollectionChange[];
  dropChange(id: string, number: number): void;
  /** Forgets all but the newest imports. */
  forgetBeyond(kept: number): void;
  /** Materials in working formulas and products, and those that lots or minimum stocks are kept of; ids may come twice. */
  materialsInRecipes(): readonly MaterialId[];
  /** Materials in the next `limit` trials after the row `after`; `last` is where to go on, if there may be more. */
  materialsInTrials(after: number, limit: number): { readonly ids: readonly MaterialId[]; readonly last?: number };
  mapping(signature: string): RememberedMapping | undefined;
  remember(signature: string, mapping: RememberedMapping, used: string): void;
}

export function createCollectionStore(db: WritableDb): CollectionStore {
  const columns = 'id, kind, file_name AS fileName, state, added, updated, skipped, made';
  const all = db.prepare<[], CollectionImport>(`SELECT ${columns} FROM collection_import ORDER BY made DESC, id DESC`);
  const byId = db.prepare<[string], CollectionImport>(`SELECT ${columns} FROM collection_import WHERE id = ?`);
  const begin = db.prepare(`
    INSERT INTO collection_import (id, kind, file_name, state, added, updated, skipped, made)
    VALUES (@id, @kind, @fileName, @state, @added, @updated, @skipped, @made)`);
  const count = db.prepare(
    'UPDATE collection_import SET state = @state, added = @added, updated = @updated, skipped = @skipped WHERE id = @id',
  );
  const setState = db.prepare('UPDATE collection_import SET state = ? WHERE id = ?');
  const add = db.prepare(`
    INSERT INTO collection_change (import_id, number, what, subject, revision, before)
    VALUES (@importId, @number, @what, @subject, @revision, @before)`);
  const last = db.prepare<[string, string, number], CollectionChange>(`
    SELECT number, what, subject, revision, before FROM collection_change
    WHERE import_id = ? AND what = ? ORDER BY number DESC LIMIT ?`);
  const drop = db.prepare('DELETE FROM collection_change WHERE import_id = ? AND number = ?');
  const forget = db.prepare(`
    DELETE FROM collection_import WHERE state IN ('kept', 'undone') AND id NOT IN
      (SELECT id FROM collection_import ORDER BY made DESC, id DESC LIMIT ?)`);
  const mapping = db.prepare<[string], { mapping: string }>('SELECT mapping FROM column_mapping WHERE signature = ?');
  const remember = db.prepare(`
    INSERT INTO column_mapping (signature, mapping, used) VALUES (?, ?, ?)
    ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping, used = excluded.used`);
  const inLines = db.prepare<[], { id: MaterialId }>(`
    SELECT DISTINCT material_id AS id FROM line WHERE material_id IS NOT NULL
    UNION SELECT solvent_id FROM line WHERE solvent_id IS NOT NULL
    UNION SELECT json_extract(product, '$.carrierId') FROM recipe
    UNION SELECT material_id FROM lot
    UNION SELECT material_id FROM stock_minimum`);
  const trials = db.prepare<[number, number], { rowid: number; formula: string; product: string }>(
    'SELECT rowid, formula, product FROM trial WHERE rowid > ? ORDER BY rowid LIMIT ?',
  );
  return {
    materialsInRecipes: () => inLines.all().map(({ id }) => id),
    materialsInTrials(after, limit) {
      const rows = trials.all(after, limit);
      const ids = rows.flatMap(({ formula, product }) => [
        (JSON.parse(product) as Product).carrierId,
        ...(JSON.parse(formula) as Formula).lines.flatMap(({ ingredient, solventId }) => [
          ...(ingredient.kind === 'material' ? [ingredient.materialId] : []),
          ...(solventId ? [solventId] : []),
        ]),
      ]);
      const last = rows.length === limit ? rows.at(-1)?.rowid : undefined;
      return { ids, ...(last !== undefined && { last }) };
    },
    imports: () => all.all(),
    find: (id) => byId.get(id),
    begin: (made) => void begin.run(made),
    count: (id, counts) => void count.run({ id, ...counts }),
    setState: (id, state) => void setState.run(state, id),
    addChange: (importId, change) => void add.run({ importId, ...change }),
    lastChanges: (id, what, limit) => last.all(id, what, limit),
    dropChange: (id, number) => void drop.run(id, number),
    forgetBeyond: (kept) => void forget.run(kept),
    mapping(signature) {
      const row = mapping.get(signature);
      return row && (JSON.parse(row.mapping) as RememberedMapping);
    },
    remember: (signature, kept, used) => void remember.run(signature, JSON.stringify(kept), used),
  };
}
