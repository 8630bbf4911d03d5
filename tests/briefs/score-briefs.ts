/** @file How well a reader of briefs does: precision and recall for each field over a set of briefs whose fields are known. */
import type { BriefReading } from '#perfumery/brief/brief-reading.ts';

/** What a brief says, by its author. A field that is not there is not said. Notes are ids of concepts or materials. */
export interface ExpectedBrief {
  readonly families?: readonly string[];
  readonly notesWanted?: readonly string[];
  readonly notesUnwanted?: readonly string[];
  readonly moods?: readonly string[];
  readonly scenes?: readonly string[];
  readonly seasons?: readonly string[];
  readonly genders?: readonly string[];
  readonly intensity?: string;
  /** `long-lasting`, `fleeting`, or hours: `8`. */
  readonly longevity?: string;
  /** A key of `productTypes`, or a category alone. */
  readonly product?: string;
  /** `80000 KRW`, for one kilogram. */
  readonly priceCeiling?: string;
  readonly references?: readonly string[];
}

export interface JudgedBrief {
  readonly text: string;
  readonly expected: ExpectedBrief;
}

export const briefFields = [
  'families',
  'notesWanted',
  'notesUnwanted',
  'moods',
  'scenes',
  'seasons',
  'genders',
  'intensity',
  'longevity',
  'product',
  'priceCeiling',
  'references',
] as const satisfies readonly (keyof ExpectedBrief)[];
export type BriefField = (typeof briefFields)[number];

export interface FieldScore {
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
  /** 1 where nothing was told. */
  readonly precision: number;
  /** 1 where there was nothing to tell. */
  readonly recall: number;
  /** The harmonic mean of both. */
  readonly f1: number;
}

export type BriefScores = Readonly<Record<BriefField | 'all', FieldScore>>;

/** The scores of readings of `briefs`, in their order, by field, and of all fields together. */
export function scoreBriefs(briefs: readonly JudgedBrief[], readings: readonly BriefReading[]): BriefScores {
  const tallies = Object.fromEntries(
    [...briefFields, 'all' as const].map((field) => [field, { found: 0, missed: 0, wrong: 0 }]),
  ) as Record<BriefField | 'all', { found: number; missed: number; wrong: number }>;
  for (const [at, { expected }] of briefs.entries()) {
    const told = toldIn(readings[at] as BriefReading);
    for (const field of briefFields) {
      const wanted = new Set([expected[field] ?? []].flat());
      const got = new Set(told[field]);
      for (const tally of [tallies[field], tallies.all]) {
        tally.found += wanted.intersection(got).size;
        tally.missed += wanted.difference(got).size;
        tally.wrong += got.difference(wanted).size;
      }
    }
  }
  return Object.fromEntries(
    Object.entries(tallies).map(([field, { found, missed, wrong }]) => [
      field,
      {
        found,
        missed,
        wrong,
        precision: found + wrong === 0 ? 1 : found / (found + wrong),
        recall: found + missed === 0 ? 1 : found / (found + missed),
        f1: found + wrong + missed === 0 ? 1 : (2 * found) / (2 * found + wrong + missed),
      },
    ]),
  ) as BriefScores;
}

/** A reading in the words of the expected fields. */
export function toldIn(reading: BriefReading): Readonly<Record<BriefField, readonly string[]>> {
  const values = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);
  const notes = (list: BriefReading['notesWanted']) =>
    list.map(({ value }) => ('concept' in value ? value.concept : value.material));
  const { intensity, longevity, product, priceCeiling } = reading;
  return {
    families: values(reading.families),
    notesWanted: notes(reading.notesWanted),
    notesUnwanted: notes(reading.notesUnwanted),
    moods: values(reading.moods),
    scenes: values(reading.scenes),
    seasons: values(reading.seasons),
    genders: values(reading.genders),
    intensity: intensity ? [intensity.value] : [],
    longevity: longevity ? [typeof longevity.value === 'string' ? longevity.value : String(longevity.value.hours)] : [],
    product: product ? [product.value.type ?? product.value.category] : [],
    priceCeiling: priceCeiling ? [`${priceCeiling.value.perKilogram} ${priceCeiling.value.currency}`] : [],
    references: values(reading.references),
  };
}
