/**
 * @file Hazard statements of materials as a perfumer enters them from a safety data sheet: `H317`, `H317 1A`, `H410 M=10`,
 * `H302 ATE=500`. None ship with the catalogue.
 */
import { hazardStatements } from './hazard-statements.ts';

export interface HazardCode {
  /** `H317`; letters after the number (`H360FD`) stay. */
  readonly statement: string;
  /** The category where one is given: `1A`, `1B`, `1`, `2`. */
  readonly category?: string;
  /** Multiplying factor of H400 and H410; 1 where none is given. */
  readonly factor: number;
  /** Acute toxicity estimate in mg/kg, for what is swallowed or comes upon the skin. */
  readonly ate?: number;
}

/** Why a text is no code: its form, a statement nobody knows, or something that does not go with the statement. */
export type HazardFault = 'form' | 'unknown' | 'category' | 'factor' | 'ate';

const form =
  /^(EUH\d{3}|H\d{3})([A-Za-z]{0,3})(?:\s*[,/]?\s*(?:cat(?:egory)?\.?\s*)?([1-5][ABC]?))?(?:\s*[,/]?\s*\(?M\s*=?\s*(\d+)\)?)?(?:\s*[,/]?\s*\(?ATE\s*=?\s*(\d+(?:\.\d+)?)(?:\s*mg\/kg)?\)?)?$/i;
const factors = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** Reads a code, or says why it is none. */
export function readHazard(text: string): HazardCode | HazardFault {
  const plain = text.normalize('NFKC').trim();
  const [, number, letters = '', category, factor, ate] = form.exec(plain) ?? [];
  if (number === undefined) return 'form';
  const statement = known(number.toUpperCase(), letters);
  const says = statement && hazardStatements[statement];
  if (!says) return 'unknown';
  if (category !== undefined && !says.categories.includes(category.toUpperCase())) return 'category';
  if (factor !== undefined && (says.takes !== 'factor' || !factors.includes(Number(factor)))) return 'factor';
  if (ate !== undefined && (says.takes !== 'ate' || !(Number(ate) > 0))) return 'ate';
  return {
    statement,
    ...(category !== undefined && { category: category.toUpperCase() }),
    factor: Number(factor ?? 1),
    ...(ate !== undefined && { ate: Number(ate) }),
  };
}

/** Reads a code; undefined for what is none. */
export function parseHazard(text: string): HazardCode | undefined {
  const read = readHazard(text);
  return typeof read === 'string' ? undefined : read;
}

/** Letters count with their case: `H360Fd` is not `H360FD`; where only one case is known, either is taken for it. */
function known(number: string, letters: string): string | undefined {
  const exact = number + letters;
  if (hazardStatements[exact]) return exact;
  const alike = Object.keys(hazardStatements).filter((one) => one.toLowerCase() === exact.toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}

/** A code in its plainest text. */
export function hazardText({ statement, category, factor, ate }: HazardCode): string {
  return [statement, category, factor > 1 ? `M=${factor}` : undefined, ate === undefined ? undefined : `ATE=${ate}`]
    .filter(Boolean)
    .join(' ');
}
