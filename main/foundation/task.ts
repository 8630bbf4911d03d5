/**
 * @file Long work beside which everything else goes on: done in slices, told as it goes, stopped when nobody wants it any more.
 *
 * A slice ends after `slice` ms; then the event loop has a turn. One step is never divided, so a step has to be short.
 */
export interface Breath {
  /** A clock in ms. */
  readonly now: () => number;
  /** Gives everybody else a turn. */
  readonly rest: () => Promise<void>;
  /** ms of work between two rests. */
  readonly slice: number;
}

export interface InSlices<Item, Result> {
  readonly items: readonly Item[];
  readonly step: (item: Item) => Result;
  readonly breath: Breath;
  readonly signal?: AbortSignal | undefined;
}

/** The results of each slice, with how many items are done. Ends early, without a word, when `signal` aborts. */
export async function* inSlices<Item, Result>({
  items,
  step,
  breath: { now, rest, slice },
  signal,
}: InSlices<Item, Result>): AsyncGenerator<{ readonly done: number; readonly results: readonly Result[] }, undefined> {
  let done = 0;
  while (done < items.length && !signal?.aborted) {
    const until = now() + slice;
    const results: Result[] = [];
    do {
      results.push(step(items[done] as Item));
      done += 1;
    } while (done < items.length && now() < until);
    yield { done, results };
    await rest();
  }
  return undefined;
}
