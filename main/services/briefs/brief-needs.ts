import type { EventStream } from '#foundation/event-stream.ts';
import type { BriefStore } from '#library/sqlite/brief-store.ts';
import type { RecipeStore } from '#library/sqlite/recipe-store.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';

/** What the acts on briefs need. */
export interface BriefNeeds extends Pick<RecipeNeeds, 'write' | 'hasMaterial' | 'now'> {
  readonly briefs: BriefStore;
  readonly recipes: Pick<RecipeStore, 'head'>;
  readonly announceDay: EventStream<DayEvent>['announce'];
}
