/** Lets one through at a time, in the order of asking. The answer gives the turn back. */
export function createTurns(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let giveBack = () => {};
    last = new Promise((resolve) => (giveBack = resolve));
    await before;
    return giveBack;
  };
}
