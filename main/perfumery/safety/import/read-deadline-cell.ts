import { type OverviewCell, textOf } from './overview.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The day by which creations have to keep a standard: an ISO date, or a month (`1991-12`) where the workbook names no day.
 * `none` where it says that there is none; undefined for a form nobody knows.
 */
export function readDeadlineCell(cell: OverviewCell): string | 'none' | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  const text = textOf(cell);
  if (text === '' || /^(not applicable|n\/?a|none|-)\.?$/i.test(text)) return 'none';
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text;
  const american = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (american) return dayOf(Number(american[3]), monthOf(american[1]), Number(american[2]));
  const british = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})$/i.exec(text);
  if (british) return dayOf(Number(british[3]), monthOf(british[2]), Number(british[1]));
  const month = /^([a-z]+)\.?\s+(\d{4})$/i.exec(text);
  const number = month ? monthOf(month[1]) : 0;
  return month && number > 0 ? `${month[2]}-${String(number).padStart(2, '0')}` : undefined;
}

/** From 1; 0 for what is no month. Three letters are enough. */
function monthOf(name = ''): number {
  const folded = name.toLowerCase();
  return folded.length < 3 ? 0 : months.findIndex((month) => month.startsWith(folded)) + 1;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : undefined;
}
