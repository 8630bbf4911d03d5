/**
 * @file Every stored trial judged again by the table in force, in the background, with what is another verdict than before.
 *
 * Before is the verdict stored last. A trial without one is judged by whatever was in force before now as well, so that the
 * first change of amendment is told too. What was judged by the time somebody cancels stays stored.
 */
import type { TrialId } from '#foundation/ids.ts';
import { inSlices } from '#foundation/task.ts';
import type { TrialName } from '#library/sqlite/verdict-store.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import {
  type StoredVerdict,
  storedVerdict,
  type VerdictChange,
  verdictChanges,
} from '#perfumery/safety/stored-verdict.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import { type InForce, shippedTable } from './regulation-in-force.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

export interface ChangedTrial extends TrialName {
  readonly changes: readonly VerdictChange[];
}

export type RejudgeStage =
  | {
      readonly stage: 'judging';
      readonly done: number;
      readonly total: number;
      /** Since the last time something was told. */
      readonly changed: readonly ChangedTrial[];
    }
  | { readonly stage: 'done'; readonly total: number; readonly changed: number; readonly amendment: number };

type Needs = Pick<RegulationNeeds, 'trials' | 'verdicts' | 'inForce' | 'ifra' | 'write' | 'now' | 'breath'>;

/** Verdicts are written this many at a time: a transaction waits for the disk. */
const written = 250;

/** Judges all trials again. Ends early when `signal` aborts. */
export function rejudgeTrials(needs: Needs) {
  return async function* (signal?: AbortSignal): AsyncGenerator<RejudgeStage, undefined> {
    const { verdicts, inForce, breath } = needs;
    const current = inForce.now();
    const items = verdicts.trialIds();
    const step = rejudgeOne(needs, current, previous(needs, current));
    let [waiting, untold]: [StoredVerdict[], ChangedTrial[]] = [[], []];
    let [changed, told] = [0, breath.now()];
    const keep = () => {
      const batch = waiting;
      waiting = [];
      if (batch.length > 0) needs.write(() => batch.forEach(verdicts.put));
    };
    try {
      yield { stage: 'judging', done: 0, total: items.length, changed: [] };
      for await (const { done, results } of inSlices({ items, step, breath, signal })) {
        for (const result of results) {
          waiting.push(...result.verdicts);
          if (result.changed) untold.push(result.changed);
        }
        if (waiting.length >= written) keep();
        if (breath.now() - told < 100 && untold.length < 50) continue;
        told = breath.now();
        changed += untold.length;
        yield { stage: 'judging', done, total: items.length, changed: untold };
        untold = [];
      }
    } finally {
      keep();
    }
    if (signal?.aborted) return undefined;
    changed += untold.length;
    yield { stage: 'judging', done: items.length, total: items.length, changed: untold };
    yield { stage: 'done', total: items.length, changed, amendment: current.regulation.ifra.amendment };
    return undefined;
  };
}

/** What was in force before: the one chosen before, or the shipped one. Undefined where there was no other. */
function previous({ ifra, inForce }: Pick<Needs, 'ifra' | 'inForce'>, { tableId }: InForce): InForce | undefined {
  const [, before = shippedTable] = ifra.inForce();
  const isThere = before === shippedTable || ifra.all().some(({ id }) => id === before);
  return before !== tableId && isThere ? inForce.by(before) : undefined;
}

interface Rejudged {
  readonly verdicts: readonly StoredVerdict[];
  readonly changed?: ChangedTrial;
}

function rejudgeOne({ trials, verdicts, now }: Needs, current: InForce, before: InForce | undefined) {
  const judged = now();
  const verdictBy = ({ judge, tableId }: InForce, { id, formula, product }: Trial): StoredVerdict => {
    const answer = judge(formula, { product, accords: accordsFor({ trials })(formula) });
    return storedVerdict(answer, { trialId: id, tableId, judged });
  };
  return (trialId: TrialId): Rejudged => {
    const trial = trials.find(trialId);
    if (!trial) return { verdicts: [] };
    const [last] = verdicts.of(trialId);
    const was = last ?? (before && verdictBy(before, trial));
    const is = verdictBy(current, trial);
    const changes = was ? verdictChanges(was, is) : [];
    const name = changes.length > 0 ? verdicts.nameOf(trialId) : undefined;
    return { verdicts: [is], ...(name && { changed: { ...name, changes } }) };
  };
}
