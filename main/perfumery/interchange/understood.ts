/** @file What a file was understood to say, before anything is kept. Nothing in it is dropped without a word. */
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';

export type FileFormat = 'json' | 'csv' | 'xlsx' | 'text';

/** By what a material was recognised. `near`: a beginning of a name, or a slip, that only one material fits. */
export type MatchedBy = 'id' | 'cas' | 'name' | 'alias' | 'sku' | 'near';

/** A row that became a line, and which material was meant. Rows count from 1, as a spreadsheet does. */
export interface MatchedRow {
  readonly row: number;
  readonly text: string;
  readonly lineId: LineId;
  readonly materialId: MaterialId;
  readonly by: MatchedBy;
}

export type RowFault =
  | 'unknown-material'
  | 'no-amount'
  | 'bad-amount'
  | 'negative-amount'
  | 'absurd-amount'
  | 'bad-cas'
  | 'bad-dilution'
  | 'unknown-accord'
  | 'ambiguous';

/** A row that did not become a line. */
export interface FaultyRow {
  readonly row: number;
  readonly text: string;
  readonly why: RowFault;
  readonly detail: string;
}

/** What was left aside on purpose: sums, and columns nobody knows (row 0). */
export interface IgnoredRow {
  readonly row: number;
  readonly text: string;
  readonly why: 'total' | 'column';
}

/** A trial in a file; `parent` is the place of its parent among the trials, from 0. */
export interface UnderstoodTrial {
  readonly name: InTwoLanguages;
  readonly note: string;
  readonly parent?: number;
  readonly formula: Formula;
  readonly product?: Product;
}

/** An accord the file brings along, under the ids its lines use for it. */
export interface UnderstoodAccord {
  readonly recipeId: RecipeId;
  readonly trialId: TrialId;
  readonly name: InTwoLanguages;
  readonly formula: Formula;
  readonly product: Product;
}

export interface Understood {
  readonly name: InTwoLanguages;
  readonly brief: string;
  readonly format: FileFormat;
  readonly product?: Product;
  readonly formula: Formula;
  readonly matched: readonly MatchedRow[];
  readonly notUnderstood: readonly FaultyRow[];
  readonly ignored?: readonly IgnoredRow[];
  readonly trials: readonly UnderstoodTrial[];
  /** The place, among the trials, of the one the working formula grew from. */
  readonly base?: number;
  /** Materials of somebody's own that this library lacks; keeping the recipe adds them. */
  readonly materials?: readonly Material[];
  /** Accords this library lacks, each after those it uses; keeping the recipe adds them as recipes. */
  readonly accords?: readonly UnderstoodAccord[];
}
