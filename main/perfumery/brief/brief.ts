/** @file What a perfume should be, as a client asked for it or the perfumer set out to make it. */
import type { BriefId, MaterialId } from '#foundation/ids.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { ToldIntensity, ToldLongevity, ToldNote } from './brief-reading.ts';

/** The longest brief that is kept or read, in UTF-16 units. */
export const longestBrief = 20_000;

/** What it should be, in words of the lexicon, as the perfumer read it out of the brief. Ids as in `BriefReading`. */
export interface BriefWishes {
  readonly families: readonly string[];
  readonly notesWanted: readonly ToldNote[];
  readonly notesUnwanted: readonly ToldNote[];
  readonly moods: readonly string[];
  readonly scenes: readonly string[];
  readonly seasons: readonly string[];
  readonly genders: readonly string[];
  readonly intensity?: ToldIntensity;
  readonly longevity?: ToldLongevity;
  /** A key of `productTypes`. */
  readonly product?: string;
}

/** What the perfume may not do. What is absent is not limited. */
export interface BriefLimits {
  /** Most a kilogram of concentrate may cost, in `currency` (ISO 4217). */
  readonly costCeiling?: { readonly perKilogram: DecimalText; readonly currency: string };
  readonly forbidden: readonly MaterialId[];
  /** The IFRA category it must be safe in. */
  readonly category?: Category;
  /** % of concentrate in the finished product. */
  readonly highestDosage?: DecimalText;
}

export interface BriefFacts {
  readonly name: string;
  readonly client: string;
  /** ISO date. */
  readonly deadline?: string;
  readonly words: string;
  /** Perfumes it should remind of, or stand beside. */
  readonly references: readonly string[];
  readonly limits: BriefLimits;
  /** Absent where nobody read it. */
  readonly wishes?: BriefWishes;
}

export interface Brief extends BriefFacts {
  readonly id: BriefId;
  /** Goes up by one with every write. */
  readonly revision: number;
  readonly created: string;
  readonly updated: string;
}
