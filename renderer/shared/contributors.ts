/** @file Contributions as a perfumer asks for them: which lines bring how much. */
import type { LineId } from '#foundation/ids.ts';
import type { Contribution } from '#perfumery/safety/answer.ts';
import { type Decimal, decimal } from '#perfumery/units/decimal.ts';

/** One line and everything it brings. */
export interface Contributor {
  readonly lineId: LineId;
  /** % of the finished product. */
  readonly percent: Decimal;
  /** Largest first. */
  readonly contributions: readonly Contribution[];
}

/** The contributions line by line, largest line first. */
export function contributorsOf(contributions: readonly Contribution[]): readonly Contributor[] {
  const byLine = new Map<LineId, { sum: bigint; contributions: Contribution[] }>();
  for (const contribution of contributions) {
    const before = byLine.get(contribution.lineId) ?? { sum: 0n, contributions: [] };
    before.sum += decimal(contribution.percent);
    before.contributions.push(contribution);
    byLine.set(contribution.lineId, before);
  }
  return [...byLine]
    .map(([lineId, { sum, contributions }]) => ({ lineId, percent: sum as Decimal, contributions }))
    .sort((a, b) => (a.percent === b.percent ? 0 : a.percent < b.percent ? 1 : -1));
}

/** The lines behind contributions, each once, largest first. */
export function linesBehind(contributions: readonly Contribution[]): readonly LineId[] {
  return [...new Set(contributions.map(({ lineId }) => lineId))];
}
