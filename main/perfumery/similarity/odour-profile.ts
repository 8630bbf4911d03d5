/** @file Odour as a profile of weighted words: the strongest words first, each also saying a little of its parents. */
import type { Material } from '#perfumery/material/material.ts';

/** The parent of a word of the vocabulary; undefined for one at the top. */
export type ParentOf = (descriptor: string) => string | undefined;

export type OdourProfile = ReadonlyMap<string, number>;

/** What a word further down the list weighs of the one before, and a parent of its child. Judgements, not measurements. */
const fading = 0.85;
const inherited = 0.5;

/** The profile of a material's words. */
export function odourProfile({ descriptors }: Pick<Material, 'descriptors'>, parentOf: ParentOf): OdourProfile {
  const profile = new Map<string, number>();
  for (const [place, word] of descriptors.entries()) {
    let weight = fading ** place;
    const path = new Set<string>();
    for (let at: string | undefined = word; at !== undefined && !path.has(at); at = parentOf(at)) {
      path.add(at);
      profile.set(at, (profile.get(at) ?? 0) + weight);
      weight *= inherited;
    }
  }
  return profile;
}

/** Cosine of two profiles: 1 for the same, 0 for nothing in common or nothing known. */
export function profileLikeness(a: OdourProfile, b: OdourProfile): number {
  let [dot, sizeA, sizeB] = [0, 0, 0];
  for (const [word, weight] of a) {
    sizeA += weight * weight;
    dot += weight * (b.get(word) ?? 0);
  }
  for (const weight of b.values()) sizeB += weight * weight;
  return sizeA === 0 || sizeB === 0 ? 0 : Math.min(1, dot / Math.sqrt(sizeA * sizeB));
}
