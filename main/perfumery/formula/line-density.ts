/** @file How heavy a millilitre of a line is: known, put together from what it is diluted in, or not known. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Material } from '#perfumery/material/material.ts';
import { type Decimal, decimal, decimalOf } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import type { Line } from './formula.ts';
import { neat } from './formula-limits.ts';

/** g/mL at 20 °C of the dilution as weighed, taking volumes as additive. Undefined where a density or the solvent is not known. */
export function lineDensity(line: Line, materialOf: (id: MaterialId) => Material | undefined): Decimal | undefined {
  if (line.ingredient.kind !== 'material') return undefined;
  const own = densityOf(materialOf(line.ingredient.materialId));
  const strength = decimal(line.dilution);
  if (own === undefined || strength === neat) return own;
  const solvent = line.solventId && densityOf(materialOf(line.solventId));
  if (!solvent) return undefined;
  return mixedDensity([
    { mass: strength, density: own },
    { mass: (neat - strength) as Decimal, density: solvent },
  ]);
}

/** g/mL of masses mixed, taking volumes as additive. Undefined for nothing at all. */
export function mixedDensity(
  parts: readonly { readonly mass: Decimal; readonly density: Decimal }[],
): Decimal | undefined {
  let [mass, volume] = [0n, 0n];
  for (const part of parts) {
    mass += part.mass;
    volume += scaled(part.mass, 1_000_000_000n, part.density);
  }
  return volume === 0n ? undefined : scaled(mass, 1_000_000_000n, volume);
}

function densityOf(material: Material | undefined): Decimal | undefined {
  const value = material?.density?.value;
  return value !== undefined && value > 0 ? decimalOf(value) : undefined;
}
