/** @file What the texts are made of: the shipped catalogue and lexicon, as plain values. Whoever trains reads the files. */
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';

/** An idea somebody may ask for: a mood, a season, a place, a note. */
export interface Concept {
  readonly id: string;
  readonly category: string;
  /** How it is said, the plainest first; never empty. */
  readonly words: InTwoLanguages<readonly string[]>;
  /** Ids of concepts that go with it, the strongest first. */
  readonly implies: readonly string[];
}

/** An example recipe: what was wanted, and what is in it. */
export interface ExampleFormula {
  readonly wish: InTwoLanguages;
  readonly lines: readonly { readonly material: string; readonly parts: number }[];
}

export interface CorpusSources {
  readonly materials: readonly Material[];
  /** Odour words by id. */
  readonly descriptors: ReadonlyMap<string, InTwoLanguages>;
  readonly concepts: readonly Concept[];
  readonly examples: readonly ExampleFormula[];
}

export type Language = keyof InTwoLanguages;
