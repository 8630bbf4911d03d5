import { expect, test } from 'vitest';
import type { AllergenFinding } from '#perfumery/safety/answer.ts';
import type { Allergen, AllergenList } from '#perfumery/safety/regulation.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { labelText } from './label-text.ts';

function entry(key: string, inci: string, ko: string): Allergen {
  return { key, inci, name: { en: inci, ko }, cas: [], source: 'test' };
}

const allergens = [
  entry('limonene', 'Limonene', '리모넨'),
  entry('linalool', 'Linalool', '리날룰'),
  entry('alpha', 'Rose Ketones', '로즈 케톤'),
  entry('beta', 'Rose Ketones', '로즈 케톤'),
];
const list: AllergenList = {
  key: 'eu-2023-1545',
  title: { en: 'EU', ko: 'EU' },
  regulation: 'test',
  checked: '2026-01-01',
  thresholds: { leaveOn: '0.001', rinseOff: '0.01' },
  allergens,
};

function finding(key: string, declared: { readonly on: boolean; readonly off: boolean }): AllergenFinding {
  return {
    key,
    percent: '0.005' as DecimalText,
    declareLeaveOn: declared.on,
    declareRinseOff: declared.off,
    contributions: [],
  };
}

const both = { on: true, off: true };

test('the label names what is above the threshold of its kind of product, in the order given', () => {
  const findings = [finding('linalool', both), finding('limonene', { on: true, off: false })];
  expect(labelText(list, findings, 'leave-on')).toBe('Linalool, Limonene');
  expect(labelText(list, findings, 'rinse-off')).toBe('Linalool');
});

test('two entries with one name are named once', () => {
  expect(labelText(list, [finding('alpha', both), finding('beta', both)], 'leave-on')).toBe('Rose Ketones');
});

test('a Korean label uses the Korean names', () => {
  expect(labelText({ ...list, key: 'kr-25' }, [finding('limonene', both)], 'leave-on')).toBe('리모넨');
});

test('nothing above the threshold leaves the label empty', () => {
  expect(labelText(list, [finding('limonene', { on: false, off: false })], 'leave-on')).toBe('');
});
