/**
 * @file Like this; like this but fresher; between these two: arithmetic on what things smell of, in concepts and, where there
 * is an encoder, in its vectors. Fresher is the way from the opposite of fresh to fresh, as far as the slider says.
 */
import { StudioError } from '#foundation/errors.ts';
import type { AskedWish } from '#perfumery/search/concept-score.ts';
import { unitOf } from '#perfumery/search/unit-bundle.ts';
import type { Meaning } from './meaning/meaning.ts';
import type { SearchNeeds } from './search-needs.ts';

export interface Like {
  readonly ids: readonly string[];
  /** Between two: 0 is the first, 1 the second. */
  readonly share: number;
  readonly towards?: { readonly concept: string; readonly amount: number } | undefined;
}

type Needs = Pick<SearchNeeds, 'shelf' | 'said' | 'understanding'>;

/** What is asked for as wishes. Refuses (`search.not-found`) what is not on the shelf. */
export function wishesLike({ shelf, said, understanding }: Needs) {
  return ({ ids, share, towards }: Like): readonly AskedWish[] => {
    const sum = new Map<string, number>();
    const add = (bundle: ReadonlyMap<string, number>, by: number) => {
      for (const [id, weight] of unitOf(bundle)) sum.set(id, (sum.get(id) ?? 0) + by * weight);
    };
    for (const [place, id] of ids.entries()) {
      const found = shelf.find(id);
      if (!found) throw new StudioError('search.not-found', { id });
      add(said.read(found).bundle, shareOf(place, ids.length, share));
    }
    if (towards) {
      add(understanding.bundleOf(towards.concept), towards.amount);
      for (const opposite of understanding.oppositesOf(towards.concept)) {
        add(understanding.bundleOf(opposite), -towards.amount);
      }
    }
    const wanted = new Map([...sum].filter(([, weight]) => weight > 0));
    const unwanted = new Map([...sum].flatMap(([id, weight]) => (weight < 0 ? [[id, -weight] as const] : [])));
    return [
      { id: 'like', weight: 1, isNegated: false, bundle: wanted },
      ...(unwanted.size > 0 ? [{ id: 'unlike', weight: 0.6, isNegated: true, bundle: unwanted }] : []),
    ];
  };
}

/** How far the slider reaches at its end, in lengths of the vector it starts from. */
const reach = 0.9;

/** The unit vector of what is asked for; none where the encoder has no vector of them yet. */
export function vectorLike(needs: Needs, meaning: Meaning) {
  return async ({ ids, share, towards }: Like, signal?: AbortSignal): Promise<Float32Array | undefined> => {
    const vectors = await meaning.vectorsOf(ids, signal);
    const parts = ids.flatMap((id, place) => {
      const vector = vectors.get(id);
      return vector ? [{ vector, by: shareOf(place, ids.length, share) }] : [];
    });
    if (parts.length < ids.length) return undefined;
    if (towards) {
      const [here, ...there] = await meaning.encode(endsOf(needs, towards.concept), signal);
      if (here) parts.push({ vector: here, by: reach * towards.amount });
      for (const vector of there) parts.push({ vector, by: (-reach * towards.amount) / there.length });
    }
    const sum = new Float32Array(parts[0]?.vector.length ?? 0);
    for (const { vector, by } of parts) {
      for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] as number) + by * (vector[at] as number);
    }
    const length = Math.hypot(...sum);
    return length === 0 ? undefined : sum.map((value) => value / length);
  };
}

/** The concept in words, and those at its other end. */
function endsOf({ understanding }: Needs, concept: string): readonly string[] {
  const words = (id: string) => {
    const label = understanding.labelOf(id);
    return label ? [`${label.ko} ${label.en}`] : [];
  };
  return [concept, ...understanding.oppositesOf(concept).slice(0, 2)].flatMap(words);
}

function shareOf(place: number, count: number, share: number): number {
  if (count === 1) return 1;
  return place === 0 ? 1 - share : share;
}
