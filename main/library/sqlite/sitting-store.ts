/** @file Sittings on disk, with when to smell again: the times outlive the program. */
import type { RecipeId, SittingId, TrialId } from '#foundation/ids.ts';
import type { Medium } from '#perfumery/evaluation/evaluation.ts';
import type { Comparison, Sitting } from '#perfumery/evaluation/sitting.ts';
import type { WritableDb } from './db.ts';

export interface SittingStore {
  find(id: SittingId): Sitting | undefined;
  /** The newest first. */
  of(recipeId: RecipeId): readonly Sitting[];
  insert(sitting: Sitting): void;
  compare(sittingId: SittingId, comparison: Comparison): void;
  setRevealed(id: SittingId, at: string): void;
  /** Ends it: nothing more is due. */
  setEnded(id: SittingId, at: string): void;
  settle(id: SittingId, minutes: number, at: string): void;
  /** What is still to be smelled in sittings that have not ended, up to `until`, the earliest first. */
  dueUntil(until: string): readonly OpenDue[];
}

export interface OpenDue {
  readonly sittingId: SittingId;
  readonly recipeId: RecipeId;
  readonly minutes: number;
  readonly due: string;
}

interface Row {
  id: SittingId;
  recipe_id: RecipeId;
  medium: Medium;
  is_blind: number;
  started: string;
  revealed: string | null;
  ended: string | null;
}

export function createSittingStore(db: WritableDb): SittingStore {
  const byId = db.prepare<[SittingId], Row>('SELECT * FROM sitting WHERE id = ?');
  const ofRecipe = db.prepare<[RecipeId], Row>(
    'SELECT * FROM sitting WHERE recipe_id = ? ORDER BY started DESC, id DESC',
  );
  const samples = db.prepare<[SittingId], { code: string; trialId: TrialId }>(
    'SELECT code, trial_id AS trialId FROM sitting_sample WHERE sitting_id = ? ORDER BY position',
  );
  const due = db.prepare<[SittingId], { minutes: number; due: string; settled: string | null }>(
    'SELECT minutes, due, settled FROM sitting_due WHERE sitting_id = ? ORDER BY minutes',
  );
  const comparisons = db.prepare<
    [SittingId],
    { id: string; minutes: number; preferred: TrialId | null; words: string; made: string }
  >('SELECT id, minutes, preferred, words, made FROM comparison WHERE sitting_id = ? ORDER BY made, id');
  const insert = db.prepare(
    'INSERT INTO sitting (id, recipe_id, medium, is_blind, started) VALUES (@id, @recipeId, @medium, @isBlind, @started)',
  );
  const insertSample = db.prepare(
    'INSERT INTO sitting_sample (sitting_id, trial_id, position, code) VALUES (?, ?, ?, ?)',
  );
  const insertDue = db.prepare('INSERT INTO sitting_due (sitting_id, minutes, due, settled) VALUES (?, ?, ?, ?)');
  const compare = db.prepare(
    'INSERT INTO comparison (id, sitting_id, minutes, preferred, words, made) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const reveal = db.prepare('UPDATE sitting SET revealed = ? WHERE id = ? AND revealed IS NULL');
  const end = db.prepare('UPDATE sitting SET ended = ? WHERE id = ? AND ended IS NULL');
  const settle = db.prepare(
    'UPDATE sitting_due SET settled = ? WHERE sitting_id = ? AND minutes = ? AND settled IS NULL',
  );
  const open = db.prepare<[string], OpenDue>(`
    SELECT sitting_id AS sittingId, recipe_id AS recipeId, minutes, due
    FROM sitting_due JOIN sitting ON sitting.id = sitting_id
    WHERE settled IS NULL AND ended IS NULL AND due <= ? ORDER BY due, sitting_id`);

  const whole = (row: Row): Sitting => ({
    id: row.id,
    recipeId: row.recipe_id,
    medium: row.medium,
    started: row.started,
    isBlind: row.is_blind === 1,
    ...(row.revealed !== null && { revealed: row.revealed }),
    ...(row.ended !== null && { ended: row.ended }),
    samples: samples.all(row.id),
    due: due.all(row.id).map(({ settled, ...rest }) => ({ ...rest, ...(settled !== null && { settled }) })),
    comparisons: comparisons
      .all(row.id)
      .map(({ preferred, ...rest }) => ({ ...rest, ...(preferred !== null && { preferred }) })),
  });
  return {
    find(id) {
      const row = byId.get(id);
      return row && whole(row);
    },
    of: (recipeId) => ofRecipe.all(recipeId).map(whole),
    insert({ id, recipeId, medium, isBlind, started, samples: its, due: times }) {
      insert.run({ id, recipeId, medium, isBlind: isBlind ? 1 : 0, started });
      for (const [position, { trialId, code }] of its.entries()) insertSample.run(id, trialId, position, code);
      for (const { minutes, due: at, settled = null } of times) insertDue.run(id, minutes, at, settled);
    },
    compare: (sittingId, { id, minutes, preferred = null, words, made }) =>
      void compare.run(id, sittingId, minutes, preferred, words, made),
    setRevealed: (id, at) => void reveal.run(at, id),
    setEnded: (id, at) => void end.run(at, id),
    settle: (id, minutes, at) => void settle.run(at, id, minutes),
    dueUntil: (until) => open.all(until),
  };
}
