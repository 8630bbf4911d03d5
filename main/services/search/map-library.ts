/** @file The library as a map: what smells alike lies together. By the encoder's vectors where there are any, else by concepts. */
import { type LayOutNeeds, layOutNeighbours } from '#intelligence/odour-map/lay-out-neighbours.ts';
import type { Cloud } from '#intelligence/odour-map/project-to-plane.ts';
import type { SearchKind } from '#perfumery/search/search-item.ts';
import { unitOf } from '#perfumery/search/unit-bundle.ts';
import { createBreath } from '#services/collections/breathe.ts';
import type { Findable } from './items/findable.ts';
import type { Meaning } from './meaning/meaning.ts';
import type { SearchNeeds } from './search-needs.ts';

export interface MapPoint {
  readonly found: Findable;
  /** -1 to 1; neither axis has a meaning or a unit. */
  readonly x: number;
  readonly y: number;
}

export type MapStage =
  | { readonly stage: 'laying'; readonly share: number }
  | { readonly stage: 'done'; readonly by: 'meaning' | 'concepts'; readonly points: readonly MapPoint[] };

interface Kept {
  readonly version: number;
  /** The encoder’s id where it is by meaning. */
  readonly model: string;
  readonly points: readonly MapPoint[];
}

/** Directions that bundles of concepts are folded into. */
const folded = 96;
const vectorsAtOnce = 500;

/** Lays out everything of some kinds; the same again while nothing has changed. Ends early when `signal` aborts. */
export function createLibraryMap(needs: SearchNeeds) {
  const kept = new Map<string, Kept>();
  return async function* (kinds: readonly SearchKind[], signal?: AbortSignal): AsyncGenerator<MapStage, undefined> {
    const { shelf } = needs;
    const meaning = needs.meaning();
    const state = meaning?.state();
    const isMeant = meaning && state?.stage === 'ready';
    const model = state && 'model' in state ? state.model : '';
    const key = [...kinds].sort().join(' ');
    const before = kept.get(key);
    const by = isMeant ? 'meaning' : 'concepts';
    if (before?.version === shelf.version && before.model === (isMeant ? model : '')) {
      yield { stage: 'done', by, points: before.points };
      return undefined;
    }
    yield { stage: 'laying', share: 0 };
    const { version } = shelf;
    const breathe = createBreath();
    const all = [...shelf.all()].filter(({ item, row }) => kinds.includes(item.kind) && row.family !== 'solvent');
    const { cloud, found } = isMeant
      ? await cloudOfMeaning(meaning, all, signal)
      : { cloud: await cloudOfConcepts(needs, all, breathe), found: all };
    let share = 0;
    let laid: Float32Array | undefined;
    const laying = layOutNeighbours(cloud, {
      rest: breathe,
      progress: (now) => {
        share = now;
      },
      ...(signal && { signal }),
    } satisfies LayOutNeeds).then((points) => {
      laid = points;
    });
    while (laid === undefined && !signal?.aborted) {
      await Promise.race([laying, new Promise((resolve) => setTimeout(resolve, 200))]);
      if (laid === undefined) yield { stage: 'laying', share };
    }
    await laying;
    const points = found.map(
      (one, at): MapPoint => ({ found: one, x: laid?.[2 * at] ?? 0, y: laid?.[2 * at + 1] ?? 0 }),
    );
    kept.set(key, { version, model: isMeant ? model : '', points });
    yield { stage: 'done', by, points };
    return undefined;
  };
}

async function cloudOfMeaning(meaning: Meaning, all: readonly Findable[], signal: AbortSignal | undefined) {
  const found: Findable[] = [];
  const vectors: Float32Array[] = [];
  for (let from = 0; from < all.length; from += vectorsAtOnce) {
    const some = all.slice(from, from + vectorsAtOnce);
    const known = await meaning.vectorsOf(
      some.map(({ item }) => item.id),
      signal,
    );
    for (const one of some) {
      const vector = known.get(one.item.id);
      if (!vector) continue;
      found.push(one);
      vectors.push(vector);
    }
  }
  const dimensions = vectors[0]?.length ?? 0;
  const values = new Float32Array(vectors.length * dimensions);
  for (const [at, vector] of vectors.entries()) values.set(vector, at * dimensions);
  return { cloud: { values, dimensions } satisfies Cloud, found };
}

/** Each concept is a fixed direction of signs, so that bundles keep their cosines, nearly (Achlioptas 2003). */
async function cloudOfConcepts(
  { said }: SearchNeeds,
  all: readonly Findable[],
  breathe: () => Promise<void>,
): Promise<Cloud> {
  const values = new Float32Array(all.length * folded);
  for (const [at, one] of all.entries()) {
    await breathe();
    for (const [id, weight] of unitOf(said.read(one).bundle)) {
      const seed = hashOf(id);
      for (let place = 0; place < folded; place += 1) {
        const sign = (Math.imul(seed ^ (place * 0x9e3779b1), 0x85ebca6b) >>> 16) & 1 ? 1 : -1;
        const cell = at * folded + place;
        values[cell] = (values[cell] as number) + (sign * weight) / Math.sqrt(folded);
      }
    }
    const row = values.subarray(at * folded, (at + 1) * folded);
    const length = Math.hypot(...row) || 1;
    for (let place = 0; place < folded; place += 1) row[place] = (row[place] as number) / length;
  }
  return { values, dimensions: folded };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
