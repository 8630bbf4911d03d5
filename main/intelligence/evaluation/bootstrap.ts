/** @file How far a mean over queries can be trusted. */
export interface Interval {
  readonly mean: number;
  /** Bounds of the 95 % percentile interval. */
  readonly low: number;
  readonly high: number;
}

/** Mean of `values` with its 95 % percentile bootstrap interval (Efron 1979); `draw` gives numbers in [0, 1). */
export function bootstrap(values: readonly number[], draw: () => number, resamples = 1000): Interval {
  if (values.length === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let count = 0; count < values.length; count += 1) sum += values[Math.floor(draw() * values.length)] as number;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: means[Math.floor(0.025 * resamples)] as number,
    high: means[Math.ceil(0.975 * resamples) - 1] as number,
  };
}
