import type { EventStream } from '#foundation/event-stream.ts';
import type { BatchStore } from '#library/sqlite/batch-store.ts';
import type { CompositionStore } from '#library/sqlite/composition-store.ts';
import type { StockStore } from '#library/sqlite/stock-store.ts';
import type { Exchange } from '#perfumery/cost/cost.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import type { RecipeNeeds, TrialNeeds } from '#services/recipes/recipe-needs.ts';

/** What the acts on the stock need; each takes what it uses. */
export interface StockNeeds extends Omit<TrialNeeds, 'announce'>, Pick<MaterialNeeds, 'materials'> {
  readonly compositions: Pick<CompositionStore, 'of'>;
  readonly stock: StockStore;
  readonly batches: BatchStore;
  readonly announce: RecipeNeeds['announce'];
  readonly announceMaterial: MaterialNeeds['announce'];
  readonly announceDay: EventStream<DayEvent>['announce'];
  readonly exchange: () => Exchange;
  /** Smallest step of the scale, in g. */
  readonly scaleResolution: () => DecimalText;
}
