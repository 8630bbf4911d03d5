import type { MaterialId } from '#foundation/ids.ts';
import type { BatchStore } from '#library/sqlite/batch-store.ts';
import type { BriefStore } from '#library/sqlite/brief-store.ts';
import type { EvaluationStore } from '#library/sqlite/evaluation-store.ts';
import type { LabelStore } from '#library/sqlite/label-store.ts';
import type { RecipeStore } from '#library/sqlite/recipe-store.ts';
import type { TrialStore } from '#library/sqlite/trial-store.ts';
import type { Exchange } from '#perfumery/cost/cost.ts';
import type { ThresholdModel } from '#perfumery/odour/estimate-threshold.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import type { RegulationInForce } from '#services/regulation/regulation-in-force.ts';

/** What making something findable needs to know of the library. */
export interface ItemNeeds extends Pick<MaterialNeeds, 'materials'> {
  readonly recipes: RecipeStore;
  readonly trials: TrialStore;
  readonly evaluations: EvaluationStore;
  readonly briefs: BriefStore;
  readonly labels: LabelStore;
  readonly batches: BatchStore;
  readonly inForce: RegulationInForce;
  readonly thresholds: ThresholdModel;
  readonly exchange: () => Exchange;
  readonly stockOfLots: (id: MaterialId) => DecimalText | undefined;
}
