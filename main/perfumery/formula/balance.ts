/** @file Bringing the concentrate to a round total, so that parts read as percent or per mille, exactly. */
import { type Decimal, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { roundToPlaces, scaled } from '#perfumery/units/rounding.ts';
import type { Formula, Line } from './formula.ts';

/** `locked-exceed`: the locked lines leave no room. `nothing-to-balance`: no unlocked line weighs anything. */
export type Balanced =
  | { readonly formula: Formula }
  | { readonly refused: 'locked-exceed' | 'nothing-to-balance'; readonly locked: Decimal };

/**
 * Scales the unlocked lines so that the concentrate comes to exactly `total`. Locked and carrier lines stay as they are.
 * Lines are rounded to `places` decimals; one that this would change by more than 5 % keeps as many more as it needs, so
 * that no trace material is rounded away. What rounding leaves over goes to the largest unlocked line.
 */
export function balance(
  formula: Formula,
  { total, places }: { readonly total: Decimal; readonly places: number },
): Balanced {
  const concentrate = formula.lines.filter(({ carrier }) => !carrier);
  const locked = sum(concentrate.filter((line) => line.locked));
  const free = concentrate.filter((line) => !line.locked && decimal(line.parts) > 0n);
  const room = total - locked;
  if (free.length === 0) {
    return room === 0n && locked > 0n
      ? { formula }
      : { refused: room < 0n ? 'locked-exceed' : 'nothing-to-balance', locked };
  }
  if (room <= 0n) return { refused: 'locked-exceed', locked };
  const parts = shareOut(free, room as Decimal, places);
  if (!parts) return { refused: 'locked-exceed', locked };
  return {
    formula: {
      lines: formula.lines.map((line) => {
        const now = parts.get(line);
        return now === undefined || now === decimal(line.parts) ? line : { ...line, parts: decimalText(now) };
      }),
    },
  };
}

function shareOut(free: readonly Line[], room: Decimal, places: number): ReadonlyMap<Line, Decimal> | undefined {
  const before = sum(free);
  const exact = new Map(free.map((line) => [line, scaled(decimal(line.parts), room, before)]));
  const largest = free.reduce((most, line) => (decimal(line.parts) > decimal(most.parts) ? line : most));
  for (let at = Math.max(0, Math.min(9, places)); at <= 9; at += 1) {
    const rounded = new Map([...exact].map(([line, value]) => [line, gently(value, at)]));
    const left = room - [...rounded.values()].reduce((all, value) => all + value, 0n);
    const rest = ((rounded.get(largest) ?? 0n) + left) as Decimal;
    rounded.set(largest, rest);
    const isClose = isNear(rest, exact.get(largest) ?? 0n);
    if (isClose || at === 9) return [...rounded.values()].every((value) => value > 0n) ? rounded : undefined;
  }
  return undefined;
}

/** Rounded to `places`, or to as many more as keep the change under 5 %. */
function gently(value: Decimal, places: number): Decimal {
  for (let at = places; at < 9; at += 1) {
    const rounded = roundToPlaces(value, at);
    if (isNear(rounded, value)) return rounded;
  }
  return value;
}

function isNear(rounded: bigint, exact: bigint): boolean {
  const off = rounded > exact ? rounded - exact : exact - rounded;
  return rounded > 0n && off * 20n <= exact;
}

function sum(lines: readonly Line[]): Decimal {
  return lines.reduce((all, line) => all + decimal(line.parts), 0n) as Decimal;
}
