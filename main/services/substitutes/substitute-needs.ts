import type { MaterialId } from '#foundation/ids.ts';
import type { Exchange } from '#perfumery/cost/cost.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import type { SafetyNeeds } from '#services/safety/check-formula.ts';

/** What looking for substitutes needs. */
export interface SubstituteNeeds extends SafetyNeeds, Pick<MaterialNeeds, 'materials' | 'vocabulary'> {
  readonly exchange: () => Exchange;
  /** g in lots; undefined where there are none, and the shelf's own figure counts. */
  readonly stockOfLots: (id: MaterialId) => DecimalText | undefined;
}
