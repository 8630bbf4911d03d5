/** @file Amounts as they are said in Korean and English: 1만 5천, 50 000, 3.5k, 오만. */

const multipliers: Readonly<Record<string, number>> = {
  백: 1e2,
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  천만: 1e7,
  thousand: 1e3,
  million: 1e6,
  억: 1e8,
  k: 1e3,
  m: 1e6,
};
const sino: Readonly<Record<string, number>> = {
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
  십: 10,
};

const digits = String.raw`(?:\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)|\d{1,12})(?:\.\d{1,6})?`;
const many = '십만|백만|천만|억|만|천|백';
/** An amount with Korean multipliers, or plain digits with an optional k. To be put into larger patterns; it holds no groups. */
export const figurePattern = `(?:(?:${digits})?\\s?(?:[일이삼사오육칠팔구십]{1,2})?(?:${many})(?:\\s?(?:${digits}|[일이삼사오육칠팔구])\\s?(?:${many})?)?|${digits}(?:\\s?(?:million|thousand|[km](?![a-z])))?)`;

const part = new RegExp(`(${digits})?\\s?([일이삼사오육칠팔구십]{1,2})?\\s?(${many}|million|thousand|[km])?`, 'gy');

/** The number an amount comes to; undefined where it is none. */
export function readFigure(written: string): number | undefined {
  let [sum, at] = [0, 0];
  const text = written.toLowerCase().replace(/[ \u00a0\u202f]/g, '');
  while (at < text.length) {
    part.lastIndex = at;
    const found = part.exec(text);
    const [whole = '', figure, said, times] = found ?? [];
    if (whole.trim() === '') return at > 0 && text.slice(at).trim() === '' ? sum : undefined;
    const count = figure !== undefined ? Number(figure.replace(/[, \u00a0\u202f]/g, '')) : said ? sinoNumber(said) : 1;
    sum += count * (times ? (multipliers[times] ?? 1) : 1);
    at += whole.length;
  }
  return Number.isFinite(sum) ? sum : undefined;
}

function sinoNumber(said: string): number {
  const [first = '', second = ''] = said;
  if (second === '') return sino[first] ?? 0;
  return first === '십' ? 10 + (sino[second] ?? 0) : (sino[first] ?? 0) * (sino[second] ?? 1);
}

/** Bounds that words around an amount put on it. `about`: somewhere near. */
export type Bound = 'max' | 'min' | 'band' | 'about';

export const boundAfter: readonly (readonly [Bound, string])[] = [
  [
    'max',
    '이하|미만|아래|밑으로|밑|까지|안쪽|이내|내로|안으로|선에서|안 넘는|넘지 않는|안넘는|or less|or under|or below|or lower|max(?:imum)?|at most|and under|and below|보다 싼|보다 저렴한|짜리 이하|tops',
  ],
  [
    'min',
    '이상|초과|넘는|넘게|부터|위로|보다 비싼|or more|or over|or above|or higher|or better|and up|and above|and over|plus|\\+|at least|min(?:imum)?',
  ],
  ['band', '대'],
  ['about', '정도|쯤|안팎|내외|전후|가량|or so|ish'],
];
export const boundBefore: readonly (readonly [Bound, string])[] = [
  [
    'max',
    'under|below|less than|lower than|cheaper than|at most|up to|no more than|not more than|not over|maximum(?: of)?|max\\.?|within|<=|<|≤|최대|최고|많아야|beneath|fewer than|not exceeding|capped at|a ceiling of|ceiling of|ceiling|상한|cap of|limit of|budget of|budget',
  ],
  [
    'min',
    'over|above|more than|at least|higher than|from|starting at|minimum(?: of)?|min\\.?|>=|>|≥|최소|적어도|exceeding|greater than|better than',
  ],
  ['about', 'about|around|roughly|approximately|approx\\.?|circa|약|대략|~'],
];

/** The bound that stands around `text.slice(from, to)`, and how far it reaches. */
export function boundAround(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly bound: Bound | undefined; readonly from: number; readonly to: number } {
  let [bound, start, end]: [Bound | undefined, number, number] = [undefined, from, to];
  const before = text.slice(Math.max(0, from - 30), from);
  for (const [kind, pattern] of compiledBefore) {
    const found = pattern.exec(before);
    if (!found) continue;
    bound = kind;
    start = from - found[0].length;
    break;
  }
  for (const [kind, pattern] of compiledAfter) {
    pattern.lastIndex = to;
    const found = pattern.exec(text);
    if (!found) continue;
    bound = kind;
    end = to + found[0].length;
    break;
  }
  return { bound, from: start, to: end };
}

const compiledAfter = boundAfter.map(([bound, words]): [Bound, RegExp] => [
  bound,
  new RegExp(`\\s?(?:${words})(?:의|인|로|으로)?(?![a-z])`, 'y'),
]);
const compiledBefore = boundBefore.map(([bound, words]): [Bound, RegExp] => [
  bound,
  new RegExp(`(?:^|(?<![a-z]))(?:${words})\\s{0,2}$`),
]);

/** The range a bound makes of a value; a band is a decade: 5만 원대 is 50,000 up to 60,000. */
export function rangeOf(value: number, bound: Bound): { readonly min?: number; readonly max?: number } {
  if (bound === 'max') return { max: value };
  if (bound === 'min') return { min: value };
  if (bound === 'about') return { min: value * 0.8, max: value * 1.2 };
  const step = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const leading = Math.floor(value / step);
  const width = value % step === 0 || leading >= 10 ? step : step / 10;
  return { min: value, max: value + width - Math.min(1, width / 100) };
}
