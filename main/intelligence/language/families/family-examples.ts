/** @file Descriptions whose family is known: of materials, and of things that belong to one family, said in many ways. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import { describeMaterial, describeSmell } from '../encoder/saying/documents.ts';
import type { Part } from '../encoder/saying/part.ts';
import { ask } from '../encoder/saying/sentences.ts';
import { sayingOf, slip } from '../encoder/training/make-batch.ts';
import type { World } from '../encoder/world/world.ts';

export interface FamilyExample {
  readonly text: string;
  /** Shares of the families, adding up to 1. */
  readonly shares: readonly number[];
}

/** From this evidence on a concept belongs to a family. */
const belongs = 0.5;
/** How fast a weaker family loses its share. */
const softness = 0.12;

export class FamilyExamples {
  readonly #world: World;
  readonly #concepts: readonly number[];
  readonly #families: readonly string[];
  /** Concepts of each family, the family itself among them. */
  readonly #of: readonly (readonly number[])[];
  readonly #neutral: readonly number[];

  constructor(world: World, families: readonly string[]) {
    this.#world = world;
    this.#families = families;
    this.#concepts = families.map((family) =>
      world.concepts.findIndex(({ facets }) => facets.families?.includes(family)),
    );
    const evidence = world.concepts.map((_, at) => this.#ofFamilies(world.evidenceFrom(new Map([[at, 1]]))));
    this.#of = families.map((_, family) =>
      world.askable.filter((at) => {
        const own = evidence[at] as readonly number[];
        return (own[family] as number) >= belongs && own.every((one) => one <= (own[family] as number));
      }),
    );
    this.#neutral = world.askable.filter((at) => (evidence[at] as readonly number[]).every((one) => one < 0.25));
  }

  /** One description; each family is as likely as another. */
  draw(random: SeededRandom, part: Part): FamilyExample {
    const family = random.below(this.#families.length);
    const saying = sayingOf(part, 'all', random);
    const materials = this.#world.materials.flatMap((material, at) =>
      material.family === this.#families[family] ? [at] : [],
    );
    if (materials.length > 0 && random.isLikely(0.3)) {
      const { text } = describeMaterial(this.#world, random.pick(materials), saying, random);
      return { text, shares: this.#families.map((_, at) => (at === family ? 1 : 0)) };
    }
    const own = this.#of[family] as readonly number[];
    const concepts = new Set<number>([random.pick(own)]);
    for (let more = random.below(4); more > 0; more--) concepts.add(random.pick(own));
    for (let more = random.below(3); more > 0; more--) concepts.add(random.pick(this.#neutral));
    if (random.isLikely(0.3)) concepts.add(random.pick(this.#world.askable));
    const present = random.shuffled([...concepts]);
    const absent = random.isLikely(0.15) ? [random.pick(this.#world.askable)].filter((at) => !concepts.has(at)) : [];
    const text = random.isLikely(0.6)
      ? describeSmell(this.#world, { present, absent }, saying, random).text
      : ask(
          this.#world,
          [
            ...present.map((concept) => ({ concept, isDenied: false })),
            ...absent.map((concept) => ({ concept, isDenied: true })),
          ],
          saying,
          random,
        );
    return { text: slip(text, random), shares: this.#shares(present, family) };
  }

  /** By how many of the concepts speak for a family, and how strongly; the drawn one leads. */
  #shares(present: readonly number[], family: number): readonly number[] {
    const sums = new Array<number>(this.#families.length).fill(0);
    for (const concept of present) {
      const own = this.#ofFamilies(this.#world.evidenceFrom(new Map([[concept, 1]])));
      for (const [at, one] of own.entries()) sums[at]! += one / present.length;
    }
    sums[family]! += 0.2;
    const most = Math.max(...sums);
    const shares = sums.map((sum) => Math.exp((sum - most) / softness));
    const all = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / all);
  }

  #ofFamilies(evidence: Float32Array): readonly number[] {
    return this.#concepts.map((at) => (at < 0 ? 0 : (evidence[at] as number)));
  }
}
