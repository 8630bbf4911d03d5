import { expect, it } from 'vitest';
import { agendaOf, type CalendarSeen } from './agenda.ts';

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);
const name = { en: 'Rain', ko: '비' };
const look = { batchId: 'b', recipeId: 'r', recipeName: name, mass: '100', madeOn: '2026-11-14' };
const smell = (minutes: number, due: string) => ({ sittingId: 's', recipeId: 'r', recipeName: name, minutes, due });
const calendar = {
  smelling: [smell(0, '2026-11-21T09:59:00Z'), smell(30, '2026-11-21T10:29:00Z'), smell(1440, '2026-11-22T09:59:00Z')],
  maceration: [
    { ...look, days: 1, on: '2026-11-15', done: '2026-11-15T08:00:00Z' },
    { ...look, days: 7, on: '2026-11-21' },
    { ...look, days: 14, on: '2026-11-28' },
  ],
  expiring: [{ lotId: 'l', materialId: 'm', number: '', left: '3', expires: '2026-11-20' }],
  toOrder: [{ materialId: 'm', minimum: '5' }],
  deadlines: [{ briefId: 'x', name: 'Spring', client: '', deadline: '2026-12-24', recipeIds: [] }],
} as unknown as CalendarSeen;

it('sorts the day by what is late, what is for today and what comes, and leaves out what was done', () => {
  const agenda = agendaOf(calendar, new Date('2026-11-21T10:00:00Z'), dayOf);
  const kinds = (part: keyof typeof agenda) => agenda[part].map(({ kind, when }) => `${kind} ${when}`);
  expect(kinds('overdue')).toEqual(['expiring 2026-11-20', 'smelling 2026-11-21T09:59:00Z']);
  expect(kinds('today')).toEqual(['maceration 2026-11-21', 'order 2026-11-21', 'smelling 2026-11-21T10:29:00Z']);
  expect(kinds('coming')).toEqual(['smelling 2026-11-22T09:59:00Z', 'maceration 2026-11-28', 'deadline 2026-12-24']);
});

it('turns what is due late as time passes', () => {
  const later = agendaOf(calendar, new Date('2026-11-21T10:30:00Z'), dayOf);
  expect(later.overdue.map(({ kind }) => kind)).toEqual(['expiring', 'smelling', 'smelling']);
});
