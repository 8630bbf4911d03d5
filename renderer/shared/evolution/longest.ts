import type { Evolution, MaterialEvolution } from '#perfumery/odour/evolution.ts';

/** The material, no solvent, that is smelled last of all; undefined where none reaches its threshold. */
export function longest({ materials }: Pick<Evolution, 'materials'>): MaterialEvolution | undefined {
  let last: MaterialEvolution | undefined;
  for (const one of materials) {
    if (one.isSolvent || !one.tenacity || one.tenacity.hours === 0) continue;
    if (last?.tenacity && !isLonger(one.tenacity, last.tenacity, strengthAtEnd(one) > strengthAtEnd(last))) continue;
    last = one;
  }
  return last;
}

type Tenacity = NonNullable<MaterialEvolution['tenacity']>;

function isLonger(a: Tenacity, b: Tenacity, isStronger: boolean): boolean {
  if (a.isBeyond && b.isBeyond) return isStronger;
  return a.isBeyond || (!b.isBeyond && a.hours > b.hours);
}

function strengthAtEnd({ odourValue }: MaterialEvolution): number {
  return odourValue?.at(-1) ?? 0;
}
