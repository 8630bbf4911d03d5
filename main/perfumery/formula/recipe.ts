/** @file The perfumer's document and its trials, as values. */
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { FormulaChange } from './change.ts';
import type { Formula, Product } from './formula.ts';

/** One frozen state of a recipe. Trials form a tree by `parentId`. */
export interface Trial {
  readonly id: TrialId;
  readonly recipeId: RecipeId;
  readonly parentId?: TrialId;
  /** 1, 2, 3 … within the recipe. */
  readonly number: number;
  readonly name: InTwoLanguages;
  readonly note: string;
  readonly formula: Formula;
  readonly product: Product;
  /** ISO instant. */
  readonly created: string;
}

/** A trial as other recipes use it, with the name of the recipe it is of. */
export interface Accord extends Trial {
  readonly recipeName: InTwoLanguages;
}

/** A trial without its lines, for the tree. */
export type TrialHead = Omit<Trial, 'formula'> & { readonly lineCount: number };

/** A recipe without its formulas, for lists. */
export interface RecipeHead {
  readonly id: RecipeId;
  /** Either language may be empty; the other is then shown. */
  readonly name: InTwoLanguages;
  readonly isExample: boolean;
  readonly archived: boolean;
  readonly lineCount: number;
  readonly trialCount: number;
  readonly product: Product;
  readonly created: string;
  readonly updated: string;
}

/** A recipe as it is opened on the bench: the formula being worked on, and the trials frozen so far. */
export interface Recipe extends RecipeHead {
  readonly brief: string;
  readonly formula: Formula;
  /** The trial the working formula grew from. */
  readonly baseTrialId?: TrialId;
  readonly trials: readonly TrialHead[];
  /** Goes up by one with every write; an edit names the one it was made on. */
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** One act on the bench: what it did to the formula, and to the product if it touched that. */
export interface RecipeChange {
  readonly formula: FormulaChange;
  readonly product?: { readonly before: Product; readonly after: Product };
}

/** Acts on the bench, for the undo menu. The words are the screen's business. */
export const editKinds = [
  'add-line',
  'remove-line',
  'amount',
  'dilution',
  'swap',
  'lock',
  'carrier',
  'note',
  'reorder',
  'balance',
  'scale',
  'paste',
  'fix',
  'product',
  'restore',
  'import',
  'other',
] as const;
export type EditKind = (typeof editKinds)[number];
