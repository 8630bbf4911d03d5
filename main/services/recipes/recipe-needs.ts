import type { EventStream } from '#foundation/event-stream.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { EditStore } from '#library/sqlite/edit-store.ts';
import type { RecipeStore } from '#library/sqlite/recipe-store.ts';
import type { TrialStore } from '#library/sqlite/trial-store.ts';
import type { VerdictStore } from '#library/sqlite/verdict-store.ts';
import type { RegulationInForce } from '#services/regulation/regulation-in-force.ts';
import type { RecipeEvent } from './recipe-event.ts';

/** What the acts on recipes need; each takes what it uses. */
export interface RecipeNeeds {
  readonly recipes: RecipeStore;
  readonly trials: TrialStore;
  readonly edits: EditStore;
  /** One transaction: all of `act` or nothing. */
  readonly write: <T>(act: () => T) => T;
  readonly hasMaterial: (id: MaterialId) => boolean;
  readonly announce: EventStream<RecipeEvent>['announce'];
  /** ISO instant. */
  readonly now: () => string;
}

/** What freezing a trial needs beside: it is judged at once. */
export interface TrialNeeds extends RecipeNeeds {
  readonly verdicts: Pick<VerdictStore, 'put' | 'copy'>;
  readonly inForce: Pick<RegulationInForce, 'now'>;
}
