/** @file Moving the cursor between cells. Rows are virtual, so the row is brought into sight first. */
import type { LineId, RecipeId } from '#foundation/ids.ts';

export type CellName = 'material' | 'amount' | 'dilution' | 'solvent';

/** Puts the cursor in a cell once it is on the screen. */
export function focusCell(lineId: LineId, cell: CellName, tries = 12): void {
  const found = document.querySelector<HTMLElement>(`[data-line="${lineId}"] [data-cell="${cell}"]`);
  if (found) {
    found.focus();
    if (found instanceof HTMLInputElement) found.select();
  } else if (tries > 0) requestAnimationFrame(() => focusCell(lineId, cell, tries - 1));
}

/** Puts the cursor in the box that adds a line; of one recipe, as soon as that is on the bench. */
export function focusAdd(recipeId?: RecipeId, tries = 12): void {
  const bench = recipeId ? `[data-recipe="${recipeId}"] ` : '';
  const box = document.querySelector<HTMLInputElement>(`${bench}[data-add-line]`);
  if (box) box.focus();
  else if (tries > 0) requestAnimationFrame(() => focusAdd(recipeId, tries - 1));
}
