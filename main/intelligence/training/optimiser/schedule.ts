/** The rate of a step, counted from 0. */
export type Schedule = (step: number) => number;

export function constantRate(rate: number, { warmUp = 0 }: { readonly warmUp?: number } = {}): Schedule {
  return (step) => (step < warmUp ? (rate * (step + 1)) / warmUp : rate);
}

/** Up to `rate` in a straight line over `warmUp` steps, then down to `floor` of it along half a cosine (Loshchilov and Hutter 2017). */
export function cosineRate(
  rate: number,
  { steps, warmUp = 0, floor = 0 }: { readonly steps: number; readonly warmUp?: number; readonly floor?: number },
): Schedule {
  return (step) => {
    if (step < warmUp) return (rate * (step + 1)) / warmUp;
    const along = Math.min(1, (step - warmUp) / Math.max(1, steps - warmUp));
    return rate * (floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * along)));
  };
}
