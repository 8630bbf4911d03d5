/** @file Judging again, as the window knows it. It goes on when the dialog is closed, and is told when it ends. */
import { create } from 'zustand';
import type { RejudgeStage } from '#contract/regulation.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';

export type ChangedTrial = Extract<RejudgeStage, { stage: 'judging' }>['changed'][number];

type Rejudging =
  | { readonly is: 'idle' }
  | { readonly is: 'judging'; readonly done: number; readonly total: number; readonly changed: readonly ChangedTrial[] }
  | { readonly is: 'done'; readonly total: number; readonly changed: readonly ChangedTrial[] }
  | { readonly is: 'stopped'; readonly changed: readonly ChangedTrial[] }
  | { readonly is: 'failed'; readonly sentence: string };

export const useRejudging = create<{ readonly now: Rejudging }>(() => ({ now: { is: 'idle' } }));
let stop: AbortController | undefined;

/** Judges every stored trial again; one run at a time. */
export async function startRejudging(): Promise<void> {
  if (useRejudging.getState().now.is === 'judging') return;
  const mine = new AbortController();
  stop = mine;
  let changed: readonly ChangedTrial[] = [];
  const show = (now: Rejudging) => useRejudging.setState({ now });
  show({ is: 'judging', done: 0, total: 0, changed });
  try {
    const { client } = useStudio.getState();
    for await (const stage of await client.regulation.rejudge(undefined, { signal: mine.signal })) {
      if (stage.stage === 'done') return show({ is: 'done', total: stage.total, changed });
      changed = [...changed, ...stage.changed];
      show({ is: 'judging', done: stage.done, total: stage.total, changed });
    }
    show({ is: 'stopped', changed });
  } catch (error) {
    show(mine.signal.aborted ? { is: 'stopped', changed } : { is: 'failed', sentence: sentenceFor(refusalOf(error)) });
  }
}

/** Stops it. What was judged by then stays stored. */
export function stopRejudging(): void {
  stop?.abort();
}
