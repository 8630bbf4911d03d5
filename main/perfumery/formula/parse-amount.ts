/** @file What a perfumer types into the amount cell, understood or refused with the reason. Pure reading: it changes nothing. */
import { type Decimal, one } from '#perfumery/units/decimal.ts';
import { scaled } from '#perfumery/units/rounding.ts';
import { readNumber } from '#perfumery/units/written-number.ts';
import type { AmountUnit } from './amounts.ts';
import { mostParts } from './formula-limits.ts';

export type AmountFault = 'empty' | 'not-a-number' | 'ambiguous' | 'negative' | 'absurd' | 'unknown-unit' | 'by-zero';

/** `set`: the amount is to be this, in the unit of the column where none was typed. `change`: it is to be made of what is there. */
export type TypedAmount =
  | { readonly does: 'set'; readonly value: Decimal; readonly unit?: AmountUnit }
  | { readonly does: 'change'; readonly how: 'add' | 'multiply' | 'divide'; readonly value: Decimal }
  | { readonly does: 'refuse'; readonly why: AmountFault };

const units: Readonly<Record<string, readonly [AmountUnit, numerator: bigint, denominator: bigint]>> = {
  g: ['gram', 1n, 1n],
  gr: ['gram', 1n, 1n],
  gram: ['gram', 1n, 1n],
  grams: ['gram', 1n, 1n],
  그램: ['gram', 1n, 1n],
  그람: ['gram', 1n, 1n],
  kg: ['gram', 1000n, 1n],
  mg: ['milligram', 1n, 1n],
  밀리그램: ['milligram', 1n, 1n],
  ml: ['millilitre', 1n, 1n],
  밀리: ['millilitre', 1n, 1n],
  밀리리터: ['millilitre', 1n, 1n],
  cc: ['millilitre', 1n, 1n],
  μl: ['millilitre', 1n, 1000n],
  ul: ['millilitre', 1n, 1000n],
  l: ['millilitre', 1000n, 1n],
  drop: ['drop', 1n, 1n],
  drops: ['drop', 1n, 1n],
  gtt: ['drop', 1n, 1n],
  방울: ['drop', 1n, 1n],
  '%': ['percent', 1n, 1n],
  percent: ['percent', 1n, 1n],
  퍼센트: ['percent', 1n, 1n],
  프로: ['percent', 1n, 1n],
  part: ['parts', 1n, 1n],
  parts: ['parts', 1n, 1n],
  pts: ['parts', 1n, 1n],
  부: ['parts', 1n, 1n],
};

/** Reads `12,5`, `1.5g`, `150 mg`, `3방울`, `2%`, and edits on what is there: `+5`, `*2`, `/4`. A leading minus is refused. */
export function parseAmount(typed: string): TypedAmount {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .toLowerCase();
  if (text === '') return { does: 'refuse', why: 'empty' };
  const change = /^([+*×x/÷])\s*([\d.,].*)$/.exec(text);
  if (change) return relative(change[1] ?? '', change[2] ?? '');
  const [, number = '', unitText = ''] = /^([+\-\u2212\u2012-\u2014]?[\d.,'’_\s]*)(.*)$/su.exec(text) ?? [];
  const read = readNumber(number);
  if ('refused' in read) return { does: 'refuse', why: read.refused === 'empty' ? 'not-a-number' : read.refused };
  if (read.value < 0n) return { does: 'refuse', why: 'negative' };
  const written = unitText.trim().replace(/\.$/, '');
  if (written === '') return read.value > mostParts ? absurd : { does: 'set', value: read.value };
  const unit = Object.hasOwn(units, written) ? units[written] : undefined;
  if (!unit) return { does: 'refuse', why: /\d/.test(written) ? 'not-a-number' : 'unknown-unit' };
  const value = scaled(read.value, unit[1], unit[2]);
  return value > mostParts || (unit[0] === 'percent' && value > 100n * one)
    ? absurd
    : { does: 'set', value, unit: unit[0] };
}

/** What a relative edit makes of an amount. Undefined when it would fall outside what a line may hold. */
export function changedAmount(
  now: Decimal,
  { how, value }: Extract<TypedAmount, { does: 'change' }>,
): Decimal | undefined {
  const next = how === 'add' ? now + value : how === 'multiply' ? scaled(now, value, one) : scaled(now, one, value);
  return next > mostParts ? undefined : (next as Decimal);
}

const absurd: TypedAmount = { does: 'refuse', why: 'absurd' };

function relative(sign: string, rest: string): TypedAmount {
  const read = readNumber(rest);
  if ('refused' in read) return { does: 'refuse', why: read.refused === 'empty' ? 'not-a-number' : read.refused };
  if (read.value > mostParts) return absurd;
  if (sign === '+') return { does: 'change', how: 'add', value: read.value };
  if (sign === '/' || sign === '÷') {
    return read.value === 0n
      ? { does: 'refuse', why: 'by-zero' }
      : { does: 'change', how: 'divide', value: read.value };
  }
  return { does: 'change', how: 'multiply', value: read.value };
}
