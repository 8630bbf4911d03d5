/** @file The tables a formula is judged by, as they lie in assets/regulation. Percentages are exact decimals written as text. */
import type { Grade, InTwoLanguages } from '#perfumery/material/material.ts';
import type { Category } from './category.ts';

/** One cell of the IFRA table. `see-note`: the ceiling stands in the notes and is in `traceCeiling`. */
export type Limit =
  | { readonly state: 'limit'; readonly percent: string }
  | { readonly state: 'no-restriction' }
  | { readonly state: 'prohibited' }
  | { readonly state: 'see-note' };

export type StandardKind = 'restriction' | 'prohibition' | 'specification';

/** Who a standard is about: by CAS, narrowed by grade where CAS alone does not decide. */
export interface Scope {
  readonly cas: readonly string[];
  /** Ids of catalogue materials in its scope whose CAS is not listed. */
  readonly materials?: readonly string[];
  /** Only materials of these grades; a material without a grade counts as `unspecified`. Absent: any grade. */
  readonly grades?: readonly Grade[];
}

/** Until when creations may still keep to what held before: ISO dates, or a month (`1991-12`). Absent: none is named. */
export interface Deadlines {
  readonly newCreations?: string;
  readonly existingCreations?: string;
}

export interface Standard {
  /** Our own stable slug: `rose-ketones`. */
  readonly key: string;
  readonly title: InTwoLanguages;
  /** IFRA's row key in the overview of `amendment`, where there is one: `IFRA_STD_107`. */
  readonly row?: string;
  /** The amendment that last changed it. */
  readonly amendment: number;
  /** Absent: the table does not say. Empty: it says that there are none. */
  readonly deadlines?: Deadlines;
  readonly kinds: readonly StandardKind[];
  /** What drives it: `dermal sensitisation`, `phototoxicity`, … */
  readonly drivers: readonly string[];
  readonly scope: Scope;
  /**
   * Direct use of these is prohibited although the rest of the standard is a restriction (or contributions are tolerated).
   * A prohibition without it and without `limits` prohibits its whole scope; one without it but with `limits` prohibits only
   * in the columns whose state is `prohibited`.
   */
  readonly prohibited?: Scope;
  /** All 18 cells where it restricts; absent for pure prohibitions and specifications. */
  readonly limits?: Readonly<Record<Category, Limit>>;
  /** % in the finished product up to which contributions from naturals are tolerated though direct use is not. */
  readonly traceCeiling?: string;
  /** In categories 1 and 6 it must also be recognised as safe as a flavouring: a condition to tell, no number. */
  readonly asFlavouring?: true;
  /** Advice of a specification. */
  readonly specification?: InTwoLanguages;
  readonly note?: InTwoLanguages;
}

/** A rule that spans standards. `sum`: their totals together stay under `limits`. `sum-of-ratios`: each total over its own limit, added, stays at or under 1. */
export interface GroupRule {
  readonly key: string;
  readonly title: InTwoLanguages;
  readonly how: 'sum' | 'sum-of-ratios';
  readonly standards: readonly string[];
  /** For `sum`: the standard whose limits bind the sum. */
  readonly limitsOf?: string;
  /** For `sum-of-ratios`: the standard that may be kept to in its place, where its substance is known in every material of the group. */
  readonly orInstead?: string;
  readonly note?: InTwoLanguages;
}

export interface IfraTable {
  readonly amendment: number;
  /** ISO date on which our facts were last checked. */
  readonly checked: string;
  readonly provenance: string;
  readonly verifyAt: string;
  readonly standards: readonly Standard[];
  readonly groups: readonly GroupRule[];
}

/** One entry of a list of allergens to declare. */
export interface Allergen {
  readonly key: string;
  /** The name on the label. */
  readonly inci: string;
  readonly name: InTwoLanguages;
  readonly cas: readonly string[];
  /** Ids of catalogue materials (natural extracts) that are the entry themselves though their CAS is not listed. */
  readonly materials?: readonly string[];
  /** Where the entry stands: annex number, regulation. */
  readonly source: string;
}

export interface AllergenList {
  /** `eu-2023-1545`, `kr-25`. */
  readonly key: string;
  readonly title: InTwoLanguages;
  readonly regulation: string;
  readonly checked: string;
  /** % in the finished product above which it must be declared. */
  readonly thresholds: { readonly leaveOn: string; readonly rinseOff: string };
  readonly allergens: readonly Allergen[];
}

/** A fragrance substance that may not be in a cosmetic product in the EU at all. */
export interface ProhibitedSubstance {
  readonly key: string;
  readonly name: InTwoLanguages;
  readonly cas: readonly string[];
  /** Entry of Annex II of Regulation (EC) 1223/2009, and the act that put it there. */
  readonly entry: string;
  readonly regulation: string;
  /** Only materials of these grades, where the entry is about one form of what the CAS names; none given counts as `unspecified`. */
  readonly grades?: readonly Grade[];
  /** ISO date from which it applies. */
  readonly since?: string;
  /** Traces that are tolerated, in words, where the law says so. */
  readonly note?: InTwoLanguages;
  /** % in the finished product up to which natural traces are tolerated. `oral`: in products for the mouth, where it differs. */
  readonly traceCeiling?: { readonly leaveOn: string; readonly rinseOff: string; readonly oral?: string };
}

export interface EuLaw {
  readonly checked: string;
  readonly prohibited: readonly ProhibitedSubstance[];
}

/** Everything a formula is judged by. */
export interface Regulation {
  readonly ifra: IfraTable;
  readonly euLaw: EuLaw;
  readonly allergenLists: readonly AllergenList[];
}
