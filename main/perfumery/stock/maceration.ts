/** @file Batches that mature, and the days on which to smell them. Days are ISO dates; no time of day is meant. */
import type { BatchId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';

/** Days after a batch was made on which it is looked at. */
export const macerationDays = [1, 7, 14, 30] as const;

export interface Batch {
  readonly id: BatchId;
  readonly recipeId: RecipeId;
  readonly trialId: TrialId;
  /** g made. */
  readonly mass: DecimalText;
  readonly madeOn: string;
  readonly note: string;
  readonly looks: readonly BatchLook[];
}

/** A day on which to smell a batch. */
export interface BatchLook {
  readonly days: number;
  readonly on: string;
  /** When it was done; ISO instant. */
  readonly done?: string;
}

/** The days on which to look at a batch made on `madeOn`. */
export function looksAfter(madeOn: string): readonly BatchLook[] {
  return macerationDays.map((days) => ({ days, on: addDays(madeOn, days) }));
}

/** The day `days` after `date`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether `text` is a day of the calendar in ISO: `2026-02-29` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(instant) && new Date(instant).toISOString().startsWith(text);
}
