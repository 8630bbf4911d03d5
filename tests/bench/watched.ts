/** @file How long an act held up the event loop: by the clock, and in work of this very thread. */

export interface Watched<T> {
  readonly answer: T;
  /** ms until it was done. */
  readonly took: number;
  /** The longest that the event loop stood still, in ms; other programs on the machine count in. */
  readonly block: number;
  /** The most this thread worked between two turns of the event loop, in ms. */
  readonly work: number;
}

/** Does `act` while a timer of a millisecond tells how long the event loop stood still at most. */
export async function watched<T>(act: () => Promise<T>): Promise<Watched<T>> {
  let [last, block, work] = [performance.now(), 0, 0];
  let cpu = process.threadCpuUsage();
  const look = () => {
    const now = performance.now();
    block = Math.max(block, now - last - 1);
    last = now;
    const { user, system } = process.threadCpuUsage(cpu);
    work = Math.max(work, (user + system) / 1000);
    cpu = process.threadCpuUsage();
  };
  const timer = setInterval(look, 1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const began = performance.now();
  try {
    const answer = await act();
    const took = performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { answer, took, block, work };
  } finally {
    clearInterval(timer);
  }
}
