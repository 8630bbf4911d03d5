import type { IfraStore } from '#library/sqlite/ifra-store.ts';
import type { RejudgingStore } from '#library/sqlite/rejudging-store.ts';
import type { TrialStore } from '#library/sqlite/trial-store.ts';
import type { VerdictStore } from '#library/sqlite/verdict-store.ts';
import type { SideThread } from '#services/side-thread/side-thread.ts';
import type { RegulationInForce } from './regulation-in-force.ts';
import type { Rejudging } from './rejudging.ts';

/** What the acts on the regulation need; each takes what it uses. */
export interface RegulationNeeds {
  readonly ifra: IfraStore;
  readonly verdicts: VerdictStore;
  readonly trials: TrialStore;
  readonly inForce: RegulationInForce;
  /** One transaction: all of `act` or nothing. */
  readonly write: <T>(act: () => T) => T;
  /** ISO instant. */
  readonly now: () => string;
  readonly rejudging: Rejudging;
  readonly rejudgings: RejudgingStore;
  readonly sideThread: SideThread;
}
