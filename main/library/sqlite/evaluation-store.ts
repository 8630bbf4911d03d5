/** @file What was smelled, on disk. A removed evaluation is kept aside, so that removing can be undone. */
import type { EvaluationId, RecipeId, SittingId, TrialId } from '#foundation/ids.ts';
import type { Evaluation, Medium, SmellingVerdict } from '#perfumery/evaluation/evaluation.ts';
import type { WritableDb } from './db.ts';

export interface EvaluationStore {
  /** Of the trials of a recipe, oldest first. Those of sealed blind sittings are left out, or they would tell. */
  openOf(recipeId: RecipeId): readonly Evaluation[];
  inSitting(sittingId: SittingId): readonly Evaluation[];
  find(id: EvaluationId): Evaluation | undefined;
  insert(evaluation: Evaluation): void;
  /** Sets an evaluation aside, or brings it back with `undefined`. False when there is none in that state. */
  setRemoved(id: EvaluationId, removed: string | undefined): boolean;
}

interface Row {
  id: EvaluationId;
  trial_id: TrialId;
  sitting_id: SittingId | null;
  minutes: number;
  medium: Medium;
  intensity: number | null;
  liking: number | null;
  descriptors: string;
  words: string;
  verdict: SmellingVerdict;
  made: string;
}

export function createEvaluationStore(db: WritableDb): EvaluationStore {
  const open = db.prepare<[RecipeId], Row>(`
    SELECT evaluation.* FROM evaluation
    JOIN trial ON trial.id = evaluation.trial_id
    LEFT JOIN sitting ON sitting.id = evaluation.sitting_id
    WHERE trial.recipe_id = ? AND evaluation.removed IS NULL
      AND (sitting.id IS NULL OR sitting.is_blind = 0 OR sitting.revealed IS NOT NULL)
    ORDER BY evaluation.made, evaluation.id`);
  const inSitting = db.prepare<[SittingId], Row>(
    'SELECT * FROM evaluation WHERE sitting_id = ? AND removed IS NULL ORDER BY made, id',
  );
  const byId = db.prepare<[EvaluationId], Row>('SELECT * FROM evaluation WHERE id = ?');
  const insert = db.prepare(`
    INSERT INTO evaluation (id, trial_id, sitting_id, minutes, medium, intensity, liking, descriptors, words, verdict, made)
    VALUES (@id, @trialId, @sittingId, @minutes, @medium, @intensity, @liking, @descriptors, @words, @verdict, @made)`);
  const setRemoved = db.prepare(
    'UPDATE evaluation SET removed = @removed WHERE id = @id AND (removed IS NULL) = (@removed IS NOT NULL)',
  );
  return {
    openOf: (recipeId) => open.all(recipeId).map(evaluationOf),
    inSitting: (sittingId) => inSitting.all(sittingId).map(evaluationOf),
    find(id) {
      const row = byId.get(id);
      return row && evaluationOf(row);
    },
    insert: ({ sittingId = null, intensity = null, liking = null, descriptors, ...rest }) =>
      void insert.run({ ...rest, sittingId, intensity, liking, descriptors: JSON.stringify(descriptors) }),
    setRemoved: (id, removed) => setRemoved.run({ id, removed: removed ?? null }).changes === 1,
  };
}

function evaluationOf(row: Row): Evaluation {
  return {
    id: row.id,
    trialId: row.trial_id,
    ...(row.sitting_id !== null && { sittingId: row.sitting_id }),
    minutes: row.minutes,
    medium: row.medium,
    ...(row.intensity !== null && { intensity: row.intensity }),
    ...(row.liking !== null && { liking: row.liking }),
    descriptors: JSON.parse(row.descriptors) as string[],
    words: row.words,
    verdict: row.verdict,
    made: row.made,
  };
}
