import { expect, it } from 'vitest';
import type { LineId } from '#foundation/ids.ts';
import type { Cell, SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { lineFlags } from './line-flags.ts';

it('keeps the worst flag of a line, in the category asked about', () => {
  const contribution = (lineId: string) => ({
    lineId: lineId as LineId,
    materialId: 'm',
    percent: '1' as DecimalText,
    via: 'direct',
    path: [],
  });
  const finding = (lineIds: string[], four: Cell['verdict'], nine: Cell['verdict']) => ({
    contributions: lineIds.map(contribution),
    cells: { '4': { verdict: four, ratio: 1 }, '9': { verdict: nine, ratio: 1 } },
  });
  const answer = {
    findings: [finding(['a', 'b'], 'over-limit', 'pass'), finding(['b'], 'prohibited', 'pass')],
    unknowns: [
      { lineId: 'a', why: 'no-cas', blocks: true },
      { lineId: 'c', why: 'no-cas', blocks: true },
      { lineId: 'd', why: 'grade-unspecified', blocks: false },
    ],
  } as unknown as SafetyAnswer;
  expect([...lineFlags(answer, '4')]).toEqual([
    ['a', 'over'],
    ['b', 'prohibited'],
    ['c', 'unknown'],
  ]);
  expect([...lineFlags(answer, '9')]).toEqual([
    ['a', 'unknown'],
    ['c', 'unknown'],
  ]);
});
