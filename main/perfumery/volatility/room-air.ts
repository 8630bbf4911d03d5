/** @file The air of a room that vapours are given off into and aired out of. */

/** g of a vapour in the air, and g aired out since the start, at each time. */
export interface RoomAir {
  readonly inAir: readonly number[];
  readonly airedOut: readonly number[];
}

/**
 * What is in the air of a room at `times` (h), when `given` (g since the start) has been given off by then and the air is
 * renewed `changes` times an hour. Between two times the rate is taken as even; nothing is lost on the way.
 */
export function roomAir(times: readonly number[], given: readonly number[], changes: number): RoomAir {
  const inAir: number[] = [];
  const airedOut: number[] = [];
  let here = 0;
  let out = 0;
  for (const [at, time] of times.entries()) {
    const passed = (time - (times[at - 1] ?? 0)) * changes;
    const fresh = (given[at] ?? 0) - (given[at - 1] ?? 0);
    const keeps = passed > 0 ? -Math.expm1(-passed) / passed : 1;
    const after = here * Math.exp(-passed) + fresh * keeps;
    out += here + fresh - after;
    here = after;
    inAir.push(here);
    airedOut.push(out);
  }
  return { inAir, airedOut };
}
