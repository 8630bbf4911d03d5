/** @file Recipes on disk: what lists show, and the working formula. Knows SQL and nothing of why anyone is saving. */
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import { changeBetween, type FormulaChange } from '#perfumery/formula/change.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Recipe, RecipeHead } from '#perfumery/formula/recipe.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { WritableDb } from './db.ts';
import { createLineRows } from './line-rows.ts';

/** A recipe without what trials and history add to it. */
export type StoredRecipe = Omit<Recipe, 'trials' | 'canUndo' | 'canRedo'>;

export interface RecipeQuery {
  readonly search: string;
  readonly archived: boolean;
  /** Only those with this tag. */
  readonly tag?: string | undefined;
  readonly favourite?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
}

export interface RecipeStore {
  /** One page, last worked on first, and how many there are in all. */
  page(query: RecipeQuery): { readonly recipes: readonly RecipeHead[]; readonly total: number };
  head(id: RecipeId): RecipeHead | undefined;
  find(id: RecipeId): StoredRecipe | undefined;
  /** Keeps a new recipe at revision 1. Trials are the trial store's business. */
  insert(recipe: Omit<StoredRecipe, 'revision' | 'lineCount' | 'trialCount' | 'baseTrialId'>): void;
  describe(id: RecipeId, words: { name: InTwoLanguages; brief: string; archived: boolean; updated: string }): void;
  /** Writes one edit. False when `revision` is no longer the one on disk. */
  change(id: RecipeId, edit: StoredEdit): boolean;
  /** Names the trial that the working formula grew from. */
  setBase(id: RecipeId, trialId: TrialId | undefined): void;
  /** Says again how many trials there are, and when the recipe was worked on. */
  countTrials(id: RecipeId, updated: string): void;
  remove(id: RecipeId): void;
  /** The newest recipe that has this name in either language. */
  idNamed(name: string): RecipeId | undefined;
  /** Whether a recipe has this name in either language. */
  isNamed(name: string): boolean;
  /** Recipes whose working formula, or a trial of theirs, uses a trial of `id` as an accord. */
  usersOf(id: RecipeId): readonly RecipeId[];
}

export interface StoredEdit {
  /** The revision it was made on. */
  readonly revision: number;
  readonly change: FormulaChange;
  readonly formula: Formula;
  readonly product: Product;
  readonly updated: string;
}

interface Row {
  id: RecipeId;
  name_en: string;
  name_ko: string;
  brief: string;
  is_example: number;
  is_archived: number;
  product: string;
  base_trial_id: TrialId | null;
  line_count: number;
  trial_count: number;
  revision: number;
  created: string;
  updated: string;
}

const headColumns = 'id, name_en, name_ko, is_example, is_archived, product, line_count, trial_count, created, updated';

export function createRecipeStore(db: WritableDb): RecipeStore {
  const lines = createLineRows(db);
  const byId = db.prepare<[RecipeId], Row>('SELECT * FROM recipe WHERE id = ?');
  const headById = db.prepare<[RecipeId], Row>(`SELECT ${headColumns} FROM recipe WHERE id = ?`);
  const page = db.prepare<[number, number, number], Row>(
    `SELECT ${headColumns} FROM recipe WHERE is_archived = ? ORDER BY updated DESC, id DESC LIMIT ? OFFSET ?`,
  );
  const count = db.prepare<[number], { total: number }>('SELECT count(*) AS total FROM recipe WHERE is_archived = ?');
  const foundPage = db.prepare<[number, string, number, number], Row>(
    `SELECT ${headColumns} FROM recipe WHERE is_archived = ? AND instr(name_folded, ?) > 0
     ORDER BY updated DESC, id DESC LIMIT ? OFFSET ?`,
  );
  const foundCount = db.prepare<[number, string], { total: number }>(
    'SELECT count(*) AS total FROM recipe WHERE is_archived = ? AND instr(name_folded, ?) > 0',
  );
  // `@tag` and `@favourite` are empty or 0 where they do not narrow.
  const marked = `
    FROM recipe LEFT JOIN recipe_label ON recipe_label.recipe_id = recipe.id
    WHERE is_archived = @archived AND instr(name_folded, @folded) > 0
      AND (@favourite = 0 OR is_favourite = 1)
      AND (@tag = '' OR EXISTS (SELECT 1 FROM json_each(recipe_label.tags) WHERE value = @tag))`;
  const markedPage = db.prepare<object, Row>(
    `SELECT ${headColumns} ${marked} ORDER BY updated DESC, id DESC LIMIT @limit OFFSET @offset`,
  );
  const markedCount = db.prepare<object, { total: number }>(`SELECT count(*) AS total ${marked}`);
  const insert = db.prepare(`
    INSERT INTO recipe (id, name_en, name_ko, name_folded, brief, is_example, is_archived, product, line_count,
                        trial_count, edits_done, revision, created, updated)
    VALUES (@id, @nameEn, @nameKo, @nameFolded, @brief, @isExample, @isArchived, @product, @lineCount,
            0, 0, 1, @created, @updated)`);
  const describe = db.prepare(`
    UPDATE recipe SET name_en = @nameEn, name_ko = @nameKo, name_folded = @nameFolded, brief = @brief,
                      is_archived = @isArchived, updated = @updated WHERE id = @id`);
  const change = db.prepare(`
    UPDATE recipe SET product = @product, line_count = @lineCount, updated = @updated, revision = revision + 1
    WHERE id = @id AND revision = @revision`);
  const setBase = db.prepare('UPDATE recipe SET base_trial_id = ? WHERE id = ?');
  const countTrials = db.prepare(`
    UPDATE recipe SET trial_count = (SELECT count(*) FROM trial WHERE recipe_id = recipe.id), updated = ? WHERE id = ?`);
  const remove = db.prepare('DELETE FROM recipe WHERE id = ?');
  const named = db.prepare<{ name: string }, { found: number }>(
    'SELECT 1 AS found FROM recipe WHERE name_en = @name OR name_ko = @name LIMIT 1',
  );
  const idNamed = db.prepare<{ name: string }, { id: RecipeId }>(
    'SELECT id FROM recipe WHERE name_en = @name OR name_ko = @name ORDER BY updated DESC, id DESC LIMIT 1',
  );
  const users = db.prepare<{ id: RecipeId }, { recipe_id: RecipeId }>(`
    SELECT recipe_id FROM line WHERE accord_recipe = @id AND recipe_id <> @id
    UNION
    SELECT trial.recipe_id FROM trial_accord JOIN trial ON trial.id = trial_accord.trial_id
    WHERE trial_accord.accord_recipe = @id AND trial.recipe_id <> @id`);

  return {
    page({ search, archived, tag = '', favourite = false, limit, offset }) {
      const folded = fold(search.trim());
      const flag = archived ? 1 : 0;
      if (tag !== '' || favourite) {
        const asked = { archived: flag, folded, tag, favourite: favourite ? 1 : 0 };
        const rows = markedPage.all({ ...asked, limit, offset });
        return { recipes: rows.map(headOf), total: markedCount.get(asked)?.total ?? 0 };
      }
      const rows = folded ? foundPage.all(flag, folded, limit, offset) : page.all(flag, limit, offset);
      const counted = folded ? foundCount.get(flag, folded) : count.get(flag);
      return { recipes: rows.map(headOf), total: counted?.total ?? 0 };
    },
    head(id) {
      const row = headById.get(id);
      return row && headOf(row);
    },
    find(id) {
      const row = byId.get(id);
      if (!row) return undefined;
      return {
        ...headOf(row),
        brief: row.brief,
        formula: lines.read(id),
        ...(row.base_trial_id !== null && { baseTrialId: row.base_trial_id }),
        revision: row.revision,
      };
    },
    insert({ id, name, brief, isExample, archived, product, formula, created, updated }) {
      insert.run({
        id,
        ...wordColumns(name, brief, archived),
        isExample: isExample ? 1 : 0,
        product: JSON.stringify(product),
        lineCount: formula.lines.length,
        created,
        updated,
      });
      lines.write(id, changeBetween({ lines: [] }, formula), formula);
    },
    describe(id, { name, brief, archived, updated }) {
      describe.run({ id, ...wordColumns(name, brief, archived), updated });
    },
    change(id, { revision, change: made, formula, product, updated }) {
      const lineCount = formula.lines.length;
      const { changes } = change.run({ id, revision, product: JSON.stringify(product), lineCount, updated });
      if (changes === 1) lines.write(id, made, formula);
      return changes === 1;
    },
    setBase: (id, trialId) => void setBase.run(trialId ?? null, id),
    countTrials: (id, updated) => void countTrials.run(updated, id),
    remove: (id) => void remove.run(id),
    idNamed: (name) => idNamed.get({ name })?.id,
    isNamed: (name) => named.get({ name }) !== undefined,
    usersOf: (id) => users.all({ id }).map(({ recipe_id }) => recipe_id),
  };
}

function wordColumns(name: InTwoLanguages, brief: string, archived: boolean) {
  const nameFolded = fold(`${name.en}\n${name.ko}`);
  return { nameEn: name.en, nameKo: name.ko, nameFolded, brief, isArchived: archived ? 1 : 0 };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function headOf(row: Row): RecipeHead {
  return {
    id: row.id,
    name: { en: row.name_en, ko: row.name_ko },
    isExample: row.is_example === 1,
    archived: row.is_archived === 1,
    lineCount: row.line_count,
    trialCount: row.trial_count,
    product: JSON.parse(row.product) as Product,
    created: row.created,
    updated: row.updated,
  };
}
