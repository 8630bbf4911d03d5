import type { CompositionStore } from '#library/sqlite/composition-store.ts';
import type { StockStore } from '#library/sqlite/stock-store.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import type { SideThread } from '#services/side-thread/side-thread.ts';

/** What the acts on compositions of lots need; each takes what it uses. */
export interface CompositionNeeds extends Pick<MaterialNeeds, 'materials' | 'announce' | 'now'> {
  readonly compositions: CompositionStore;
  readonly stock: Pick<StockStore, 'lot'>;
  /** One transaction: all of `act` or nothing. */
  readonly write: <T>(act: () => T) => T;
  readonly sideThread: SideThread;
}
