/** @file One run of judging stored trials again, from where it stands to its end. */
import type { MaterialId, TrialId } from '#foundation/ids.ts';
import type { Breath } from '#foundation/task.ts';
import type { IfraStore } from '#library/sqlite/ifra-store.ts';
import type { RejudgingRun, RejudgingStore } from '#library/sqlite/rejudging-store.ts';
import type { TrialStore } from '#library/sqlite/trial-store.ts';
import type { VerdictStore } from '#library/sqlite/verdict-store.ts';
import { materialsIn } from '#perfumery/formula/materials-in.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import type { Material } from '#perfumery/material/material.ts';
import { type JudgedBy, type Letters, type StoredVerdict, verdictChanges } from '#perfumery/safety/stored-verdict.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import { createSideThread } from '#services/side-thread/side-thread.ts';
import type { JudgedTrial, TrialsToJudge, TrialToJudge } from './judging-desk.ts';
import { type RegulationInForce, shippedTable } from './regulation-in-force.ts';

export interface RunNeeds {
  readonly ifra: IfraStore;
  readonly verdicts: VerdictStore;
  readonly rejudgings: Pick<RejudgingStore, 'note'>;
  readonly trials: TrialStore;
  readonly inForce: RegulationInForce;
  readonly materials: { readonly material: (id: MaterialId) => Material | undefined };
  /** One transaction: all of `act` or nothing. */
  readonly write: <T>(act: () => T) => T;
  /** ISO instant. */
  readonly now: () => string;
  readonly breath: Breath;
}

export interface Running {
  readonly signal: AbortSignal;
  /** Keeps how far it is; called inside the transaction that keeps the verdicts. */
  readonly keep: (run: RejudgingRun) => void;
  /** After something was kept. */
  readonly told: () => void;
}

/** A transaction waits for the disk, and so verdicts wait for one another: this many, or this many ms. */
const together = { verdicts: 100, time: 400 };
/** Trials that are handed over at once; a trial is never divided, and the thread has time. */
const handed = 64;

/** Judges what the run has left. Ends early, keeping what is judged by then, when `signal` aborts; not a word more is written. */
export function judgeRun(needs: RunNeeds) {
  return async (begun: RejudgingRun, { signal, keep, told }: Running): Promise<void> => {
    const { breath, write, now, verdicts, rejudgings } = needs;
    const isLeft = (id: TrialId) => id > begun.after;
    const ids = begun.why === 'missing' ? verdicts.trialIdsWithout(begun.tableId) : verdicts.trialIds().filter(isLeft);
    let run: RejudgingRun = { ...begun, state: 'running', total: begun.done + ids.length };
    write(() => keep(run));
    using thread = createSideThread();
    const desk = handOver(needs, run);
    await thread.do('judge-trials', desk.tables());
    if (signal.aborted) return;
    let waiting: Outcome[] = [];
    let [kept, underWay]: [number, Promise<() => void>] = [breath.now(), Promise.resolve(() => {})];

    const keepWaiting = (changes: Partial<RejudgingRun> = {}) => {
      const [batch, judged] = [waiting, now()];
      waiting = [];
      kept = breath.now();
      write(() => {
        for (const { trialId, verdicts: by, change } of batch) {
          for (const verdict of by) verdicts.put({ ...verdict, trialId, judged });
          if (change) rejudgings.note(run.number, { trialId, ...change });
        }
        const changed = run.changed + batch.filter(({ change }) => change).length;
        run = { ...run, changed, done: run.done + batch.length, after: batch.at(-1)?.trialId ?? run.after, ...changes };
        keep(run);
      });
      told();
    };

    for (let at = 0; at < ids.length; ) {
      if (signal.aborted) return;
      const until = breath.now() + breath.slice;
      const pieces: Piece[] = [];
      do {
        pieces.push(desk.take(ids[at] as TrialId));
        at += 1;
      } while (at < ids.length && pieces.length < handed && breath.now() < until);
      const toJudge = pieces.flatMap(({ trial }) => trial ?? []);
      const answer = toJudge.length > 0 ? thread.do('judge-trials', desk.pack(toJudge)) : Promise.resolve([]);
      answer.catch(() => {}); // it is looked at a turn later, and until then nobody is to complain
      (await underWay)();
      if (signal.aborted) return;
      if (waiting.length >= together.verdicts || breath.now() - kept > together.time) keepWaiting();
      underWay = answer.then((judged) => () => void waiting.push(...outcomes(pieces, judged)));
      underWay.catch(() => {});
      await breath.rest();
    }
    (await underWay)();
    if (signal.aborted) return;
    keepWaiting({ state: 'done', ended: now() });
  };
}

interface Piece {
  readonly trialId: TrialId;
  /** Absent where there is nothing to judge: it is gone, or the run does not concern it. */
  readonly trial?: TrialToJudge;
  /** What it was judged to be before; absent where the first of the verdicts to come says so, or nobody ever did. */
  readonly before?: Letters;
}

interface Outcome {
  readonly trialId: TrialId;
  readonly verdicts: readonly JudgedBy[];
  readonly change?: { readonly before: Letters; readonly now: Letters };
}

function outcomes(pieces: readonly Piece[], judged: readonly JudgedTrial[]): Outcome[] {
  const byId = new Map(judged.map((one) => [one.trialId, one.verdicts]));
  return pieces.map(({ trialId, before }) => {
    const by = byId.get(trialId) ?? [];
    const is = by.at(-1);
    const was = before ?? (by.length > 1 ? by[0] : undefined);
    const isChanged = was && is && verdictChanges(was, is).length > 0;
    return { trialId, verdicts: is ? [is] : [], ...(isChanged && { change: { before: was, now: is } }) };
  });
}

/** Prepares trials for the desk in the side thread, and remembers what already lies there. */
function handOver({ trials, verdicts, inForce, ifra, materials }: RunNeeds, run: RejudgingRun) {
  const compared = comparedTable({ inForce, ifra }, run);
  const laid = new Map<MaterialId, Material | undefined>();
  const wanted = run.materials && new Set(run.materials);

  const take = (trialId: TrialId): Piece => {
    const trial = trials.find(trialId);
    if (!trial) return { trialId };
    const within = accordsFor({ trials })(trial.formula);
    if (wanted && !materialsIn(trial.formula, within).some((id) => wanted.has(id))) return { trialId };
    const before = verdictBefore(verdicts, trialId, { run, compared });
    const by = before || !compared ? [run.tableId] : [compared, run.tableId];
    return { trialId, trial: { ...whatIsJudged(trial), accords: [...within], by }, ...(before && { before }) };
  };

  const pack = (toJudge: readonly TrialToJudge[]): TrialsToJudge => {
    const newMaterials: [MaterialId, Material | null][] = [];
    const ids = new Set(toJudge.flatMap(({ formula, accords }) => materialsIn(formula, new Map(accords))));
    for (const id of ids) {
      const material = materials.material(id);
      if (laid.has(id) && laid.get(id) === material) continue;
      laid.set(id, material);
      newMaterials.push([id, material ?? null]);
    }
    return { trials: toJudge, materials: newMaterials, tables: [] };
  };

  const tables = (): TrialsToJudge => ({
    trials: [],
    materials: [],
    tables: [run.tableId, ...(compared === undefined ? [] : [compared])].map(
      (tableId) => [tableId, inForce.regulationBy(tableId)] as const,
    ),
  });
  return { take, pack, tables };
}

function whatIsJudged({ id, formula, product }: Trial): Pick<TrialToJudge, 'trialId' | 'formula' | 'product'> {
  return { trialId: id, formula, product };
}

interface Comparing {
  readonly run: RejudgingRun;
  readonly compared: string | undefined;
}

/** The verdict there was: by the table that was in force before, or by the same one. */
function verdictBefore(
  verdicts: VerdictStore,
  trialId: TrialId,
  { run, compared }: Comparing,
): StoredVerdict | undefined {
  const same = run.why === 'table' || run.why === 'imported' ? undefined : verdicts.by(trialId, run.tableId);
  return same ?? (compared === undefined ? undefined : verdicts.by(trialId, compared));
}

/**
 * The table whose verdicts are the ones before, also for trials it has not judged: for a table that is only imported the one in
 * force, otherwise the one that was in force before it. Undefined where there was no other.
 */
function comparedTable({ inForce, ifra }: Pick<RunNeeds, 'inForce' | 'ifra'>, run: RejudgingRun): string | undefined {
  if (run.why === 'materials' || run.why === 'missing') return undefined;
  const [, before = shippedTable] = ifra.inForce();
  const compared = run.why === 'imported' ? inForce.now().tableId : before;
  const isThere = compared === shippedTable || ifra.all().some(({ id }) => id === compared);
  return isThere && compared !== run.tableId ? compared : undefined;
}
