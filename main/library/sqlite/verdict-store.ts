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
  /** Every trial there is, of archived recipes too. */
  trialIds(): readonly TrialId[];
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
  const put = db.prepare(`
    INSERT OR REPLACE INTO verdict (trial_id, table_id, amendment, checked, judged, categories, eu_law)
    SELECT id, @tableId, @amendment, @checked, @judged, @categories, @euLaw FROM trial WHERE id = @trialId`);
  const ids = db.prepare<[], { id: TrialId }>('SELECT id FROM trial ORDER BY id');
  const name = db.prepare<[TrialId], { recipe_id: RecipeId; name_en: string; name_ko: string; number: number }>(`
    SELECT trial.recipe_id, recipe.name_en, recipe.name_ko, trial.number
    FROM trial JOIN recipe ON recipe.id = trial.recipe_id WHERE trial.id = ?`);
  return {
    of: (trialId) =>
      of.all(trialId).map(({ table_id, eu_law, trial_id, ...row }) => ({
        ...row,
        trialId: trial_id,
        tableId: table_id,
        euLaw: eu_law,
      })),
    put: (verdict) => void put.run(verdict),
    trialIds: () => ids.all().map(({ id }) => id),
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
