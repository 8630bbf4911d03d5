/**
 * @file A map on which near things lie near: neighbours pull each other, everything else pushes a little, after UMAP (McInnes,
 * Healy and Melville 2018). Begins at the plane of greatest difference, so that the whole keeps its shape, and draws its lots
 * from a seed, so that the same vectors always give the same map.
 */
import { type Cloud, projectToPlane } from './project-to-plane.ts';

export interface LayOutNeeds {
  /** Called every few ms of work. */
  readonly rest: () => Promise<void>;
  /** Share of the work done, 0..1. */
  readonly progress?: (share: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Neighbours of each point that pull it. */
const neighbours = 12;
/** Points that are laid out for themselves; others are put between the nearest of these. */
const mostLandmarks = 2500;
const epochs = 220;
/** Pushes for each pull. */
const pushes = 4;
/** UMAP's curve for a smallest distance of 0.1. */
const [a, b] = [1.577, 0.895];
const farthest = 4;

/** x and y of each point, one after another, within about -1 to 1. Vectors have length 1 or are empty. */
export async function layOutNeighbours(cloud: Cloud, { rest, progress, signal }: LayOutNeeds): Promise<Float32Array> {
  const { values, dimensions } = cloud;
  const count = dimensions === 0 ? 0 : values.length / dimensions;
  if (count === 0) return new Float32Array(0);
  const step = Math.max(1, Math.ceil(count / mostLandmarks));
  const chosen = Array.from({ length: Math.ceil(count / step) }, (_, at) => at * step);
  const landmarks: Cloud = { values: rowsOf(cloud, chosen), dimensions };
  const { points } = await projectToPlane(landmarks, rest);
  const told = (from: number, to: number) => (share: number) => progress?.(from + (to - from) * share);
  const near = await nearestTo(landmarks, landmarks, { rest, progress: told(0, 0.4), signal, isSame: true });
  await pullTogether(points, near, { rest, progress: told(0.4, 0.8), signal });
  const whole = await placeOthers(cloud, { landmarks, points, step }, { rest, progress: told(0.8, 1), signal });
  fit(whole);
  return whole;
}

function rowsOf({ values, dimensions }: Cloud, rows: readonly number[]): Float32Array {
  const taken = new Float32Array(rows.length * dimensions);
  for (const [at, row] of rows.entries()) {
    taken.set(values.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions);
  }
  return taken;
}

interface Near {
  /** `neighbours` of each point, one after another; -1 where there are not so many. */
  readonly ids: Int32Array;
  /** Cosines. */
  readonly likeness: Float32Array;
}

async function nearestTo(
  asked: Cloud,
  among: Cloud,
  { rest, progress, signal, isSame }: LayOutNeeds & { readonly isSame: boolean },
): Promise<Near> {
  const { dimensions } = asked;
  const count = asked.values.length / dimensions;
  const others = among.values.length / dimensions;
  const ids = new Int32Array(count * neighbours).fill(-1);
  const likeness = new Float32Array(count * neighbours);
  const perRest = Math.max(1, Math.floor(4_000_000 / (others * dimensions + 1)));
  for (let point = 0; point < count; point += 1) {
    for (let other = 0; other < others; other += 1) {
      if (isSame && other === point) continue;
      let dot = 0;
      const [p, q] = [point * dimensions, other * dimensions];
      for (let at = 0; at < dimensions; at += 1) {
        dot += (asked.values[p + at] as number) * (among.values[q + at] as number);
      }
      insert({ ids, likeness }, point * neighbours, other, dot);
    }
    if (point % perRest === 0) {
      progress?.(point / count);
      await rest();
      signal?.throwIfAborted();
    }
  }
  return { ids, likeness };
}

/** Keeps the nearest in order. */
function insert({ ids, likeness }: Near, from: number, id: number, dot: number): void {
  let at = from + neighbours - 1;
  if (ids[at] !== -1 && (likeness[at] as number) >= dot) return;
  while (at > from && (ids[at - 1] === -1 || (likeness[at - 1] as number) < dot)) {
    ids[at] = ids[at - 1] as number;
    likeness[at] = likeness[at - 1] as number;
    at -= 1;
  }
  ids[at] = id;
  likeness[at] = dot;
}

async function pullTogether(points: Float32Array, near: Near, { rest, progress, signal }: LayOutNeeds): Promise<void> {
  const count = points.length / 2;
  for (let at = 0; at < points.length; at += 1) points[at] = (points[at] as number) * 10;
  const strengths = strengthsOf(near, count);
  const draw = drawer(20_261_121);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rate = 1 - epoch / epochs;
    for (let point = 0; point < count; point += 1) {
      for (let at = point * neighbours; at < (point + 1) * neighbours; at += 1) {
        const other = near.ids[at] as number;
        if (other < 0 || draw() > (strengths[at] as number)) continue;
        move(points, point, other, { rate, isPull: true });
        for (let push = 0; push < pushes; push += 1) {
          const any = Math.floor(draw() * count);
          if (any !== point) move(points, point, any, { rate, isPull: false });
        }
      }
      if (point % 400 === 0) await rest();
    }
    progress?.(epoch / epochs);
    signal?.throwIfAborted();
  }
}

/** How often each neighbour pulls: always the nearest, the others as they are less like. */
function strengthsOf({ ids, likeness }: Near, count: number): Float32Array {
  const strengths = new Float32Array(ids.length);
  for (let point = 0; point < count; point += 1) {
    const from = point * neighbours;
    const nearest = 1 - (likeness[from] as number);
    let mean = 0;
    for (let at = from; at < from + neighbours; at += 1) mean += (1 - (likeness[at] as number) - nearest) / neighbours;
    for (let at = from; at < from + neighbours; at += 1) {
      strengths[at] = ids[at] === -1 ? 0 : Math.exp(-(1 - (likeness[at] as number) - nearest) / (mean || 1));
    }
  }
  return strengths;
}

interface Moving {
  readonly rate: number;
  readonly isPull: boolean;
}

function move(points: Float32Array, one: number, other: number, { rate, isPull }: Moving): void {
  const dx = (points[2 * one] as number) - (points[2 * other] as number);
  const dy = (points[2 * one + 1] as number) - (points[2 * other + 1] as number);
  const square = dx * dx + dy * dy;
  const power = square ** b;
  const force = isPull
    ? square > 0
      ? (-2 * a * b * (power / square)) / (1 + a * power)
      : 0
    : (2 * b) / ((0.001 + square) * (1 + a * power));
  const [x, y] = [bounded(force * dx) * rate, bounded(force * dy) * rate];
  points[2 * one] = (points[2 * one] as number) + x;
  points[2 * one + 1] = (points[2 * one + 1] as number) + y;
  if (!isPull) return;
  points[2 * other] = (points[2 * other] as number) - x;
  points[2 * other + 1] = (points[2 * other + 1] as number) - y;
}

function bounded(value: number): number {
  return Math.max(-farthest, Math.min(farthest, value));
}

interface Placed {
  readonly landmarks: Cloud;
  readonly points: Float32Array;
  readonly step: number;
}

/** Landmarks where they lie, everything else between its nearest three of them. */
async function placeOthers(
  cloud: Cloud,
  { landmarks, points, step }: Placed,
  needs: LayOutNeeds,
): Promise<Float32Array> {
  if (step === 1) return points;
  const { dimensions, values } = cloud;
  const count = values.length / dimensions;
  const whole = new Float32Array(2 * count);
  const near = await nearestTo(cloud, landmarks, { ...needs, isSame: false });
  for (let point = 0; point < count; point += 1) {
    let [x, y, sum] = [0, 0, 0];
    for (let at = point * neighbours; at < point * neighbours + 3; at += 1) {
      const id = near.ids[at] as number;
      const weight = id < 0 ? 0 : Math.max(1e-3, near.likeness[at] as number) ** 8;
      x += weight * (points[2 * id] ?? 0);
      y += weight * (points[2 * id + 1] ?? 0);
      sum += weight;
    }
    whole[2 * point] = x / (sum || 1);
    whole[2 * point + 1] = y / (sum || 1);
  }
  return whole;
}

/** Into -1 to 1 without changing its proportions. */
function fit(points: Float32Array): void {
  const reach = points.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  for (let at = 0; at < points.length; at += 1) points[at] = (points[at] as number) / reach;
}

/** Numbers in [0, 1) from a seed: mulberry32, a 32-bit generator of Tommy Ettinger's. */
function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
