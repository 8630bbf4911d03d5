import { expect, test } from 'vitest';
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Contribution } from '#perfumery/safety/answer.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { contributorsOf, linesBehind } from './contributors.ts';

function contribution(lineId: string, percent: string): Contribution {
  return {
    lineId: lineId as LineId,
    materialId: 'm' as MaterialId,
    percent: percent as DecimalText,
    via: 'direct',
    path: ['m'],
  };
}

test('contributions of one line are added up, and the largest line comes first', () => {
  const given = [contribution('a', '0.3'), contribution('b', '0.4'), contribution('a', '0.2')];
  const contributors = contributorsOf(given);
  expect(contributors.map(({ lineId, percent }) => [lineId, percent])).toEqual([
    ['a', 500_000_000n],
    ['b', 400_000_000n],
  ]);
  expect(contributors[0]?.contributions).toHaveLength(2);
});

test('each line is named once', () => {
  const given = [contribution('a', '0.3'), contribution('b', '0.4'), contribution('a', '0.2')];
  expect(linesBehind(given)).toEqual(['a', 'b']);
});
