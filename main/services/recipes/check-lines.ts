/** @file What a formula may not say: amounts that are none, ingredients nobody has, accords that reach themselves. */
import { type FormulaFault, StudioError } from '#foundation/errors.ts';
import type { LineId, RecipeId, TrialId } from '#foundation/ids.ts';
import type { FormulaChange } from '#perfumery/formula/change.ts';
import type { Formula, Ingredient, Line } from '#perfumery/formula/formula.ts';
import { mostLines, mostParts, neat } from '#perfumery/formula/formula-limits.ts';
import { parseDecimal } from '#perfumery/units/decimal.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

type Needs = Pick<RecipeNeeds, 'trials' | 'hasMaterial'>;

/** Refuses amounts and strengths that are none, and nothing else. */
export function checkAmounts({ lines }: Formula): void {
  if (lines.length > mostLines) throw new StudioError('recipe.too-long', { lines: lines.length, most: mostLines });
  for (const line of lines) checkLine(line);
}

/** Refuses a whole formula that `recipeId` cannot hold. */
export function checkFormula(needs: Needs) {
  return (recipeId: RecipeId, formula: Formula): void => {
    const ids = new Set<LineId>();
    for (const { id } of formula.lines) {
      if (ids.has(id)) throw fault('line-twice', id);
      ids.add(id);
    }
    const lines = formula.lines.map((after) => ({ lineId: after.id, after }));
    checkChange(needs)(recipeId, { lines }, formula.lines.length);
  };
}

/**
 * Refuses a change that `recipeId` cannot take; `lineCount` is what it comes to. Only what is new is looked at, so a line
 * whose material has since left the catalogue can still be edited.
 */
export function checkChange({ trials, hasMaterial }: Needs) {
  const checkIngredient = (recipeId: RecipeId, ingredient: Ingredient) => {
    if (ingredient.kind === 'accord') return checkAccord(trials, recipeId, ingredient);
    if (!hasMaterial(ingredient.materialId)) {
      throw new StudioError('material.not-found', { materialId: ingredient.materialId });
    }
  };
  return (recipeId: RecipeId, { lines }: Pick<FormulaChange, 'lines'>, lineCount: number): void => {
    if (lineCount > mostLines) throw new StudioError('recipe.too-long', { lines: lineCount, most: mostLines });
    for (const { lineId, before, after } of lines) {
      if (!after) continue;
      if (after.id !== lineId) throw fault('line-missing', lineId);
      checkLine(after);
      if (!before || !isSameIngredient(before.ingredient, after.ingredient))
        checkIngredient(recipeId, after.ingredient);
      const { solventId } = after;
      if (solventId !== undefined && solventId !== before?.solventId && !hasMaterial(solventId)) {
        throw new StudioError('material.not-found', { materialId: solventId });
      }
    }
  };
}

function checkLine({ id, parts, dilution }: Line): void {
  const amount = parseDecimal(parts);
  if (amount === undefined) throw fault('amount-not-a-number', id, parts);
  if (amount < 0n) throw fault('amount-negative', id, parts);
  if (amount > mostParts) throw fault('amount-absurd', id, parts);
  const strength = parseDecimal(dilution);
  if (strength === undefined || strength <= 0n || strength > neat) throw fault('dilution-out-of-range', id, dilution);
}

/** Trials are frozen, so a circle of trials cannot be; a recipe inside itself could, and would make no sense to weigh. */
function checkAccord(
  trials: Needs['trials'],
  recipeId: RecipeId,
  accord: { readonly recipeId: RecipeId; readonly trialId: TrialId },
): void {
  if (trials.recipeOf(accord.trialId) !== accord.recipeId) {
    throw new StudioError('trial.not-found', { trialId: accord.trialId });
  }
  const seen = new Set<TrialId>();
  const open = [accord.trialId];
  for (let trialId = open.pop(); trialId !== undefined; trialId = open.pop()) {
    if (seen.has(trialId)) continue;
    seen.add(trialId);
    if (trials.recipeOf(trialId) === recipeId) throw new StudioError('formula.cycle', { recipeId });
    open.push(...trials.accordsOf(trialId));
  }
}

function isSameIngredient(a: Ingredient, b: Ingredient): boolean {
  return a.kind === 'material'
    ? b.kind === 'material' && a.materialId === b.materialId
    : b.kind === 'accord' && a.trialId === b.trialId && a.recipeId === b.recipeId;
}

function fault(reason: FormulaFault, lineId: LineId, text?: string): StudioError {
  return new StudioError('formula.invalid', { reason, lineId, ...(text !== undefined && { text }) });
}
