import type { EventStream } from '#foundation/event-stream.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import { type CalendarNeeds, lookAtBatch, readCalendar } from '#services/calendar/read-calendar.ts';
import type { Implementer } from './implementer.ts';
import { toWire, type Wire } from './to-wire.ts';

/** The day's work, behind the contract. */
export function calendarHandlers({ calendar: on }: Implementer, needs: CalendarNeeds, events: EventStream<DayEvent>) {
  return on.router({
    read: on.read.handler(({ input }) => toWire(readCalendar(needs)(input.today))),
    look: on.look.handler(({ input }) => {
      lookAtBatch(needs)(input.batchId, input.days, input.done);
      return input;
    }),
    watch: on.watch.handler(({ signal }) => events.until(signal) as AsyncGenerator<Wire<DayEvent>, undefined>),
  });
}
