/** @file Days, weeks, months and years as they are named from today: 어제, 지난주, 이번 달, 2025년 3월, last month, since May. */
import type { Found } from './read-found.ts';

interface Days {
  readonly from?: string;
  readonly to?: string;
}

const millis = 86_400_000;
const months = 'january february march april may june july august september october november december'.split(' ');
const monthPattern =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const spans: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  일: 'day',
  주: 'week',
  주일: 'week',
  개월: 'month',
  달: 'month',
  년: 'year',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  few: 3,
  couple: 2,
  한: 1,
  두: 2,
  세: 3,
  네: 4,
  몇: 3,
};

/** What happened rather than what is worn: 오늘 and this week only mean a day of work beside such a word. */
const happened =
  /만든|만들었|작업|수정|고친|바꾼|평가|시향|기록|저장|추가|들어온|등록|적은|쓴|적어|made|created|changed|edited|evaluat|added|updated|modified|rated|smelled|smelt|wrote|written|noted|saved|revis|시안|trial|version|evaluation|notes? from/;

type Rule = readonly [RegExp, (found: RegExpExecArray, today: Date) => Days | undefined, ('work' | undefined)?];

const rules: readonly Rule[] = [
  [/그저께|그제|엊그제|the day before yesterday/g, (_, today) => day(add(today, -2))],
  [/어제|어젯밤|어저께|yesterday|last night/g, (_, today) => day(add(today, -1))],
  [/오늘|today/g, (_, today) => day(today), 'work'],
  [/지지난 ?주|저저번 ?주|the week before last/g, (_, today) => week(add(today, -14))],
  [/지난 ?주|저번 ?주|last week/g, (_, today) => week(add(today, -7))],
  [/이번 ?주|금주|this week/g, (_, today) => week(today), 'work'],
  [/지지난 ?달|저저번 ?달/g, (_, today) => month(today.getUTCFullYear(), today.getUTCMonth() - 2)],
  [/지난 ?달|저번 ?달|전월|last month/g, (_, today) => month(today.getUTCFullYear(), today.getUTCMonth() - 1)],
  [/이번 ?달|이달|금월|this month/g, (_, today) => month(today.getUTCFullYear(), today.getUTCMonth())],
  [/재작년|the year before last/g, (_, today) => year(today.getUTCFullYear() - 2)],
  [/작년|지난 ?해|전년|last year/g, (_, today) => year(today.getUTCFullYear() - 1)],
  [/올해|금년|this year/g, (_, today) => year(today.getUTCFullYear()), 'work'],
  [
    /(?:최근|지난|요|in the (?:last|past)|over the (?:last|past)|(?:last|past)) ?(\d{1,3}|한|두|세|네|몇|a|few|couple of|one|two|three|four|five|six) ?(일|주일|주|개월|달|년|days?|weeks?|months?|years?)(?: ?(?:간|동안|사이|이내|안에|내))?/g,
    ([, count = '', unit = ''], today) => since(today, count, unit),
  ],
  [
    /(?<![\d.])(\d{1,3}|한|두|세|네|몇|a|one|two|three|four|five|six|a few|a couple of) ?(일|주일|주|개월|달|년|days?|weeks?|months?|years?) ?(?:전(?!체)|ago)(?!부터)/g,
    ([, count = '', unit = ''], today) => ago(today, count, unit),
  ],
  [
    /(?<!\d)((?:19|20)\d\d)[-./년] ?(\d{1,2})[-./월] ?(\d{1,2})(?:일)?(?!\d)/g,
    ([, y, m, d]) => exactDay(Number(y), Number(m), Number(d)),
  ],
  [/(?<!\d)((?:19|20)\d\d)(?:-|\/|\.|년 ?)(\d{1,2})(?:월|(?![\d.-]))/g, ([, y, m]) => inMonth(Number(y), Number(m))],
  [
    new RegExp(`(?<![a-z])(${monthPattern})\\.? ((?:19|20)\\d\\d)(?!\\d)`, 'g'),
    ([, m = '', y]) => inMonth(Number(y), monthNumber(m)),
  ],
  [/(?<!\d)((?:19|20)\d\d) ?년(?:도)?/g, ([, y]) => year(Number(y))],
  [/(?<![a-z])(?:in|from|since|before|until|after|of|year) ((?:19|20)\d\d)(?![\d,.])/g, ([, y]) => year(Number(y))],
  [/(?<![\d가-힣])(\d{1,2})월(?!\s?\d)/g, ([, m], today) => latestMonth(Number(m), today), 'work'],
  [
    new RegExp(`(?<![a-z])(?:in|since|from|of|last|during) (${monthPattern})(?![a-z])`, 'g'),
    ([, m = ''], today) => latestMonth(monthNumber(m), today),
    'work',
  ],
  [
    /최근에?|요즘에? 만든|recently|recent(?=\s)|latest(?=\s(?:trial|version|evaluation|note))/g,
    (_, today) => ({ from: iso(add(today, -30)), to: iso(today) }),
    'work',
  ],
];

/** Every day or stretch of days in a lower-case text, counted from `today` (ISO date). */
export function readDays(text: string, today: string): readonly Found[] {
  const now = new Date(`${today}T00:00:00Z`);
  if (Number.isNaN(now.getTime())) return [];
  const isWork = happened.test(text);
  const found: Found[] = [];
  for (const [pattern, read, needs] of rules) {
    if (needs === 'work' && !isWork) continue;
    for (const match of text.matchAll(pattern)) {
      const days = read(match, now);
      if (days) found.push(dayFound(text, { from: match.index, to: match.index + match[0].length }, days));
    }
  }
  return found;
}

/** With 부터, since, before around it, a stretch is open at one end. */
function dayFound(text: string, span: { from: number; to: number }, days: Days): Found {
  const after = /^\s?(부터|이후(?:로)?|이전|전에|까지|뒤(?:에)?)/.exec(text.slice(span.to, span.to + 8));
  const before =
    /(since|after|before|until|till)\s$/.exec(text.slice(Math.max(0, span.from - 8), span.from)) ??
    /^(since|after|before|until)\s/.exec(text.slice(span.from, span.to));
  const word = after?.[1] ?? before?.[1] ?? '';
  const isOpenEnd = /부터|이후|뒤|since|after/.test(word);
  const isOpenStart = /이전|전에|까지|before|until|till/.test(word);
  const { from, to } = days;
  const range: Days = isOpenEnd
    ? from === undefined
      ? {}
      : { from: /after|이후|뒤/.test(word) && to !== undefined && /after/.test(word) ? next(to) : from }
    : isOpenStart
      ? from === undefined || to === undefined
        ? {}
        : { to: /까지|until|till/.test(word) ? to : previous(from) }
      : days;
  const start =
    before && !/^(since|after|before|until)\s/.test(text.slice(span.from, span.to))
      ? span.from - before[0].length
      : span.from;
  return {
    topic: 'changed',
    from: start,
    to: span.to + (after?.[0].length ?? 0),
    filter: { field: 'changed', ...range },
  };
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function add(date: Date, days: number): Date {
  return new Date(date.getTime() + days * millis);
}

function next(text: string): string {
  return iso(add(new Date(`${text}T00:00:00Z`), 1));
}

function previous(text: string): string {
  return iso(add(new Date(`${text}T00:00:00Z`), -1));
}

function day(date: Date): Days {
  return { from: iso(date), to: iso(date) };
}

/** Monday to Sunday. */
function week(date: Date): Days {
  const monday = add(date, -((date.getUTCDay() + 6) % 7));
  return { from: iso(monday), to: iso(add(monday, 6)) };
}

function month(y: number, m: number): Days {
  return { from: iso(new Date(Date.UTC(y, m, 1))), to: iso(new Date(Date.UTC(y, m + 1, 0))) };
}

function year(y: number): Days {
  return { from: `${y}-01-01`, to: `${y}-12-31` };
}

function exactDay(y: number, m: number, d: number): Days | undefined {
  const date = new Date(Date.UTC(y, m - 1, d));
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? day(date) : undefined;
}

function inMonth(y: number, m: number): Days | undefined {
  return m >= 1 && m <= 12 ? month(y, m - 1) : undefined;
}

/** The month of that number that came last. */
function latestMonth(m: number, today: Date): Days | undefined {
  if (!(m >= 1 && m <= 12)) return undefined;
  const y = today.getUTCFullYear();
  return month(m - 1 > today.getUTCMonth() ? y - 1 : y, m - 1);
}

function monthNumber(name: string): number {
  return months.findIndex((each) => each.startsWith(name.slice(0, 3))) + 1;
}

function countOf(written: string): number {
  const [word = ''] = written.replace(/^a (?=few|couple)/, '').split(' ');
  return numbers[word] ?? Number(word);
}

function unitOf(written: string): 'day' | 'week' | 'month' | 'year' | undefined {
  return spans[written] ?? spans[written.replace(/s$/, '')];
}

function back(today: Date, written: string, unit: string): Date | undefined {
  const count = countOf(written);
  const kind = unitOf(unit);
  if (!Number.isFinite(count) || !kind) return undefined;
  if (kind === 'day') return add(today, -count);
  if (kind === 'week') return add(today, -7 * count);
  const monthsBack = kind === 'month' ? count : 12 * count;
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsBack, today.getUTCDate()));
}

function since(today: Date, count: string, unit: string): Days | undefined {
  const start = back(today, count, unit);
  return start && { from: iso(start), to: iso(today) };
}

function ago(today: Date, count: string, unit: string): Days | undefined {
  const date = back(today, count, unit);
  if (!date) return undefined;
  const kind = unitOf(unit);
  if (kind === 'day') return day(date);
  if (kind === 'week') return week(date);
  return kind === 'month' ? month(date.getUTCFullYear(), date.getUTCMonth()) : year(date.getUTCFullYear());
}
