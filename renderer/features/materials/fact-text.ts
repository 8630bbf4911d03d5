/** @file The facts of a material as a reader sees them: value and unit, in the language of the moment. */
import type { Fact, FactMethod, Material } from '#perfumery/material/material.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import type { FigureField } from './draft.ts';

const gap = '\u00a0';
const most = 6;

const units: Readonly<Record<Exclude<UnitField, 'blotterLife'>, string>> = {
  odourThreshold: 'mg/m³',
  molecularWeight: 'g/mol',
  density: 'g/mL',
  vapourPressure: 'Pa',
  boilingPoint: '°C',
  typicalUse: '%',
  maximumUse: '%',
  defaultDilution: '%',
};

type UnitField = FigureField;
/** The facts that have a method and a source. */
export type CitedField = UnitField | 'molecularFormula' | 'smiles';

/** How facts read in the language of the moment: their units, and a fact as text, undefined where it is unknown. */
export function useFactText() {
  const { t } = useText('materials');
  const numbers = useNumbers();
  const unitOf = (field: UnitField) => (field === 'blotterLife' ? t('hours') : units[field]);
  const textOf = (field: CitedField, material: Material): string | undefined => {
    const fact: Fact<number> | Fact<string> | undefined = material[field];
    if (!fact) return undefined;
    if (typeof fact.value !== 'number') return fact.value;
    return `${numbers.plain(decimalOf(fact.value), most)}${gap}${unitOf(field as UnitField)}`;
  };
  return { unitOf, textOf };
}

/** Whether a value was guessed by a method and not seen by anybody. */
export function isEstimate(method: FactMethod): boolean {
  return method === 'estimated' || method === 'extrapolated' || method === 'own-estimate';
}
