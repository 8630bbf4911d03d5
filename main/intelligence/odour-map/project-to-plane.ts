/**
 * @file Many directions seen on a plane: the two along which they differ most, found by principal component analysis
 * (Pearson 1901; Hotelling 1933). The same vectors always give the same plane: nothing is drawn by lot, and signs are fixed.
 */

/** `count` points of `dimensions`, one after another. */
export interface Cloud {
  readonly values: Float32Array;
  readonly dimensions: number;
}

export interface Plane {
  /** x and y of each point, one after another; about -1 to 1. */
  readonly points: Float32Array;
  /** Share of all that differs which each axis shows. */
  readonly shares: readonly [number, number];
}

/** Rounds of power iteration. Axes that differ little need more, but then it matters little which is which. */
const rounds = 60;
/** Points the axes are found from; more would not turn them. */
const mostForAxes = 4000;
/** Points worked on between two rests. */
const chunk = 250;

/** Projects a cloud; `rest` is called every few milliseconds of work. */
export async function projectToPlane(cloud: Cloud, rest: () => Promise<void>): Promise<Plane> {
  const { values, dimensions } = cloud;
  const count = dimensions === 0 ? 0 : values.length / dimensions;
  if (count === 0) return { points: new Float32Array(0), shares: [0, 0] };
  const step = Math.max(1, Math.ceil(count / mostForAxes));
  const mean = await meanOf(cloud, rest);
  const matrix = await covarianceOf(cloud, { mean, step }, rest);
  let all = 0;
  for (let at = 0; at < dimensions; at += 1) all += matrix[at * dimensions + at] as number;
  const first = strongest(matrix, dimensions, []);
  await rest();
  const second = strongest(matrix, dimensions, [first.axis]);
  await rest();
  const points = new Float32Array(2 * count);
  for (let from = 0; from < count; from += chunk) {
    for (let point = from; point < Math.min(count, from + chunk); point += 1) {
      for (const [place, { axis }] of [first, second].entries()) {
        let sum = 0;
        for (let at = 0; at < dimensions; at += 1) {
          sum += ((values[point * dimensions + at] as number) - (mean[at] as number)) * (axis[at] as number);
        }
        points[2 * point + place] = sum;
      }
    }
    await rest();
  }
  scale(points);
  return { points, shares: all === 0 ? [0, 0] : [first.strength / all, second.strength / all] };
}

async function meanOf({ values, dimensions }: Cloud, rest: () => Promise<void>): Promise<Float64Array> {
  const mean = new Float64Array(dimensions);
  const count = values.length / dimensions;
  for (let point = 0; point < count; point += 1) {
    for (let at = 0; at < dimensions; at += 1)
      mean[at] = (mean[at] as number) + (values[point * dimensions + at] as number);
    if (point % (8 * chunk) === 0) await rest();
  }
  for (let at = 0; at < dimensions; at += 1) mean[at] = (mean[at] as number) / count;
  return mean;
}

async function covarianceOf(
  { values, dimensions }: Cloud,
  { mean, step }: { readonly mean: Float64Array; readonly step: number },
  rest: () => Promise<void>,
): Promise<Float64Array> {
  const matrix = new Float64Array(dimensions * dimensions);
  const centred = new Float64Array(dimensions);
  const count = values.length / dimensions;
  let done = 0;
  for (let point = 0; point < count; point += step) {
    for (let at = 0; at < dimensions; at += 1) {
      centred[at] = (values[point * dimensions + at] as number) - (mean[at] as number);
    }
    for (let row = 0; row < dimensions; row += 1) {
      const own = centred[row] as number;
      if (own === 0) continue;
      for (let column = 0; column < dimensions; column += 1) {
        const place = row * dimensions + column;
        matrix[place] = (matrix[place] as number) + own * (centred[column] as number);
      }
    }
    done += 1;
    if (done % 40 === 0) await rest();
  }
  for (let at = 0; at < matrix.length; at += 1) matrix[at] = (matrix[at] as number) / done;
  return matrix;
}

/** The strongest axis at right angles to `before`, by power iteration; its largest part is positive. */
function strongest(
  matrix: Float64Array,
  dimensions: number,
  before: readonly Float64Array[],
): { readonly axis: Float64Array; readonly strength: number } {
  let axis = Float64Array.from({ length: dimensions }, (_, at) => 1 + ((at * 7919) % 101) / 101 - 0.5 * (at % 2));
  let strength = 0;
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(dimensions);
    for (let row = 0; row < dimensions; row += 1) {
      let sum = 0;
      for (let column = 0; column < dimensions; column += 1) {
        sum += (matrix[row * dimensions + column] as number) * (axis[column] as number);
      }
      next[row] = sum;
    }
    for (const other of before) {
      const along = next.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
      for (let at = 0; at < dimensions; at += 1) next[at] = (next[at] as number) - along * (other[at] as number);
    }
    strength = Math.hypot(...next);
    if (strength < 1e-12) return { axis: new Float64Array(dimensions), strength: 0 };
    axis = next.map((value) => value / strength);
  }
  const largest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-9 ? value : best), 0);
  return { axis: largest < 0 ? axis.map((value) => -value) : axis, strength };
}

/** So that 98 % of the points lie between -1 and 1 along each axis; what lies further out is brought in gently. */
function scale(points: Float32Array): void {
  for (const place of [0, 1]) {
    const sizes = points
      .filter((_, at) => at % 2 === place)
      .map(Math.abs)
      .sort();
    const reach = sizes[Math.floor(sizes.length * 0.98)] || sizes.at(-1) || 1;
    for (let at = place; at < points.length; at += 2) {
      const value = (points[at] as number) / reach;
      points[at] = Math.abs(value) <= 1 ? value : Math.sign(value) * (1 + Math.log(Math.abs(value)) * 0.3);
    }
  }
}
