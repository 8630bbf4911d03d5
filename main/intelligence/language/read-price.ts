/**
 * @file Prices in a sentence: 1만원 이하, 5만 원대, under 50 000 won, €30/kg, kg당 3만원 미만, between $20 and $40.
 *
 * They come out per kilogram in the library's currency. A price that says no mass means a kilogram, as the library shows it;
 * one that says neither under nor over is a ceiling.
 */
import type { Exchange } from '#perfumery/cost/cost.ts';
import { boundAround, figurePattern, rangeOf, readFigure } from './read-figure.ts';
import type { Found } from './read-found.ts';

const symbols: Readonly<Record<string, string>> = {
  '₩': 'KRW',
  원: 'KRW',
  krw: 'KRW',
  won: 'KRW',
  $: 'USD',
  달러: 'USD',
  불: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  '€': 'EUR',
  유로: 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  파운드: 'GBP',
  gbp: 'GBP',
  '¥': 'JPY',
  엔: 'JPY',
  jpy: 'JPY',
  yen: 'JPY',
  위안: 'CNY',
  cny: 'CNY',
  rmb: 'CNY',
};
const before = '[₩$€£¥]|krw|usd|eur|gbp|jpy|cny';
const after = '원|달러|불|유로|엔|파운드|위안|₩|€|\\$|£|krw|won|usd|dollars?|bucks|eur|euros?|gbp|jpy|yen|cny|rmb';
const mass = '(?:(\\d{1,4})\\s?)?(kg|kilogram|kilos?|kilo|킬로그램|킬로|키로|g|gram|그램|그람)';
const price = new RegExp(
  `(?:(?<per>(?:(?:\\d{1,4})\\s?)?(?:kg|킬로그램|킬로|키로|g|그램|그람)\\s?(?:당|에|기준(?:으로)?))\\s?)?(?<![\\w가-힣.,])(?:(?<sign>${before})\\s?)?(?<figure>${figurePattern})(?:\\s?(?:원|달러|유로)?\\s?(?:~|-|–|에서|to|부터)\\s?(?<second>(?:${before})?\\s?${figurePattern}))?\\s?(?<unit>(?:${after})(?![a-z]))?(?:대| ?사이)?(?<over>\\s?(?:/|per|a|당)\\s?(?:(?:\\d{1,4})\\s?)?(?:kg|kilogram|kilo|g|gram)(?![a-z]))?`,
  'g',
);
const between = new RegExp(
  `between\\s(?:${before})?\\s?(${figurePattern})\\s?(?:${after})?\\s(?:and)\\s(${before})?\\s?(${figurePattern})\\s?(${after})?(\\s?(?:/|per|a)\\s?(?:kg|kilo(?:gram)?|g|gram)(?![a-z]))?`,
  'g',
);
const costWord =
  /(?:가격|단가|값|예산|price|cost|budget|priced)(?:이|은|가|는|대가|d)?\s{0,2}(?:(?:is|of|at|:)\s)?(?:(?:under|below|over|above|less than|more than|최대|max\.?)\s)?$/;

/** A price, and the currency it was said in where one was. */
export interface FoundPrice extends Found {
  readonly currency?: string;
  /** What was said where it was said to be about that much, for one kilogram. */
  readonly about?: number;
}

/** Every price in a lower-case text in NFC. */
export function readPrices(text: string, exchange: Exchange | undefined): readonly FoundPrice[] {
  const found: FoundPrice[] = [];
  for (const match of text.matchAll(between)) {
    const [whole, low = '', sign, high = '', unit, over] = match;
    const currency = symbols[sign ?? unit ?? ''] ?? symbols[/[₩$€£¥]/.exec(whole)?.[0] ?? ''];
    const bounds = [readFigure(low), readFigure(high)];
    if ((currency || over) && bounds[0] !== undefined && bounds[1] !== undefined) {
      found.push(
        priceFound(
          { from: match.index, to: match.index + whole.length },
          { min: bounds[0], max: bounds[1] },
          { currency, grams: gramsIn(over), exchange },
        ),
      );
    }
  }
  for (const match of text.matchAll(price)) {
    const one = onePrice(text, match, exchange);
    if (one) found.push(one);
  }
  return found;
}

function onePrice(text: string, match: RegExpExecArray, exchange: Exchange | undefined): FoundPrice | undefined {
  const { per, sign, figure = '', second, unit, over } = match.groups ?? {};
  const whole = match[0].trimEnd();
  const start = match.index;
  const currency = symbols[sign ?? ''] ?? symbols[unit ?? ''];
  const costSaid = costWord.exec(text.slice(Math.max(0, start - 30), start));
  if (!currency && !per && !over && !costSaid) return undefined;
  // 만 원 after a noun is a particle and 원하다; a bare multiplier needs its currency.
  if (
    !/\d/.test(figure) &&
    !(
      currency === 'KRW' && /^(?:\s|$|이|미|대|까|아|밑|정|쯤|넘|초|내|안|짜|선)/.test(text.slice(start + whole.length))
    )
  )
    return undefined;
  if (
    !currency &&
    /^\s?(?:점|시간|개|년|월|일|번|%|g|ml|kg|h|hours?|days?|stars?|weeks?|months?)/.test(
      text.slice(start + whole.length),
    ) &&
    !per &&
    !over
  )
    return undefined;
  const value = readFigure(figure);
  if (value === undefined) return undefined;
  const hasBand = match[0].trimEnd().endsWith('대');
  const around = boundAround(text, { from: start, to: start + whole.length });
  const other = second === undefined ? undefined : readFigure(second.replace(/[₩$€£¥]|[a-z]{3}\s/g, ''));
  const range =
    other !== undefined
      ? rangeBetween(figure, value, second ?? '', other)
      : rangeOf(value, hasBand ? 'band' : (around.bound ?? 'max'));
  const span = {
    from: Math.min(around.from, start - (costSaid?.[0].length ?? 0)),
    to: Math.max(around.to, start + whole.length),
  };
  const isAbout = other === undefined && !hasBand && around.bound === 'about';
  return priceFound(span, isAbout ? { ...range, about: value } : range, {
    currency,
    grams: gramsIn(over ?? per),
    exchange,
  });
}

/** 3~5만원: the multiplier of the second is meant for both. */
function rangeBetween(first: string, low: number, second: string, high: number): { min: number; max: number } {
  const times = /[만천백억k]/.test(first) ? 1 : /만/.test(second) ? 1e4 : /천/.test(second) ? 1e3 : 1;
  const min = low * times > high ? low : low * times;
  return { min: Math.min(min, high), max: Math.max(min, high) };
}

function priceFound(
  { from, to }: { readonly from: number; readonly to: number },
  range: { readonly min?: number; readonly max?: number; readonly about?: number },
  { currency, grams, exchange }: { currency: string | undefined; grams: number; exchange: Exchange | undefined },
): FoundPrice {
  const rate = rateOf(currency, exchange);
  if (rate === undefined) return { from, to, topic: 'price', concept: range.max === undefined ? 'expensive' : 'cheap' };
  const perKg = (value: number) => Number(((value * rate * 1000) / grams).toPrecision(12));
  return {
    from,
    to,
    topic: 'price',
    ...(currency !== undefined && { currency }),
    ...(range.about !== undefined && { about: perKg(range.about) }),
    filter: {
      field: 'pricePerKg',
      ...(range.min !== undefined && { min: perKg(range.min) }),
      ...(range.max !== undefined && { max: perKg(range.max) }),
    },
  };
}

/** What one of `currency` is in the library's; undefined where nobody has said. */
function rateOf(currency: string | undefined, exchange: Exchange | undefined): number | undefined {
  if (currency === undefined || exchange === undefined || currency === exchange.currency) return 1;
  const rate = Object.hasOwn(exchange.rates, currency) ? Number(exchange.rates[currency]) : Number.NaN;
  return Number.isFinite(rate) && rate > 0 ? rate : undefined;
}

const massPattern = new RegExp(mass);

function gramsIn(written: string | undefined): number {
  const [, count, unit] = massPattern.exec(written ?? '') ?? [];
  if (!unit) return 1000;
  return (count ? Number(count) || 1 : 1) * (/^(?:kg|kilo|킬로|키로)/.test(unit) ? 1000 : 1);
}
