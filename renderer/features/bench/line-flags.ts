import type { LineId } from '#foundation/ids.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';

export type LineFlag = 'prohibited' | 'over' | 'unknown';

const weight: Readonly<Record<LineFlag, number>> = { prohibited: 3, over: 2, unknown: 1 };

/** The worst thing each line has a part in, in one category; lines with nothing to say are absent. */
export function lineFlags(answer: SafetyAnswer, category: Category): ReadonlyMap<LineId, LineFlag> {
  const flags = new Map<LineId, LineFlag>();
  const raise = (lineId: LineId, flag: LineFlag) => {
    const before = flags.get(lineId);
    if (!before || weight[flag] > weight[before]) flags.set(lineId, flag);
  };
  for (const { cells, contributions } of answer.findings) {
    const { verdict } = cells[category];
    if (verdict === 'pass') continue;
    for (const { lineId } of contributions) raise(lineId, verdict === 'prohibited' ? 'prohibited' : 'over');
  }
  for (const { lineId, blocks } of answer.unknowns) if (blocks) raise(lineId, 'unknown');
  return flags;
}
