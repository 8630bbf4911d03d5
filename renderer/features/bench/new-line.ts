import { type LineId, type MaterialId, newId } from '#foundation/ids.ts';
import type { Ingredient, Line } from '#perfumery/formula/formula.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { type Decimal, decimal, decimalOf, decimalText, one } from '#perfumery/units/decimal.ts';

/** What a strength is in when neither the perfumer nor the catalogue says. */
export const usualSolvent = 'dipropylene-glycol-dpg' as MaterialId;
const neat = (100n * one) as Decimal;

/** How a material is usually weighed: as the perfumer has it on the shelf, else at the catalogue's default in nothing named. */
export function usualDilution({ material, shelf }: LibraryMaterial): Pick<Line, 'dilution' | 'solventId'> {
  const [first] = shelf.dilutions;
  if (first) return { dilution: first.percent, solventId: first.solventId };
  const percent = material.defaultDilution ? decimalOf(material.defaultDilution.value) : neat;
  if (percent >= neat) return { dilution: decimalText(neat) };
  return { dilution: decimalText(percent), solventId: usualSolvent };
}

/** A fresh line of no parts yet, weighed as that material usually is. */
export function newLine(ingredient: Ingredient, material?: LibraryMaterial): Line {
  return {
    id: newId<LineId>(),
    ingredient,
    parts: decimalText(decimal('0')),
    ...(material ? usualDilution(material) : { dilution: decimalText(neat) }),
    locked: false,
    carrier: false,
    note: '',
  };
}
