/**
 * @file Hazard statements of materials as a perfumer enters them from a safety data sheet: `H317`, `H317 1A`, `H410 M=10`.
 * None ship with the catalogue.
 */
export interface HazardCode {
  /** `H317`; letters after the number (`H360FD`) stay. */
  readonly statement: string;
  /** The subcategory where it matters: `1A`, `1B`, `1C`, `1`, `2`. */
  readonly category?: string;
  /** Multiplying factor of H400 and H410; 1 where none is given. */
  readonly factor: number;
}

const form =
  /^(EUH\d{3}|H\d{3})([A-Za-z]{0,3})(?:\s*[,/]?\s*(?:cat\.?\s*)?(1[ABC]?|2[AB]?|3|4))?(?:\s*\(?M\s*=?\s*(1000000|100000|10000|1000|100|10|1)\)?)?$/i;

/** Reads a code; undefined for what is none. */
export function parseHazard(text: string): HazardCode | undefined {
  const [, number, letters = '', category, factor] = form.exec(text.normalize('NFKC').trim()) ?? [];
  if (number === undefined) return undefined;
  return {
    statement: number.toUpperCase() + letters,
    ...(category !== undefined && { category: category.toUpperCase() }),
    factor: Number(factor ?? 1),
  };
}

/** A code in its plainest text. */
export function hazardText({ statement, category, factor }: HazardCode): string {
  return [statement, category, factor > 1 ? `M=${factor}` : undefined].filter(Boolean).join(' ');
}
