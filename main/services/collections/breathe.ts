/** How long work may hold up the event loop before it lets others have a turn, in ms. */
export const turn = 12;

/** Lets the event loop run once `turn` has passed since it last did; call it between small pieces of work. */
export function createBreath(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}
