/** @file What the safety engine answers. Values only: every number is in % of the finished product unless it says otherwise. */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { Category } from './category.ts';

/** `unknown`: nothing known breaks a limit, but something in it is not known well enough to say so. Unknown is never pass. */
export type Verdict = 'pass' | 'over-limit' | 'prohibited' | 'unknown';

/** What one line of the formula adds to a standard. `path`: trial ids of accords, outermost first, the material's id, the CAS of a constituent. */
export interface Contribution {
  readonly lineId: LineId;
  readonly materialId: MaterialId;
  readonly percent: DecimalText;
  readonly via: 'direct' | 'constituent' | 'solvent' | 'carrier';
  readonly path: readonly string[];
}

/** One standard or group that something in the formula touches. */
export interface Finding {
  /** Key of the standard, or of the group rule. */
  readonly key: string;
  readonly kind: 'standard' | 'group';
  /** % in the finished product; for a sum of ratios, see `Cell.ratio`. */
  readonly total: DecimalText;
  readonly contributions: readonly Contribution[];
  readonly cells: Readonly<Record<Category, Cell>>;
}

/** A finding in one category. */
export interface Cell {
  readonly verdict: 'pass' | 'over-limit' | 'prohibited';
  /** Highest % allowed; absent where there is no restriction, and for sums of ratios. */
  readonly limit?: DecimalText;
  /** total ÷ limit as a float, for sorting and drawing; Infinity where prohibited (null in JSON). Verdicts do not come from it. */
  readonly ratio: number;
}

/** The smallest single change that makes a category pass. */
export type Fix =
  | { readonly how: 'reduce-line'; readonly lineId: LineId; readonly parts: DecimalText }
  | { readonly how: 'remove-line'; readonly lineId: LineId }
  | { readonly how: 'lower-dosage'; readonly dosage: DecimalText };

export interface CategoryAnswer {
  readonly category: Category;
  readonly verdict: Verdict;
  /** Key of the finding nearest to, or furthest over, its limit. Absent when nothing is restricted. */
  readonly limiting?: string;
  readonly total?: DecimalText;
  readonly limit?: DecimalText;
  readonly ratio: number;
  /** Highest dosage in % that would pass, rounded down; 100 where nothing limits it, absent where no dosage passes. */
  readonly highestDosage?: DecimalText;
  /** Changes that make it pass, smallest first; empty when it passes or when no single change does. */
  readonly fixes: readonly Fix[];
}

/** Why something could not be judged. */
export interface Unknown {
  readonly lineId: LineId;
  readonly materialId?: MaterialId;
  readonly why:
    | 'no-cas'
    | 'no-composition'
    | 'composition-incomplete'
    | 'solvent-not-named'
    | 'accord-missing'
    | 'accord-cycle'
    | 'grade-unspecified'
    | 'material-missing';
  /** Whether it keeps a verdict from being `pass`. `grade-unspecified` does not: it is judged on the safe side. */
  readonly blocks: boolean;
}

/** Advice of a specification that applies. */
export interface Advice {
  readonly standard: string;
  readonly lineIds: readonly LineId[];
}

export interface EuFinding {
  /** Key of the prohibited substance. */
  readonly key: string;
  readonly percent: DecimalText;
  /** `trace`: only as a natural trace under what the law tolerates. */
  readonly verdict: 'prohibited' | 'trace';
  readonly contributions: readonly Contribution[];
}

export interface AllergenFinding {
  readonly key: string;
  readonly percent: DecimalText;
  readonly declareLeaveOn: boolean;
  readonly declareRinseOff: boolean;
  readonly contributions: readonly Contribution[];
}

export interface SafetyAnswer {
  readonly amendment: number;
  /** ISO date of the table. */
  readonly checked: string;
  /** % of concentrate in the finished product that was judged. */
  readonly dosage: DecimalText;
  /** 18, in the official order. */
  readonly categories: readonly CategoryAnswer[];
  /** Furthest over first, by the worst category. */
  readonly findings: readonly Finding[];
  readonly advice: readonly Advice[];
  readonly unknowns: readonly Unknown[];
  readonly euLaw: { readonly verdict: Verdict; readonly findings: readonly EuFinding[] };
  readonly allergens: readonly { readonly list: string; readonly findings: readonly AllergenFinding[] }[];
}
