/** @file Which standards, prohibitions and allergen lists a single material touches, itself or through what is in it. */
import type { InTwoLanguages, Material } from '#perfumery/material/material.ts';
import { type Category, categories } from '#perfumery/safety/category.ts';
import {
  type Ceiling,
  type IndexedRegulation,
  indexRegulation,
  type Target,
} from '#perfumery/safety/index-regulation.ts';
import { profileMaterial, wholeShare } from '#perfumery/safety/profile-material.ts';
import type { Regulation } from '#perfumery/safety/regulation.ts';
import type { Decimal } from '#perfumery/units/decimal.ts';

/** Something a regulation says of a material. */
export interface Touch {
  readonly kind: Target['kind'];
  /** Unique among the touches of a material. */
  readonly key: string;
  readonly title: InTwoLanguages;
  /** Using the material as such is not allowed at all. */
  readonly isProhibited: boolean;
  /** What of the material counts, in %. */
  readonly content: Decimal;
  /** CAS of the constituents it comes through; none when it is the material itself. */
  readonly through: readonly string[];
  /** What the standard allows in the category asked about; only for standards. */
  readonly ceiling?: Ceiling;
  /** Key of the allergen list it stands on. */
  readonly list?: string;
}

/** The highest share of a finished product that one material alone may have, in % rounded down to two figures. */
export type HighestUse = { readonly state: 'prohibited' } | { readonly state: 'limit'; readonly percent: Decimal };

const indexes = new WeakMap<Regulation, IndexedRegulation>();
const highest = new WeakMap<Regulation, WeakMap<Material, HighestUse | null>>();

/** Everything that touches `material`, standards first, the tightest first. */
export function touchesOf(material: Material, regulation: Regulation, category: Category): readonly Touch[] {
  const index = indexOf(regulation);
  const place = categories.indexOf(category);
  const byTarget = new Map<number, { share: bigint; isProhibited: boolean; through: string[] }>();
  for (const { share, constituent, hits } of profileMaterial(material, index).sources) {
    for (const hit of hits) {
      const before = byTarget.get(hit.target) ?? { share: 0n, isProhibited: false, through: [] };
      before.share += share;
      before.isProhibited ||= hit.prohibited;
      if (constituent !== undefined) before.through.push(constituent);
      byTarget.set(hit.target, before);
    }
  }
  return [...byTarget]
    .flatMap(([at, { share, isProhibited, through }]) => {
      const target = index.targets[at];
      return target ? [touch(target, { share, isProhibited, through, place })] : [];
    })
    .sort((a, b) => order[a.kind] - order[b.kind] || tightness(a) - tightness(b));
}

/** How much of `material` alone the standards allow in `category`; undefined where none of them limits it. */
export function highestUse(material: Material, regulation: Regulation, category: Category): HighestUse | undefined {
  const known = highest.get(regulation) ?? new WeakMap<Material, HighestUse | null>();
  highest.set(regulation, known);
  const before = known.get(material);
  if (before !== undefined) return before ?? undefined;
  let least: bigint | undefined;
  let isProhibited = false;
  for (const { kind, ceiling, content, isProhibited: is } of touchesOf(material, regulation, category)) {
    if (kind !== 'standard') continue;
    if (is) isProhibited = true;
    else if (ceiling?.state === 'limit' && content > 0n) {
      const most = (ceiling.limit * wholeShare) / content;
      if (least === undefined || most < least) least = most;
    }
  }
  const isLimited = least !== undefined && least < wholeShare;
  const answer: HighestUse | null = isProhibited
    ? { state: 'prohibited' }
    : isLimited
      ? { state: 'limit', percent: roundedDown(least ?? 0n) }
      : null;
  known.set(material, answer);
  return answer ?? undefined;
}

/** At most two figures that say something, never more than `value`. */
function roundedDown(value: bigint): Decimal {
  const step = 10n ** BigInt(Math.max(0, value.toString().length - 2));
  return (value - (value % step)) as Decimal;
}

const order: Readonly<Record<Target['kind'], number>> = { standard: 0, 'eu-prohibited': 1, allergen: 2 };

function indexOf(regulation: Regulation): IndexedRegulation {
  const known = indexes.get(regulation) ?? indexRegulation(regulation);
  indexes.set(regulation, known);
  return known;
}

function touch(
  target: Target,
  found: { share: bigint; isProhibited: boolean; through: readonly string[]; place: number },
): Touch {
  const { share, isProhibited, through, place } = found;
  const common = { kind: target.kind, content: share as Decimal, through };
  if (target.kind === 'standard') {
    const { standard, ceilings } = target;
    const ceiling = ceilings.distinct[ceilings.places[place] ?? -1];
    return {
      ...common,
      key: `standard ${standard.key}`,
      title: standard.title,
      isProhibited: isProhibited || (through.length === 0 && ceiling?.state === 'prohibited'),
      ...(ceiling && { ceiling }),
    };
  }
  if (target.kind === 'eu-prohibited')
    return { ...common, isProhibited, key: `eu ${target.substance.key}`, title: target.substance.name };
  const { list, allergen } = target;
  return {
    ...common,
    isProhibited: false,
    key: `${list.key} ${allergen.key}`,
    title: allergen.name,
    list: list.key,
  };
}

function tightness({ isProhibited, ceiling, content }: Touch): number {
  if (isProhibited) return -1;
  return ceiling?.state === 'limit' && content > 0n ? Number(ceiling.limit) / Number(content) : Number.MAX_VALUE;
}
