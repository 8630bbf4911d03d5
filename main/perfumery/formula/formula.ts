/** @file A formula and the document it lives in, as values. Amounts are exact decimals written as text. */
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Category } from '#perfumery/safety/category.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';

/** What a line weighs: a material, or an accord, which is one frozen trial of a recipe. */
export type Ingredient =
  | { readonly kind: 'material'; readonly materialId: MaterialId }
  | { readonly kind: 'accord'; readonly recipeId: RecipeId; readonly trialId: TrialId };

export interface Line {
  /** Stays the same through edits and trials, so that a diff is a diff by line. */
  readonly id: LineId;
  readonly ingredient: Ingredient;
  /** Amount of the dilution as weighed, in parts. Not negative. */
  readonly parts: DecimalText;
  /** Strength as weighed, in % by mass: 100 is neat, 10 is ten percent in `solventId`. Above 0, at most 100. */
  readonly dilution: DecimalText;
  /** What it is diluted in. Absent when neat, or when nobody said. */
  readonly solventId?: MaterialId;
  /** Balancing leaves a locked line alone. */
  readonly locked: boolean;
  /** A carrier is no part of the concentrate: it fills up the finished product. */
  readonly carrier: boolean;
  readonly note: string;
}

export interface Formula {
  readonly lines: readonly Line[];
}

/** What the perfume is for. */
export interface Product {
  /** A key of `productTypes`. */
  readonly type: string;
  readonly category: Category;
  /** % of concentrate in the finished product. Above 0, at most 100. Carrier lines in the formula overrule it. */
  readonly dosage: DecimalText;
  /** Mass of the finished product to make, in g. */
  readonly batch: DecimalText;
  /** Volume of the bottle to fill, in mL. */
  readonly bottle: DecimalText;
  readonly carrierId: MaterialId;
}

/** Accords by trial id: what a formula's accord lines stand for. */
export type Accords = ReadonlyMap<TrialId, Formula>;
