/**
 * @file Stored trials judged again, in the background and without being asked: after another table came into force or was
 * imported, after what is judged by changed in a material, and for trials that nobody has judged yet.
 *
 * One run at a time; what is asked for meanwhile waits. A run that the perfumer stops is over; one that the studio's end breaks
 * off goes on where it was when the studio begins again. Judging itself is done beside the main thread.
 */
import { Changes } from '#foundation/changes.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { RejudgingReason, RejudgingRun, RejudgingStore } from '#library/sqlite/rejudging-store.ts';
import { judgeRun, type RunNeeds } from './judge-run.ts';

/** What goes on now, and the number of the newest run that has something to show. */
export interface RejudgingState {
  readonly now: Pick<RejudgingRun, 'number' | 'why' | 'amendment' | 'done' | 'total' | 'changed'> | null;
  readonly latest: number | null;
}

export interface RejudgingNeeds extends RunNeeds {
  readonly rejudgings: RejudgingStore;
  readonly onFault: (error: unknown) => void;
}

export interface Rejudging {
  readonly state: () => RejudgingState;
  readonly changes: Changes<RejudgingState>;
  /** Judges every trial again by a table. Takes the place of whatever it covers; joins a run that does the same. */
  judgeAll(why: 'table' | 'imported' | 'asked', tableId: string): void;
  /**
   * Judges trials again that hold this material, soon: whoever changes one often changes another. Called inside the transaction
   * that changes it, it is part of that: neither a crash nor a change that is taken back leaves one without the other.
   */
  materialChanged(id: MaterialId): void;
  /** Looks soon whether there are trials without a verdict, and judges those. */
  lookForMissing(): void;
  stop(): void;
  /** Goes on with what is kept: at the start, and after another library took the place of this one. */
  resume(): void;
  close(): void;
}

/** ms: edits that follow one another are one change. */
const calm = 1500;
/** Runs that are remembered once they are over. */
const remembered = 5;

export function createRejudging(needs: RejudgingNeeds): Rejudging {
  const { rejudgings, verdicts, inForce, write, now, onFault } = needs;
  const changes = new Changes<RejudgingState>();
  let current: { run: RejudgingRun; readonly stop: AbortController } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isClosed = false;

  const open = () => rejudgings.all().filter(({ state }) => state === 'waiting' || state === 'running');
  const state = (): RejudgingState => {
    const shown = rejudgings.all().find((run) => run.why !== 'missing' || run.changed > 0);
    return { now: current?.run ?? null, latest: shown?.number ?? null };
  };
  const tell = () => changes.announce(state());

  /** Call inside `write`. */
  const add = (why: RejudgingReason, tableId: string, materials?: readonly MaterialId[]): void => {
    const { amendment } = inForce.table(tableId);
    const counts = { after: '', done: 0, total: 0, changed: 0 };
    rejudgings.add({
      why,
      tableId,
      amendment,
      ...(materials && { materials }),
      state: 'waiting',
      asked: now(),
      ...counts,
    });
    rejudgings.forget(remembered);
  };
  const abandon = (run: RejudgingRun): void => {
    rejudgings.put({ ...run, state: 'stopped', ended: now() });
    if (current?.run.number === run.number) current.stop.abort();
  };

  function next(): void {
    if (current || isClosed) return;
    const run = open().at(-1);
    if (!run) {
      tell();
      return;
    }
    const mine = { run, stop: new AbortController() };
    current = mine;
    void judgeRun(needs)(run, {
      signal: mine.stop.signal,
      keep: (kept) => {
        mine.run = kept;
        rejudgings.put(kept);
      },
      told: () => current === mine && tell(),
    })
      .catch((error: unknown) => {
        if (mine.stop.signal.aborted) return;
        write(() => rejudgings.put({ ...mine.run, state: 'stopped', ended: now() }));
        onFault(error);
      })
      .finally(() => {
        if (current !== mine) return;
        current = undefined;
        next();
      });
    tell();
  }

  function soon(): void {
    if (isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        noteWhatChanged();
        if (isLooking && !verdicts.hasAllBy(inForce.now().tableId) && !open().some(coversMissing))
          write(() => add('missing', inForce.now().tableId));
        isLooking = false;
        next();
      } catch (error) {
        onFault(error);
      }
    }, calm).unref();
  }

  /** Materials that changed become a run of their own, or part of the one that waits. */
  function noteWhatChanged(): void {
    const ids = rejudgings.notedMaterials();
    if (ids.length === 0) return;
    write(() => {
      rejudgings.forgetMaterials();
      const waiting = open().find(({ why, state: is }) => why === 'materials' && is === 'waiting');
      if (waiting) rejudgings.put({ ...waiting, materials: [...new Set([...(waiting.materials ?? []), ...ids])] });
      else if (verdicts.trialIds().length > 0) add('materials', inForce.now().tableId, ids);
    });
  }

  return {
    state,
    changes,
    judgeAll(why, tableId) {
      const isUnderWay = (run: RejudgingRun) => run.tableId === tableId && run.materials === undefined;
      if (why === 'asked' && open().some((run) => isUnderWay(run) && run.why !== 'missing')) return;
      const covered = (run: RejudgingRun) =>
        why === 'imported' ? run.why === 'imported' : why === 'table' || run.tableId === tableId;
      write(() => {
        for (const run of open().filter(covered)) abandon(run);
        add(why, tableId);
      });
      if (current?.stop.signal.aborted) current = undefined;
      next();
    },
    materialChanged(id) {
      rejudgings.noteMaterial(id);
      soon();
    },
    lookForMissing() {
      isLooking = true;
      soon();
    },
    stop() {
      write(() => open().forEach(abandon));
      current = undefined;
      tell();
    },
    resume() {
      current?.stop.abort();
      current = undefined;
      isLooking = true;
      soon();
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(timer);
      current?.stop.abort();
    },
  };
}

/** Whether a run judges trials without a verdict as well. */
function coversMissing({ why }: RejudgingRun): boolean {
  return why === 'table' || why === 'asked' || why === 'missing';
}
