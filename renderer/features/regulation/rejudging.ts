/** @file Judging again, as the window knows it. It goes on in the core whatever the window does. */
import { create } from 'zustand';
import type { StudioClient } from '#contract/contract.ts';
import type { Rejudging, RejudgingRun } from '#contract/regulation.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';

interface Known {
  readonly now: Rejudging['now'];
  /** The last runs, newest first. */
  readonly runs: readonly RejudgingRun[];
}

export const useRejudging = create<Known>(() => ({ now: null, runs: [] }));

/** Follows it until `signal` aborts. `onEnd` hears of a run that ended by itself while it was followed. */
export async function followRejudging(
  client: StudioClient,
  signal: AbortSignal,
  onEnd: (run: RejudgingRun) => void,
): Promise<void> {
  let seen: string | undefined;
  let before: Rejudging['now'] = null;
  for await (const { now, latest } of await client.regulation.watchRejudging(undefined, { signal })) {
    useRejudging.setState({ now });
    const key = `${latest} ${now?.number} ${now?.changed}`;
    if (key !== seen) useRejudging.setState({ runs: await client.regulation.rejudgings() });
    seen = key;
    const ended = before && before.number !== now?.number ? before.number : undefined;
    before = now;
    const run = useRejudging.getState().runs.find(({ number, state }) => number === ended && state === 'done');
    if (run) onEnd(run);
  }
}

/** Judges every stored trial again by the table in force. */
export function startRejudging(): void {
  useStudio.getState().client.regulation.rejudge().catch(tellRefusal);
}

/** Stops it. What was judged by then stays stored. */
export function stopRejudging(): void {
  useStudio.getState().client.regulation.stopRejudging().catch(tellRefusal);
}
