/** @file The working formula as a table, for CSV and spreadsheets: headings in the reader's language, exact parts. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Formula, Ingredient, Product } from '#perfumery/formula/formula.ts';
import { effectiveDosage, lineShares } from '#perfumery/formula/formula-totals.ts';
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import { decimal, decimalText, toNumber } from '#perfumery/units/decimal.ts';
import { roundToPlaces } from '#perfumery/units/rounding.ts';

export interface TableSources {
  readonly product: Product;
  readonly language: 'ko' | 'en';
  readonly materialOf: (id: MaterialId) => Material | undefined;
  /** The name of an accord; undefined when it is gone. */
  readonly accordName: (accord: Extract<Ingredient, { kind: 'accord' }>) => InTwoLanguages | undefined;
}

/** A cell that is a number in the file only where a number loses nothing. */
export type TableCell = string | number;

const headings = {
  en: ['Material', 'CAS', 'Parts', '% of concentrate', 'Dilution %', 'Solvent', 'Carrier', 'Locked', 'Note', 'Id'],
  ko: ['원료', 'CAS 번호', '배합량', '비율(%)', '희석(%)', '용매', '캐리어', '잠금', '메모', '원료 ID'],
};

/** One heading and one row per line, in order. Reading it again gives the same lines. */
export function recipeTable(formula: Formula, sources: TableSources): readonly (readonly TableCell[])[] {
  const { product, language, materialOf, accordName } = sources;
  const shares = lineShares(formula, effectiveDosage(formula, product));
  const yes = language === 'ko' ? '예' : 'yes';
  const spoken = (name: InTwoLanguages | undefined, otherwise: string) =>
    (name && (name[language] || name[language === 'ko' ? 'en' : 'ko'])) || otherwise;
  const rows = formula.lines.map(({ id, ingredient, parts, dilution, solventId, carrier, locked, note }) => {
    const material = ingredient.kind === 'material' ? materialOf(ingredient.materialId) : undefined;
    const key = ingredient.kind === 'material' ? ingredient.materialId : ingredient.trialId;
    const name = ingredient.kind === 'material' ? material?.name : accordName(ingredient);
    return [
      spoken(name, key),
      material?.cas[0] ?? '',
      exactly(parts),
      exactly(decimalText(roundToPlaces(shares.get(id)?.ofConcentrate ?? 0n, 4))),
      exactly(dilution),
      solventId ? spoken(materialOf(solventId)?.name, solventId) : '',
      carrier ? yes : '',
      locked ? yes : '',
      note,
      key,
    ];
  });
  return [headings[language], ...rows];
}

/** As a number if that number, read back, is the same decimal; else as text. */
function exactly(text: string): TableCell {
  const number = toNumber(decimal(text));
  return String(number) === text ? number : text;
}
