/** @file What the day asks for as one list, sorted into what is late, what is for today and what comes. */
import type { StudioClient } from '#contract/contract.ts';

export type CalendarSeen = Awaited<ReturnType<StudioClient['calendar']['read']>>;

export type Errand =
  | { readonly kind: 'smelling'; readonly when: string; readonly it: CalendarSeen['smelling'][number] }
  | { readonly kind: 'maceration'; readonly when: string; readonly it: CalendarSeen['maceration'][number] }
  | { readonly kind: 'expiring'; readonly when: string; readonly it: CalendarSeen['expiring'][number] }
  | { readonly kind: 'deadline'; readonly when: string; readonly it: CalendarSeen['deadlines'][number] }
  | { readonly kind: 'order'; readonly when: string; readonly it: CalendarSeen['toOrder'][number] };

export interface Agenda {
  readonly overdue: readonly Errand[];
  readonly today: readonly Errand[];
  readonly coming: readonly Errand[];
}

/** Sorts by `now` and by the local day it is. A time to smell is late once it has passed, a day once it is over. */
export function agendaOf(calendar: CalendarSeen, now: Date, dayOf: (instant: Date) => string): Agenda {
  const today = dayOf(now);
  const errands: Errand[] = [
    ...calendar.smelling.map((it) => ({ kind: 'smelling' as const, when: it.due, it })),
    ...calendar.maceration.flatMap((it) =>
      it.done === undefined ? [{ kind: 'maceration' as const, when: it.on, it }] : [],
    ),
    ...calendar.expiring.map((it) => ({ kind: 'expiring' as const, when: it.expires, it })),
    ...calendar.deadlines.map((it) => ({ kind: 'deadline' as const, when: it.deadline, it })),
    ...calendar.toOrder.map((it) => ({ kind: 'order' as const, when: today, it })),
  ];
  const place = ({ kind, when }: Errand): keyof Agenda => {
    if (kind === 'smelling' && Date.parse(when) <= now.getTime()) return 'overdue';
    const day = kind === 'smelling' ? dayOf(new Date(when)) : when;
    return day < today ? 'overdue' : day === today ? 'today' : 'coming';
  };
  const sorted = errands.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0));
  const { overdue = [], today: due = [], coming = [] } = Object.groupBy(sorted, place);
  return { overdue, today: due, coming };
}
