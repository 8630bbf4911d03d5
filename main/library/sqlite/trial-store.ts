/** @file Trials on disk. Frozen: there is no way to change one. */
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Accord, Trial, TrialHead } from '#perfumery/formula/recipe.ts';
import type { WritableDb } from './db.ts';

export interface TrialStore {
  find(id: TrialId): Trial | undefined;
  /** The trial with the name of its recipe. */
  findAccord(id: TrialId): Accord | undefined;
  /** The recipe that `id` is a trial of. */
  recipeOf(id: TrialId): RecipeId | undefined;
  /** The trials of a recipe without their lines, first kept first. */
  headsOf(recipeId: RecipeId): readonly TrialHead[];
  /** The number the recipe's next trial gets. */
  nextNumber(recipeId: RecipeId): number;
  /** Freezes `trial`. Its recipe and its parent must be there. */
  insert(trial: Trial): void;
  /** The trials that `id` uses as accords itself, not through others. */
  accordsOf(id: TrialId): readonly TrialId[];
}

interface HeadRow {
  id: TrialId;
  recipe_id: RecipeId;
  parent_id: TrialId | null;
  number: number;
  name_en: string;
  name_ko: string;
  note: string;
  product: string;
  line_count: number;
  created: string;
}

const headColumns = 'id, recipe_id, parent_id, number, name_en, name_ko, note, product, line_count, created';

export function createTrialStore(db: WritableDb): TrialStore {
  const byId = db.prepare<[TrialId], HeadRow & { formula: string }>(
    `SELECT ${headColumns}, formula FROM trial WHERE id = ?`,
  );
  const nameById = db.prepare<[RecipeId], { en: string; ko: string }>(
    'SELECT name_en AS en, name_ko AS ko FROM recipe WHERE id = ?',
  );
  const recipeById = db.prepare<[TrialId], { recipe_id: RecipeId }>('SELECT recipe_id FROM trial WHERE id = ?');
  const heads = db.prepare<[RecipeId], HeadRow>(`SELECT ${headColumns} FROM trial WHERE recipe_id = ? ORDER BY number`);
  const highest = db.prepare<[RecipeId], { highest: number | null }>(
    'SELECT max(number) AS highest FROM trial WHERE recipe_id = ?',
  );
  const insert = db.prepare(`
    INSERT INTO trial (id, recipe_id, parent_id, number, name_en, name_ko, note, product, line_count, created, formula)
    VALUES (@id, @recipeId, @parentId, @number, @nameEn, @nameKo, @note, @product, @lineCount, @created, @formula)`);
  const insertAccord = db.prepare(
    'INSERT INTO trial_accord (trial_id, accord_trial, accord_recipe) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const accords = db.prepare<[TrialId], { accord_trial: TrialId }>(
    'SELECT accord_trial FROM trial_accord WHERE trial_id = ?',
  );
  const find = (id: TrialId): Trial | undefined => {
    const row = byId.get(id);
    if (!row) return undefined;
    const { lineCount: _, ...trial } = headOf(row);
    return { ...trial, formula: JSON.parse(row.formula) as Formula };
  };
  return {
    find,
    findAccord(id) {
      const trial = find(id);
      const recipeName = trial && nameById.get(trial.recipeId);
      return trial && recipeName && { ...trial, recipeName };
    },
    recipeOf: (id) => recipeById.get(id)?.recipe_id,
    headsOf: (recipeId) => heads.all(recipeId).map(headOf),
    nextNumber: (recipeId) => (highest.get(recipeId)?.highest ?? 0) + 1,
    insert({ id, recipeId, parentId, number, name, note, product, created, formula }) {
      insert.run({
        id,
        recipeId,
        parentId: parentId ?? null,
        number,
        nameEn: name.en,
        nameKo: name.ko,
        note,
        product: JSON.stringify(product),
        lineCount: formula.lines.length,
        created,
        formula: JSON.stringify(formula),
      });
      for (const { ingredient } of formula.lines) {
        if (ingredient.kind === 'accord') insertAccord.run(id, ingredient.trialId, ingredient.recipeId);
      }
    },
    accordsOf: (id) => accords.all(id).map(({ accord_trial }) => accord_trial),
  };
}

function headOf(row: HeadRow): TrialHead {
  return {
    id: row.id,
    recipeId: row.recipe_id,
    ...(row.parent_id !== null && { parentId: row.parent_id }),
    number: row.number,
    name: { en: row.name_en, ko: row.name_ko },
    note: row.note,
    product: JSON.parse(row.product) as Product,
    lineCount: row.line_count,
    created: row.created,
  };
}
