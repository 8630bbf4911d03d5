/** @file Lines as rows. One row each, so that a keystroke writes one row whatever the length of the recipe. */
import { invariant } from '#foundation/errors.ts';
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { FormulaChange } from '#perfumery/formula/change.ts';
import type { Formula, Ingredient, Line } from '#perfumery/formula/formula.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { ReadableDb, WritableDb } from './db.ts';

interface Row {
  id: LineId;
  position: number;
  material_id: MaterialId | null;
  accord_recipe: RecipeId | null;
  accord_trial: TrialId | null;
  parts: DecimalText;
  dilution: DecimalText;
  solvent_id: MaterialId | null;
  is_locked: number;
  is_carrier: number;
  note: string;
}

/** Rows are laid this far apart, so that what goes between two of them rarely moves the rest. */
const stride = 1024;

export interface LineRows {
  read(recipeId: RecipeId): Formula;
  /** Writes what `change` touched; `after` is the formula it came to. */
  write(recipeId: RecipeId, change: FormulaChange, after: Formula): void;
}

export function createLineRows(db: WritableDb): LineRows {
  const read = reader(db);
  const remove = db.prepare('DELETE FROM line WHERE recipe_id = ? AND id = ?');
  const move = db.prepare('UPDATE line SET position = ? WHERE recipe_id = ? AND id = ?');
  const put = db.prepare(`
    INSERT INTO line (recipe_id, id, position, material_id, accord_recipe, accord_trial, parts, dilution, solvent_id,
                      is_locked, is_carrier, note)
    VALUES (@recipeId, @id, @position, @materialId, @accordRecipe, @accordTrial, @parts, @dilution, @solventId,
            @isLocked, @isCarrier, @note)
    ON CONFLICT (recipe_id, id) DO UPDATE SET
      position = excluded.position, material_id = excluded.material_id, accord_recipe = excluded.accord_recipe,
      accord_trial = excluded.accord_trial, parts = excluded.parts, dilution = excluded.dilution,
      solvent_id = excluded.solvent_id, is_locked = excluded.is_locked, is_carrier = excluded.is_carrier,
      note = excluded.note`);
  const places = db.prepare<[RecipeId], { id: LineId; position: number }>(
    'SELECT id, position FROM line WHERE recipe_id = ?',
  );
  return {
    read: (recipeId) => ({ lines: read(recipeId) }),
    write(recipeId, change, after) {
      const was = new Map(places.all(recipeId).map(({ id, position }) => [id, position]));
      const is = placesFor(after, was);
      const touched = new Set<LineId>();
      for (const { lineId, after: line } of change.lines) {
        touched.add(lineId);
        if (line) put.run({ recipeId, position: is.get(lineId), ...columnsOf(line) });
        else remove.run(recipeId, lineId);
      }
      for (const [id, position] of is) {
        if (!touched.has(id) && was.get(id) !== position) move.run(position, recipeId, id);
      }
    },
  };
}

/** Keeps the places that are still in order; a line that is new or has moved goes between its neighbours. */
export function placesFor({ lines }: Formula, was: ReadonlyMap<LineId, number>): Map<LineId, number> {
  const nextPlaces: (number | undefined)[] = [];
  for (let index = lines.length - 1, next: number | undefined; index >= 0; index--) {
    nextPlaces[index] = next;
    next = was.get(lines[index]!.id) ?? next;
  }
  const is = new Map<LineId, number>();
  let last = 0;
  for (const [index, { id }] of lines.entries()) {
    const old = was.get(id);
    const coming = nextPlaces[index];
    const next = coming !== undefined && coming > last ? coming : undefined;
    if (old !== undefined && old > last && (next === undefined || old < next)) last = old;
    else if (next === undefined) last += stride;
    else last = Math.max(last + 1, Math.floor((last + next) / 2));
    is.set(id, last);
  }
  return is;
}

function columnsOf(line: Line) {
  const { ingredient } = line;
  const isMaterial = ingredient.kind === 'material';
  return {
    id: line.id,
    materialId: isMaterial ? ingredient.materialId : null,
    accordRecipe: isMaterial ? null : ingredient.recipeId,
    accordTrial: isMaterial ? null : ingredient.trialId,
    parts: line.parts,
    dilution: line.dilution,
    solventId: line.solventId ?? null,
    isLocked: line.locked ? 1 : 0,
    isCarrier: line.carrier ? 1 : 0,
    note: line.note,
  };
}

function reader(db: ReadableDb): (recipeId: RecipeId) => Line[] {
  const rows = db.prepare<[RecipeId], Row>('SELECT * FROM line WHERE recipe_id = ? ORDER BY position');
  return (recipeId) => rows.all(recipeId).map(lineOf);
}

function lineOf(row: Row): Line {
  return {
    id: row.id,
    ingredient: ingredientOf(row),
    parts: row.parts,
    dilution: row.dilution,
    ...(row.solvent_id !== null && { solventId: row.solvent_id }),
    locked: row.is_locked === 1,
    carrier: row.is_carrier === 1,
    note: row.note,
  };
}

function ingredientOf({ material_id, accord_recipe, accord_trial }: Row): Ingredient {
  if (material_id !== null) return { kind: 'material', materialId: material_id };
  invariant(accord_recipe !== null && accord_trial !== null, 'a line names a material or an accord');
  return { kind: 'accord', recipeId: accord_recipe, trialId: accord_trial };
}
