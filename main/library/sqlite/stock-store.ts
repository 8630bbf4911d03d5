/** @file Lots, suppliers, and every act on the stock with what it changed, so that it can be taken back. */
import type { BatchId, LotId, MaterialId, RecipeId, StockActId, SupplierId } from '#foundation/ids.ts';
import type { Lot, StockAct, StockActKind, Supplier } from '#perfumery/stock/lot.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { WritableDb } from './db.ts';

export interface StockStore {
  lots(): readonly Lot[];
  lotsOf(materialId: MaterialId): readonly Lot[];
  lot(id: LotId): Lot | undefined;
  /** Writes a lot, new or known. */
  put(lot: Lot): void;
  remove(id: LotId): void;
  suppliers(): readonly Supplier[];
  putSupplier(supplier: Supplier): void;
  /** The newest first. */
  acts(most: number): readonly StockAct[];
  act(id: StockActId): StockAct | undefined;
  /** The newest act that was not taken back. */
  lastAct(): StockAct | undefined;
  record(act: StockAct): void;
  setUndone(id: StockActId, at: string): void;
  minimums(): ReadonlyMap<MaterialId, DecimalText>;
  /** g below which a material is to be bought again; undefined: never. */
  setMinimum(materialId: MaterialId, grams: DecimalText | undefined): void;
  /** Recipes in work whose working formula weighs the material, or an accord that may hold it. */
  mayUse(materialId: MaterialId): readonly RecipeId[];
}

interface LotRow {
  id: LotId;
  material_id: MaterialId;
  supplier_id: SupplierId | null;
  number: string;
  quantity: DecimalText;
  remaining: DecimalText;
  bought: string | null;
  paid: DecimalText | null;
  currency: string | null;
  opened: string | null;
  expires: string | null;
  place: string;
  note: string;
}
interface ActRow {
  id: StockActId;
  kind: StockActKind;
  change: string;
  recipe_id: RecipeId | null;
  batch_id: BatchId | null;
  made: string;
  undone: string | null;
}

export function createStockStore(db: WritableDb): StockStore {
  const lots = db.prepare<[], LotRow>('SELECT * FROM lot ORDER BY material_id, id');
  const lotsOf = db.prepare<[MaterialId], LotRow>('SELECT * FROM lot WHERE material_id = ? ORDER BY id');
  const lot = db.prepare<[LotId], LotRow>('SELECT * FROM lot WHERE id = ?');
  const put = db.prepare(`
    INSERT INTO lot (id, material_id, supplier_id, number, quantity, remaining, bought, paid, currency, opened, expires, place, note)
    VALUES (@id, @materialId, @supplierId, @number, @quantity, @left, @bought, @paid, @currency, @opened, @expires, @place, @note)
    ON CONFLICT (id) DO UPDATE SET
      supplier_id = excluded.supplier_id, number = excluded.number, quantity = excluded.quantity,
      remaining = excluded.remaining, bought = excluded.bought, paid = excluded.paid, currency = excluded.currency,
      opened = excluded.opened, expires = excluded.expires, place = excluded.place, note = excluded.note`);
  const remove = db.prepare('DELETE FROM lot WHERE id = ?');
  const suppliers = db.prepare<[], Supplier>('SELECT id, name, contact, note FROM supplier ORDER BY name, id');
  const putSupplier = db.prepare(`
    INSERT INTO supplier (id, name, contact, note) VALUES (@id, @name, @contact, @note)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, contact = excluded.contact, note = excluded.note`);
  const acts = db.prepare<[number], ActRow>('SELECT * FROM stock_act ORDER BY rowid DESC LIMIT ?');
  const act = db.prepare<[StockActId], ActRow>('SELECT * FROM stock_act WHERE id = ?');
  const last = db.prepare<[], ActRow>('SELECT * FROM stock_act WHERE undone IS NULL ORDER BY rowid DESC LIMIT 1');
  const record = db.prepare(`
    INSERT INTO stock_act (id, kind, change, recipe_id, batch_id, made)
    VALUES (@id, @kind, @change, @recipeId, @batchId, @made)`);
  const undone = db.prepare('UPDATE stock_act SET undone = ? WHERE id = ?');
  const minimums = db.prepare<[], { material_id: MaterialId; grams: DecimalText }>('SELECT * FROM stock_minimum');
  const unset = db.prepare('DELETE FROM stock_minimum WHERE material_id = ?');
  const setMinimum = db.prepare('INSERT INTO stock_minimum (material_id, grams) VALUES (?, ?)');
  const mayUse = db.prepare<{ materialId: MaterialId }, { id: RecipeId }>(`
    SELECT DISTINCT recipe.id FROM line JOIN recipe ON recipe.id = line.recipe_id
    WHERE is_archived = 0 AND (material_id = @materialId OR solvent_id = @materialId OR accord_trial IS NOT NULL)
    ORDER BY recipe.updated DESC, recipe.id`);
  return {
    lots: () => lots.all().map(lotOf),
    lotsOf: (materialId) => lotsOf.all(materialId).map(lotOf),
    lot(id) {
      const row = lot.get(id);
      return row && lotOf(row);
    },
    put: ({ supplierId = null, bought = null, paid, opened = null, expires = null, ...rest }) =>
      void put.run({
        ...rest,
        supplierId,
        bought,
        paid: paid?.amount ?? null,
        currency: paid?.currency ?? null,
        opened,
        expires,
      }),
    remove: (id) => void remove.run(id),
    suppliers: () => suppliers.all(),
    putSupplier: (supplier) => void putSupplier.run(supplier),
    acts: (most) => acts.all(most).map(actOf),
    act(id) {
      const row = act.get(id);
      return row && actOf(row);
    },
    lastAct() {
      const row = last.get();
      return row && actOf(row);
    },
    record: ({ id, kind, lots: changed, shelves, recipeId = null, batchId = null, made }) =>
      void record.run({ id, kind, change: JSON.stringify({ lots: changed, shelves }), recipeId, batchId, made }),
    setUndone: (id, at) => void undone.run(at, id),
    minimums: () => new Map(minimums.all().map(({ material_id, grams }) => [material_id, grams])),
    setMinimum(materialId, grams) {
      unset.run(materialId);
      if (grams !== undefined) setMinimum.run(materialId, grams);
    },
    mayUse: (materialId) => mayUse.all({ materialId }).map(({ id }) => id),
  };
}

function lotOf(row: LotRow): Lot {
  return {
    id: row.id,
    materialId: row.material_id,
    ...(row.supplier_id !== null && { supplierId: row.supplier_id }),
    number: row.number,
    quantity: row.quantity,
    left: row.remaining,
    ...(row.bought !== null && { bought: row.bought }),
    ...(row.paid !== null && row.currency !== null && { paid: { amount: row.paid, currency: row.currency } }),
    ...(row.opened !== null && { opened: row.opened }),
    ...(row.expires !== null && { expires: row.expires }),
    place: row.place,
    note: row.note,
  };
}

function actOf({ id, kind, change, recipe_id, batch_id, made, undone }: ActRow): StockAct {
  const { lots, shelves } = JSON.parse(change) as Pick<StockAct, 'lots' | 'shelves'>;
  return {
    id,
    kind,
    lots,
    shelves,
    ...(recipe_id !== null && { recipeId: recipe_id }),
    ...(batch_id !== null && { batchId: batch_id }),
    made,
    ...(undone !== null && { undone }),
  };
}
