import type { EventStream } from '#foundation/event-stream.ts';
import type { EvaluationStore } from '#library/sqlite/evaluation-store.ts';
import type { SittingStore } from '#library/sqlite/sitting-store.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { TrialNeeds } from '#services/recipes/recipe-needs.ts';

/** What the acts of smelling need; each takes what it uses. */
export interface EvaluationNeeds extends TrialNeeds {
  readonly evaluations: EvaluationStore;
  readonly sittings: SittingStore;
  readonly hasDescriptor: (id: string) => boolean;
  readonly announceDay: EventStream<DayEvent>['announce'];
  /** A whole number from 0 to `below` − 1 that nobody can guess. */
  readonly draw: (below: number) => number;
}
