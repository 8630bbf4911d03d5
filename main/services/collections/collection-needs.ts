import type { EventStream } from '#foundation/event-stream.ts';
import type { Library } from '#library/sqlite/open-library.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { KeepingNeeds } from '#services/interchange/keep-understood.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import type { TableShelf } from './table-shelf.ts';

/** What the acts on whole collections need; each takes what it uses. */
export interface CollectionNeeds extends KeepingNeeds, Pick<MaterialNeeds, 'vocabulary'> {
  readonly collections: Library['collections'];
  readonly tables: TableShelf;
  readonly announceDay: EventStream<DayEvent>['announce'];
}
