import { describe, expect, test } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import type { Material } from '#perfumery/material/material.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { Limit, Regulation } from '#perfumery/safety/regulation.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { highestUse, touchesOf } from './touches.ts';

const limits = (percent: string) =>
  Object.fromEntries(categories.map((category) => [category, { state: 'limit', percent }])) as Record<Category, Limit>;
const common = { amendment: 51, drivers: [] };
const regulation: Regulation = {
  ifra: {
    amendment: 51,
    checked: '2026-01-01',
    provenance: '',
    verifyAt: '',
    standards: [
      {
        ...common,
        key: 'geraniol',
        title: { en: 'Geraniol', ko: '제라니올' },
        kinds: ['restriction'],
        scope: { cas: ['106-24-1'] },
        limits: limits('4.7'),
      },
      {
        ...common,
        key: 'banned',
        title: { en: 'Banned', ko: '금지' },
        kinds: ['prohibition'],
        scope: { cas: ['80-54-6'] },
      },
    ],
    groups: [],
  },
  euLaw: { checked: '2026-01-01', prohibited: [] },
  allergenLists: [
    {
      key: 'kr-25',
      title: { en: '', ko: '' },
      regulation: '',
      checked: '2026-01-01',
      thresholds: { leaveOn: '0.001', rinseOff: '0.01' },
      allergens: [
        { key: 'geraniol', inci: 'Geraniol', name: { en: 'Geraniol', ko: '' }, cas: ['106-24-1'], source: '' },
      ],
    },
  ],
};

function material(facts: Partial<Material>): Material {
  return {
    id: 'm' as MaterialId,
    name: { en: 'm', ko: '' },
    aliases: { en: [], ko: [] },
    cas: [],
    kind: 'natural',
    family: 'floral',
    role: 'heart',
    descriptors: [],
    flags: [],
    ...facts,
  };
}
const rose = material({
  cas: ['8007-01-0'],
  constituents: [{ cas: '106-24-1', name: 'Geraniol', typical: 15, method: 'own-estimate', source: '' }],
});

describe('what touches a material', () => {
  test('a standard and an allergen list touch it through a constituent, with its share', () => {
    expect(touchesOf(rose, regulation, '4').map(({ kind, through, content }) => [kind, through, content])).toEqual([
      ['standard', ['106-24-1'], decimal('15')],
      ['allergen', ['106-24-1'], decimal('15')],
    ]);
  });

  test('the highest use is the limit over the share, rounded down', () => {
    expect(highestUse(rose, regulation, '4')).toEqual({ state: 'limit', percent: decimal('31') });
    expect(highestUse(material({ cas: ['106-24-1'] }), regulation, '4')).toEqual({
      state: 'limit',
      percent: decimal('4.7'),
    });
  });

  test('a prohibited material has no use, an untouched one no bound', () => {
    expect(highestUse(material({ cas: ['80-54-6'], kind: 'synthetic' }), regulation, '4')).toEqual({
      state: 'prohibited',
    });
    expect(highestUse(material({ cas: ['64-17-5'] }), regulation, '4')).toBeUndefined();
  });
});
