/**
 * @file Figures as text in the language of the moment, always with their unit. Exact decimals go to `Intl` as text, so nothing
 * is lost on the way and nothing reads better than it is.
 */
import { type Decimal, type DecimalText, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { type Language, useText } from './text.ts';

/** An exact decimal, as a number of billionths or as text. */
export type Amount = Decimal | DecimalText;

export interface Numbers {
  /** A bare figure with at most `figures` significant digits, 3 unless told. */
  plain(value: Amount, figures?: number): string;
  /** A figure that was reckoned and not entered, with at most `figures` significant digits, 3 unless told. */
  float(value: number, figures?: number): string;
  /** `0.0412 %`, at most `figures` significant digits, 3 unless told. */
  percent(value: Amount, figures?: number): string;
  /** Every digit there is: for what is about to be written into the formula. */
  exact(value: Amount): string;
  percentExact(value: Amount): string;
  /** Two percentages with as many digits as it takes to tell them apart when they differ. */
  percentsApart(a: Amount, b: Amount): readonly [string, string];
  /** A share given as a float, `0.873` -> `87 %`. Rounded to whole percents but never across 100 %. Infinity has no text. */
  ratio(value: number): string;
  gram(value: Amount): string;
  millilitre(value: Amount): string;
  /** `value` in an ISO 4217 currency; below one unit with up to four decimals. */
  money(value: Amount, currency: string): string;
  /** An ISO date as a day of the calendar, `1991-12` as a month. */
  day(date: string): string;
}

/** No-break space: a figure and its unit stay on one line. */
const gap = '\u00a0';
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', ko: 'ko-KR' };
const known = new Map<Language, Numbers>();

/** The figures of a language. */
export function numbersIn(language: Language): Numbers {
  const made = known.get(language) ?? makeNumbers(locales[language]);
  known.set(language, made);
  return made;
}

/** The figures of the language of the moment. */
export function useNumbers(): Numbers {
  return numbersIn(useText('numbers').language);
}

function makeNumbers(locale: string): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  const say = (value: Amount, options: Intl.NumberFormatOptions, key: string): string => {
    let format = formats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(locale, options);
      formats.set(key, format);
    }
    return format.format(asText(value) as Intl.StringNumericLiteral);
  };
  const plain = (value: Amount, figures = 3) => say(value, { maximumSignificantDigits: figures }, `figures ${figures}`);
  const exact = (value: Amount) => say(value, { maximumFractionDigits: 9 }, 'exact');
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });

  return {
    plain,
    exact,
    float: (value, figures) => plain(value.toFixed(9) as DecimalText, figures),
    percent: (value, figures) => `${plain(value, figures)}${gap}%`,
    percentExact: (value) => `${exact(value)}${gap}%`,
    percentsApart: (a, b) => {
      for (let figures = 3; figures < 15; figures += 1) {
        const [left, right] = [plain(a, figures), plain(b, figures)];
        if (left !== right) return [`${left}${gap}%`, `${right}${gap}%`];
      }
      return [`${plain(a)}${gap}%`, `${plain(b)}${gap}%`];
    },
    ratio: (value) => {
      if (!Number.isFinite(value)) return '';
      const percents = value * 100;
      const whole =
        value > 1 ? Math.max(101, Math.round(percents)) : value < 1 ? Math.min(99, Math.round(percents)) : 100;
      if (value > 0 && whole === 0) return `<${gap}1${gap}%`;
      return `${plain(decimal(String(whole)), 15)}${gap}%`;
    },
    gram: (value) => `${plain(value, 4)}${gap}g`,
    millilitre: (value) => `${plain(value, 4)}${gap}mL`,
    money: (value, currency) => {
      const isSmall = isBelowOne(value);
      const digits: Intl.NumberFormatOptions = isSmall ? { minimumFractionDigits: 0, maximumFractionDigits: 4 } : {};
      return say(value, { style: 'currency', currency, ...digits }, `${isSmall ? 'small' : 'money'} ${currency}`);
    },
    day: (date) => (date.length === 7 ? months : days).format(new Date(date)),
  };
}

function asText(value: Amount): DecimalText {
  return typeof value === 'bigint' ? decimalText(value) : value;
}

function isBelowOne(value: Amount): boolean {
  const billionths = typeof value === 'bigint' ? value : decimal(value);
  return billionths !== 0n && billionths < 1_000_000_000n && billionths > -1_000_000_000n;
}
