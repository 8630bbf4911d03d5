/**
 * @file What is known of a material. A `Fact` never travels without how it was come by; an absent fact is unknown, and is
 * shown as unknown.
 */
import type { MaterialId } from '#foundation/ids.ts';

/** How a value was come by. `own-estimate`: ours, by the method the note or source names. */
export type FactMethod =
  | 'measured'
  | 'extrapolated'
  | 'estimated'
  | 'computed'
  | 'stated'
  | 'own-estimate'
  | 'supplier'
  | 'perfumer';

export interface Fact<T> {
  readonly value: T;
  readonly method: FactMethod;
  /** A key of the catalogue's sources, or the perfumer's own words. */
  readonly source: string;
  readonly note?: string;
}

export const materialKinds = ['synthetic', 'natural', 'base', 'solvent'] as const;
export type MaterialKind = (typeof materialKinds)[number];

export const families = [
  'citrus',
  'aldehydic',
  'green',
  'aquatic',
  'aromatic',
  'spicy',
  'fruity',
  'floral',
  'gourmand',
  'woody',
  'mossy',
  'amber',
  'leather',
  'animalic',
  'musk',
  'solvent',
] as const;
export type Family = (typeof families)[number];

export const roles = ['top', 'heart', 'base', 'none'] as const;
/** The place in the pyramid a perfumer uses it for: a judgement of use, not volatility alone. */
export type Role = (typeof roles)[number];

export const grades = [
  'expressed',
  'distilled',
  'fcf',
  'folded',
  'rectified',
  'extract_or_distillate',
  'crude',
  'pyrolysed',
  'unspecified',
] as const;
/** What the CAS number alone does not say and a regulation asks. */
export type Grade = (typeof grades)[number];

export interface InTwoLanguages<T = string> {
  readonly en: T;
  readonly ko: T;
}

/** A substance inside a natural, a base or a Schiff base, in % by mass of that material. */
export interface Constituent {
  readonly cas: string;
  readonly name: string;
  readonly typical: number;
  readonly min?: number;
  readonly max?: number;
  readonly method: FactMethod;
  readonly source: string;
}

/** Another material that can take its place, and what the exchange means. Never something the EU prohibits. */
export interface Substitute {
  readonly materialId: MaterialId;
  readonly reason: InTwoLanguages;
}

/** Something that can be weighed, with the facts that are known of it. */
export interface Material {
  readonly id: MaterialId;
  readonly name: InTwoLanguages;
  readonly aliases: InTwoLanguages<readonly string[]>;
  readonly inci?: string;
  /** The first is the primary one. Empty: not known. */
  readonly cas: readonly string[];
  readonly kind: MaterialKind;
  readonly grade?: Grade;
  readonly family: Family;
  readonly role: Role;
  /** Ids of the controlled odour vocabulary, strongest first. */
  readonly descriptors: readonly string[];
  /** Hill order: `C10H18O`. */
  readonly molecularFormula?: Fact<string>;
  /** g/mol. */
  readonly molecularWeight?: Fact<number>;
  readonly smiles?: Fact<string>;
  /** g/mL at 20 °C. */
  readonly density?: Fact<number>;
  /** Pa at 25 °C. */
  readonly vapourPressure?: Fact<number>;
  /** Detection threshold, mg per m³ of air. Published values of one substance differ by powers of ten: the note says how far. */
  readonly odourThreshold?: Fact<number>;
  /** °C at 101.325 kPa. */
  readonly boilingPoint?: Fact<number>;
  /** Hours until a 1 % to neat strip no longer smells of it. */
  readonly blotterLife?: Fact<number>;
  /** % of the concentrate in common use. */
  readonly typicalUse?: Fact<number>;
  /** % of the concentrate above which it is rarely used. Practice, not law. */
  readonly maximumUse?: Fact<number>;
  /** % in solvent at which it usually stands on the shelf; 100 is neat. */
  readonly defaultDilution?: Fact<number>;
  /** Absent: composition not known. Empty: nothing a regulation asks about. */
  readonly constituents?: readonly Constituent[];
  /** Nearest first. */
  readonly substitutes?: readonly Substitute[];
  /** Materials it is often found beside. Practice, not a rule. */
  readonly pairings?: readonly MaterialId[];
  /** Hazard statements from a safety data sheet, as entered: `H317 1A`, `H410 M=10`. Absent: nobody has entered any. */
  readonly hazards?: readonly string[];
  /** Which safety data sheet names them: whose, and of when. */
  readonly hazardSource?: string;
  readonly flags: readonly string[];
}
