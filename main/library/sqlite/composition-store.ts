/** @file Compositions of lots, and which of them is in use. */
import type { CompositionId, LotId, MaterialId } from '#foundation/ids.ts';
import type { CompositionOrigin, LotComposition } from '#perfumery/material/lot-composition.ts';
import type { Constituent } from '#perfumery/material/material.ts';
import type { WritableDb } from './db.ts';

export interface CompositionStore {
  /** Newest first. */
  of(materialId: MaterialId): readonly LotComposition[];
  find(id: CompositionId): LotComposition | undefined;
  put(composition: LotComposition): void;
  /** With it, that it is in use. */
  remove(id: CompositionId): void;
  inUse(): readonly LotComposition[];
  inUseOf(materialId: MaterialId): LotComposition | undefined;
  /** Undefined: the typical composition. */
  use(materialId: MaterialId, id: CompositionId | undefined): void;
}

interface Row {
  id: CompositionId;
  material_id: MaterialId;
  lot_id: LotId | null;
  lot: string;
  dated: string | null;
  origin: CompositionOrigin;
  constituents: string;
  kept: string;
}

export function createCompositionStore(db: WritableDb): CompositionStore {
  const of = db.prepare<[MaterialId], Row>(
    'SELECT * FROM composition WHERE material_id = ? ORDER BY kept DESC, id DESC',
  );
  const find = db.prepare<[CompositionId], Row>('SELECT * FROM composition WHERE id = ?');
  const put = db.prepare(`
    INSERT INTO composition (id, material_id, lot_id, lot, dated, origin, constituents, kept)
    VALUES (@id, @materialId, @lotId, @lot, @date, @origin, @constituents, @kept)
    ON CONFLICT (id) DO UPDATE SET
      lot_id = excluded.lot_id, lot = excluded.lot, dated = excluded.dated, origin = excluded.origin,
      constituents = excluded.constituents, kept = excluded.kept`);
  const remove = db.prepare('DELETE FROM composition WHERE id = ?');
  const used = 'SELECT composition.* FROM composition JOIN composition_in_use ON composition_id = composition.id';
  const inUse = db.prepare<[], Row>(used);
  const inUseOf = db.prepare<[MaterialId], Row>(`${used} WHERE composition_in_use.material_id = ?`);
  const unuse = db.prepare('DELETE FROM composition_in_use WHERE material_id = ?');
  const use = db.prepare('INSERT INTO composition_in_use (material_id, composition_id) VALUES (?, ?)');
  const one = (row: Row | undefined) => row && compositionOf(row);
  return {
    of: (materialId) => of.all(materialId).map(compositionOf),
    find: (id) => one(find.get(id)),
    put: ({ lotId = null, date = null, constituents, ...rest }) =>
      void put.run({ ...rest, lotId, date, constituents: JSON.stringify(constituents) }),
    remove: (id) => void remove.run(id),
    inUse: () => inUse.all().map(compositionOf),
    inUseOf: (materialId) => one(inUseOf.get(materialId)),
    use(materialId, id) {
      unuse.run(materialId);
      if (id !== undefined) use.run(materialId, id);
    },
  };
}

function compositionOf({ id, material_id, lot_id, lot, dated, origin, constituents, kept }: Row): LotComposition {
  return {
    id,
    materialId: material_id,
    ...(lot_id !== null && { lotId: lot_id }),
    lot,
    ...(dated !== null && { date: dated }),
    origin,
    constituents: JSON.parse(constituents) as Constituent[],
    kept,
  };
}
