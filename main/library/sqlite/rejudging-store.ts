/** @file Runs of judging stored trials again: how far each came, and whose verdict it found to be another one. */
import type { MaterialId, TrialId } from '#foundation/ids.ts';
import type { Letters } from '#perfumery/safety/stored-verdict.ts';
import type { WritableDb } from './db.ts';

/** `imported`: by a table that is not in force. `materials`: only trials that hold one of them. `missing`: only trials without a verdict. */
export const rejudgingReasons = ['table', 'imported', 'materials', 'asked', 'missing'] as const;
export type RejudgingReason = (typeof rejudgingReasons)[number];

export interface RejudgingRun {
  readonly number: number;
  readonly why: RejudgingReason;
  readonly tableId: string;
  readonly amendment: number;
  readonly materials?: readonly MaterialId[];
  /** What is `running` or `waiting` when the studio ends goes on when it begins. */
  readonly state: 'waiting' | 'running' | 'done' | 'stopped';
  /** Trials up to this id are judged. */
  readonly after: string;
  readonly done: number;
  readonly total: number;
  readonly changed: number;
  /** ISO instants. */
  readonly asked: string;
  readonly ended?: string;
}

export interface TrialChange {
  readonly trialId: TrialId;
  readonly before: Letters;
  readonly now: Letters;
}

export interface RejudgingStore {
  /** The newest first. */
  all(): readonly RejudgingRun[];
  add(run: Omit<RejudgingRun, 'number'>): RejudgingRun;
  put(run: RejudgingRun): void;
  note(number: number, change: TrialChange): void;
  changesOf(number: number, most: number): readonly TrialChange[];
  /** Keeps the newest `most` runs that are over. */
  forget(most: number): void;
  /** Notes that what is judged by has changed in a material; no run has taken it up yet. */
  noteMaterial(id: MaterialId): void;
  /** The materials noted, each once. */
  notedMaterials(): readonly MaterialId[];
  forgetMaterials(): void;
}

interface Row {
  number: number;
  why: RejudgingReason;
  table_id: string;
  amendment: number;
  materials: string | null;
  state: RejudgingRun['state'];
  after_trial: string;
  done: number;
  total: number;
  changed: number;
  asked: string;
  ended: string | null;
}

export function createRejudgingStore(db: WritableDb): RejudgingStore {
  const all = db.prepare<[], Row>('SELECT * FROM rejudging ORDER BY number DESC');
  const add = db.prepare(`
    INSERT INTO rejudging (why, table_id, amendment, materials, state, after_trial, done, total, changed, asked, ended)
    VALUES (@why, @tableId, @amendment, @materials, @state, @after, @done, @total, @changed, @asked, @ended)`);
  const put = db.prepare(`
    UPDATE rejudging SET materials = @materials, state = @state, after_trial = @after, done = @done, total = @total,
                         changed = @changed, ended = @ended WHERE number = @number`);
  const note = db.prepare(`
    INSERT OR REPLACE INTO rejudging_change (rejudging, trial_id, before, now)
    SELECT @number, id, @before, @now FROM trial WHERE id = @trialId`);
  const changes = db.prepare<[number, number], { trial_id: TrialId; before: string; now: string }>(
    'SELECT trial_id, before, now FROM rejudging_change WHERE rejudging = ? ORDER BY trial_id LIMIT ?',
  );
  const forget = db.prepare(`
    DELETE FROM rejudging WHERE state IN ('done', 'stopped') AND number NOT IN
      (SELECT number FROM rejudging WHERE state IN ('done', 'stopped') ORDER BY number DESC LIMIT ?)`);
  const noteMaterial = db.prepare('INSERT OR IGNORE INTO judged_material (material_id) VALUES (?)');
  const notedMaterials = db.prepare<[], { id: MaterialId }>('SELECT material_id AS id FROM judged_material');
  const forgetMaterials = db.prepare('DELETE FROM judged_material');
  return {
    all: () => all.all().map(runOf),
    add: (run) => ({ ...run, number: Number(add.run(columnsOf(run)).lastInsertRowid) }),
    put: (run) => void put.run({ ...columnsOf(run), number: run.number }),
    note: (number, { trialId, before, now }) =>
      void note.run({ number, trialId, before: textOf(before), now: textOf(now) }),
    changesOf: (number, most) =>
      changes.all(number, most).map(({ trial_id, before, now }) => ({
        trialId: trial_id,
        before: lettersOf(before),
        now: lettersOf(now),
      })),
    forget: (most) => void forget.run(most),
    noteMaterial: (id) => void noteMaterial.run(id),
    notedMaterials: () => notedMaterials.all().map(({ id }) => id),
    forgetMaterials: () => void forgetMaterials.run(),
  };
}

function columnsOf({ materials, ended, ...run }: Omit<RejudgingRun, 'number'>) {
  return { ...run, ended: ended ?? null, materials: materials ? JSON.stringify(materials) : null };
}

function runOf({ table_id, after_trial, materials, ended, ...row }: Row): RejudgingRun {
  return {
    ...row,
    tableId: table_id,
    after: after_trial,
    ...(materials !== null && { materials: JSON.parse(materials) as MaterialId[] }),
    ...(ended !== null && { ended }),
  };
}

/** The letters of the categories, then that of EU law. */
function textOf({ categories, euLaw }: Letters): string {
  return categories + euLaw;
}

function lettersOf(text: string): Letters {
  return { categories: text.slice(0, -1), euLaw: text.slice(-1) };
}
