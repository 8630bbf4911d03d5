import { expect, test } from 'vitest';
import type { MaterialEvolution } from '#perfumery/odour/evolution.ts';
import { materialId } from '#tests/fixtures/bench.ts';
import { longest } from './longest.ts';

const one = (
  id: string,
  hours: number,
  more: Partial<MaterialEvolution> = {},
  isBeyond = false,
): MaterialEvolution => ({
  materialId: materialId(id),
  lineIds: [],
  family: 'floral',
  composition: 'single',
  isSolvent: false,
  share: 0.1,
  inputs: { vapourPressure: 'known', molecularWeight: 'known', odourThreshold: 'known', activity: 'ideal' },
  left: [1, 1],
  role: 'heart',
  tenacity: { hours, isBeyond },
  ...more,
});

test('the whole lasts as long as what is smelled last in it, solvents aside', () => {
  const materials = [one('a', 3), one('b', 9), one('solvent', 20, { isSolvent: true })];
  expect(longest({ materials })?.materialId).toBe('b');
});

test('of what outlasts the reckoning the stronger at the end stands for the whole', () => {
  const materials = [
    one('a', 48, { odourValue: [9, 2] }, true),
    one('b', 48, { odourValue: [9, 7] }, true),
    one('c', 47, {}, false),
  ];
  expect(longest({ materials })?.materialId).toBe('b');
});

test('nothing lasts where nothing reaches its threshold', () => {
  expect(longest({ materials: [one('a', 0)] })).toBeUndefined();
});
