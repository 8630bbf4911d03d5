/** @file What each trial was judged to be, by which table and when. */
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { StoredVerdict } from '#perfumery/safety/stored-verdict.ts';
import type { WritableDb } from './db.ts';

/** What a list calls a trial. */
export interface TrialName {
  readonly trialId: TrialId;
  readonly recipeId: RecipeId;
  readonly recipeName: InTwoLanguages;
  readonly number: number;
}

export interface VerdictStore {
  /** Newest first. */
  of(trialId: TrialId): readonly StoredVerdict[];
  /** Keeps a verdict in place of an earlier one by the same table. Nothing where the trial is gone. */
  put(verdict: StoredVerdict): void;
  /** What one table said of a trial last. */
  by(trialId: TrialId, tableId: string): StoredVerdict | undefined;
  /** Copies what was said of one trial to another that is the same. */
  copy(from: TrialId, to: TrialId): void;
  /** Every trial there is, of archived recipes too, in the order of their ids. */
  trialIds(): readonly TrialId[];
  /** Those that this table has not judged. */
  trialIdsWithout(tableId: string): readonly TrialId[];
  hasAllBy(tableId: string): boolean;
  nameOf(trialId: TrialId): TrialName | undefined;
}

interface Row {
  trial_id: TrialId;
  table_id: string;
  amendment: number;
  checked: string;
  judged: string;
  categories: string;
  eu_law: string;
}

export function createVerdictStore(db: WritableDb): VerdictStore {
  const of = db.prepare<[TrialId], Row>('SELECT * FROM verdict WHERE trial_id = ? ORDER BY judged DESC, table_id');
  const by = db.prepare<[TrialId, string], Row>('SELECT * FROM verdict WHERE trial_id = ? AND table_id = ?');
  const copy = db.prepare(`
    INSERT OR REPLACE INTO verdict (trial_id, table_id, amendment, checked, judged, categories, eu_law)
    SELECT ?, table_id, amendment, checked, judged, categories, eu_law FROM verdict WHERE trial_id = ?`);
  const without = `
    FROM trial WHERE NOT EXISTS (SELECT 1 FROM verdict WHERE trial_id = trial.id AND table_id = ?)`;
  const missing = db.prepare<[string], { id: TrialId }>(`SELECT id ${without} ORDER BY id`);
  const anyMissing = db.prepare<[string], { one: 1 }>(`SELECT 1 AS one ${without} LIMIT 1`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO verdict (trial_id, table_id, amendment, checked, judged, categories, eu_law)
    SELECT id, @tableId, @amendment, @checked, @judged, @categories, @euLaw FROM trial WHERE id = @trialId`);
  const ids = db.prepare<[], { id: TrialId }>('SELECT id FROM trial ORDER BY id');
  const name = db.prepare<[TrialId], { recipe_id: RecipeId; name_en: string; name_ko: string; number: number }>(`
    SELECT trial.recipe_id, recipe.name_en, recipe.name_ko, trial.number
    FROM trial JOIN recipe ON recipe.id = trial.recipe_id WHERE trial.id = ?`);
  return {
    of: (trialId) => of.all(trialId).map(verdictOf),
    by(trialId, tableId) {
      const row = by.get(trialId, tableId);
      return row && verdictOf(row);
    },
    copy: (from, to) => void copy.run(to, from),
    put: (verdict) => void put.run(verdict),
    trialIds: () => ids.all().map(({ id }) => id),
    trialIdsWithout: (tableId) => missing.all(tableId).map(({ id }) => id),
    hasAllBy: (tableId) => anyMissing.get(tableId) === undefined,
    nameOf: (trialId) => {
      const row = name.get(trialId);
      return (
        row && {
          trialId,
          recipeId: row.recipe_id,
          recipeName: { en: row.name_en, ko: row.name_ko },
          number: row.number,
        }
      );
    },
  };
}

function verdictOf({ table_id, eu_law, trial_id, ...row }: Row): StoredVerdict {
  return { ...row, trialId: trial_id, tableId: table_id, euLaw: eu_law };
}
