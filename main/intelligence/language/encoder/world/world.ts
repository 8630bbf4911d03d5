/**
 * @file What the encoder learns to tell apart: concepts, what they bring to mind, and how far something speaks for one.
 *
 * Evidence runs both ways. A rose brings romance to mind (forwards); and where rose, peony and musk are, romance is asked for
 * with success although nobody wrote the word (backwards). Backwards evidence is strong for moods, seasons and the like, which
 * have no smell of their own, and weak for things: what is green is not therefore galbanum.
 */
import type { Concept, ConceptCategory } from '#perfumery/search/concept.ts';

export interface WorldMaterial {
  readonly id: string;
  readonly name: { readonly en: string; readonly ko: string };
  readonly aliases: { readonly en: readonly string[]; readonly ko: readonly string[] };
  readonly family: string;
  readonly role: string;
  readonly descriptors: readonly string[];
}

export interface WorldDescriptor {
  readonly id: string;
  readonly name: { readonly en: string; readonly ko: string };
  readonly synonyms: { readonly en: readonly string[]; readonly ko: readonly string[] };
}

/** Lexicon and catalogue as plain values. */
export interface WorldSource {
  readonly concepts: readonly Concept[];
  readonly descriptors: readonly WorldDescriptor[];
  readonly materials: readonly WorldMaterial[];
}

/** How strongly each concept is spoken for, 0..1, by concept index. */
export type Evidence = Float32Array;

/** Categories that say how something is sold or filed, which no text about a smell tells. */
const silent: ReadonlySet<ConceptCategory> = new Set(['kind', 'product', 'price', 'origin']);
/** Categories without a smell of their own. */
const abstract: ReadonlySet<ConceptCategory> = new Set([
  'mood',
  'season',
  'occasion',
  'time',
  'place',
  'weather',
  'gender',
  'person',
  'colour',
  'intensity',
  'longevity',
]);
const forwards = { abstract: 0.4, concrete: 0.95 };
const backwards: Partial<Record<ConceptCategory, number>> = {
  note: 0.35,
  descriptor: 0.5,
  family: 0.6,
  style: 0.75,
  texture: 0.7,
  role: 0,
};
const backwardsOfAbstract = 0.9;

/** What one concept brings to mind: concept indices and how strongly. */
interface Implied {
  readonly to: Int32Array;
  readonly weights: Float32Array;
}

export class World {
  readonly concepts: readonly Concept[];
  readonly materials: readonly WorldMaterial[];
  readonly descriptors: ReadonlyMap<string, WorldDescriptor>;
  /** Evidence of each material. */
  readonly evidence: readonly Evidence[];
  /** Indices of concepts that can be asked for by what something smells like. */
  readonly askable: readonly number[];
  /** Indices of concepts that only say what kind of thing is looked for. */
  readonly fillers: readonly number[];
  /** Materials that speak for a concept with at least half its strength, by concept index. */
  readonly speakers: readonly (readonly number[])[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #implied: readonly Implied[];
  readonly #damps: readonly { readonly forwards: number; readonly backwards: number }[];
  readonly #opposed: readonly (readonly number[])[];
  readonly #ofDescriptor = new Map<string, number>();
  readonly #ofFamily = new Map<string, number>();
  readonly #ofRole = new Map<string, number>();
  readonly #ofMaterial = new Map<string, number[]>();

  constructor({ concepts, descriptors, materials }: WorldSource) {
    this.concepts = concepts;
    this.materials = materials;
    this.descriptors = new Map(descriptors.map((one) => [one.id, one]));
    this.#index = new Map(concepts.map(({ id }, at) => [id, at]));
    this.#implied = concepts.map(({ implies }) => {
      const known = Object.entries(implies).flatMap(([id, weight]) => {
        const to = this.#index.get(id);
        return to === undefined ? [] : [{ to, weight }];
      });
      return { to: Int32Array.from(known, ({ to }) => to), weights: Float32Array.from(known, ({ weight }) => weight) };
    });
    this.#damps = concepts.map(({ category }) =>
      abstract.has(category)
        ? { forwards: forwards.abstract, backwards: backwardsOfAbstract }
        : { forwards: forwards.concrete, backwards: backwards[category] ?? 0 },
    );
    this.#opposed = concepts.map(({ opposites }) => opposites.flatMap((id) => this.#index.get(id) ?? []));
    for (const [at, { facets }] of concepts.entries()) {
      for (const id of facets.descriptors ?? []) this.#ofDescriptor.set(id, at);
      for (const id of facets.families ?? []) this.#ofFamily.set(id, at);
      for (const id of facets.roles ?? []) this.#ofRole.set(id, at);
      for (const id of facets.materials ?? []) this.#ofMaterial.set(id, [...(this.#ofMaterial.get(id) ?? []), at]);
    }
    const all = concepts.map((_, at) => at);
    this.askable = all.filter((at) => !silent.has((concepts[at] as Concept).category));
    this.fillers = all.filter((at) => silent.has((concepts[at] as Concept).category));
    this.evidence = materials.map((material) => this.evidenceFrom(this.#said(material)));
    this.speakers = all.map((at) => {
      const strongest = Math.max(...this.evidence.map((one) => one[at] as number));
      const least = Math.max(0.45, strongest / 2);
      return this.evidence.flatMap((one, material) => ((one[at] as number) >= least ? [material] : []));
    });
  }

  get size(): number {
    return this.concepts.length;
  }

  indexOf(id: string): number | undefined {
    return this.#index.get(id);
  }

  isAbstract(concept: number): boolean {
    return abstract.has((this.concepts[concept] as Concept).category);
  }

  oppositesOf(concept: number): readonly number[] {
    return this.#opposed[concept] ?? [];
  }

  /** Evidence for every concept where some are said, with how strongly. */
  evidenceFrom(said: ReadonlyMap<number, number>): Evidence {
    const direct = new Float32Array(this.size);
    for (const [concept, weight] of said) {
      direct[concept] = Math.max(direct[concept] as number, weight);
      const { to, weights } = this.#implied[concept] as Implied;
      const passed = weight * (this.#damps[concept]?.forwards ?? 0);
      for (let at = 0; at < to.length; at++) {
        const other = to[at] as number;
        direct[other] = Math.max(direct[other] as number, passed * (weights[at] as number));
      }
    }
    const evidence = direct.slice();
    for (let concept = 0; concept < this.size; concept++) {
      const damp = this.#damps[concept]?.backwards ?? 0;
      if (damp === 0) continue;
      const { to, weights } = this.#implied[concept] as Implied;
      let missing = 1;
      for (let at = 0; at < to.length; at++) {
        const strength = direct[to[at] as number] as number;
        if (strength > 0) missing *= 1 - 0.8 * (weights[at] as number) * strength;
      }
      const back = damp * (1 - missing);
      if (back > (evidence[concept] as number)) evidence[concept] = back;
    }
    for (const concept of said.keys()) {
      if ((direct[concept] as number) <= 0.5) continue;
      for (const other of this.#opposed[concept] ?? []) {
        if ((direct[other] as number) < 0.5) evidence[other] = (evidence[other] as number) * 0.3;
      }
    }
    return evidence;
  }

  /** What a formula of these materials, the loudest first, speaks for. */
  evidenceOf(materials: readonly number[], said: ReadonlyMap<number, number> = new Map()): Evidence {
    const sum = this.evidenceFrom(said);
    for (const [place, material] of materials.entries()) {
      const weight = 0.9 ** place;
      const own = this.evidence[material] as Evidence;
      for (let at = 0; at < sum.length; at++) sum[at] = Math.max(sum[at] as number, weight * (own[at] as number));
    }
    return sum;
  }

  #said({ id, family, role, descriptors }: WorldMaterial): ReadonlyMap<number, number> {
    const said = new Map<number, number>();
    const say = (concept: number | undefined, weight: number) => {
      if (concept !== undefined) said.set(concept, Math.max(said.get(concept) ?? 0, weight));
    };
    for (const concept of this.#ofMaterial.get(id) ?? []) say(concept, 1);
    say(this.#ofFamily.get(family), 0.85);
    say(this.#ofRole.get(role), 0.8);
    for (const [place, descriptor] of descriptors.entries()) say(this.#ofDescriptor.get(descriptor), 0.88 ** place);
    return said;
  }
}
