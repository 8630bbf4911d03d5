/** @file Batches that mature, on disk, with the days on which to smell them. */
import type { BatchId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Batch } from '#perfumery/stock/maceration.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { WritableDb } from './db.ts';

export interface BatchStore {
  /** The newest first. */
  all(): readonly Batch[];
  find(id: BatchId): Batch | undefined;
  insert(batch: Batch): void;
  remove(id: BatchId): void;
  /** Marks a look as done, or as not done with `undefined`. False when there is no such day. */
  setLooked(id: BatchId, days: number, done: string | undefined): boolean;
}

interface Row {
  id: BatchId;
  recipe_id: RecipeId;
  trial_id: TrialId;
  mass: DecimalText;
  made_on: string;
  note: string;
}

export function createBatchStore(db: WritableDb): BatchStore {
  const all = db.prepare<[], Row>('SELECT * FROM batch ORDER BY made_on DESC, id DESC');
  const byId = db.prepare<[BatchId], Row>('SELECT * FROM batch WHERE id = ?');
  const looks = db.prepare<[BatchId], { days: number; due: string; done: string | null }>(
    'SELECT days, due, done FROM batch_look WHERE batch_id = ? ORDER BY days',
  );
  const insert = db.prepare(
    'INSERT INTO batch (id, recipe_id, trial_id, mass, made_on, note) VALUES (@id, @recipeId, @trialId, @mass, @madeOn, @note)',
  );
  const insertLook = db.prepare('INSERT INTO batch_look (batch_id, days, due, done) VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM batch WHERE id = ?');
  const look = db.prepare('UPDATE batch_look SET done = ? WHERE batch_id = ? AND days = ?');
  const whole = ({ id, recipe_id, trial_id, mass, made_on, note }: Row): Batch => ({
    id,
    recipeId: recipe_id,
    trialId: trial_id,
    mass,
    madeOn: made_on,
    note,
    looks: looks.all(id).map(({ days, due, done }) => ({ days, on: due, ...(done !== null && { done }) })),
  });
  return {
    all: () => all.all().map(whole),
    find(id) {
      const row = byId.get(id);
      return row && whole(row);
    },
    insert({ id, recipeId, trialId, mass, madeOn, note, looks: its }) {
      insert.run({ id, recipeId, trialId, mass, madeOn, note });
      for (const { days, on, done = null } of its) insertLook.run(id, days, on, done);
    },
    remove: (id) => void remove.run(id),
    setLooked: (id, days, done) => look.run(done ?? null, id, days).changes === 1,
  };
}
