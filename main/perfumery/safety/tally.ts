/** @file How much of each regulated substance is in the finished product, and by which lines it came there. */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { Exploded, Leaf } from '#perfumery/formula/explode.ts';
import type { Material } from '#perfumery/material/material.ts';
import { type DecimalText, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { quotient } from '#perfumery/units/whole.ts';
import type { Contribution, Unknown } from './answer.ts';
import type { IndexedRegulation } from './index-regulation.ts';
import { type Profile, type Source, wholeShare } from './profile-material.ts';

/**
 * The finished product on a scale. A weight `w` is an amount times a share; it makes `w × dosage ÷ mass` billionths of a
 * percent of the product.
 */
export interface Scale {
  readonly lines: Exploded['lines'];
  readonly thousandth: bigint;
  /** Of `wholeShare`: how much of the product `amount` units are. All of it where carrier lines are in the formula. */
  readonly dosage: bigint;
  /** Amount the shares refer to: the concentrate, or with carrier lines everything. */
  readonly amount: bigint;
  /** `amount × wholeShare`, at least 1. */
  readonly mass: bigint;
  readonly concentrate: bigint;
  readonly carrier: bigint;
  /** How many low bits of a weight a float leaves out so that it cannot overflow: 0 but for accords nested very deep. */
  readonly shift: bigint;
  /** Billionths of a percent that a weight of one makes, as a float. */
  readonly perWeight: number;
}

/** What was counted for one target. */
export interface Tally {
  readonly target: number;
  weight: bigint;
  /** The part of `weight` that carrier lines bring. */
  carried: bigint;
  readonly entries: Entry[];
  /** Those of `entries` whose addition is prohibited. */
  readonly prohibited: Entry[];
}

/** One contribution, with the place of its line in the formula. The same object in every tally it counts for. */
export interface Entry {
  readonly line: number;
  readonly weight: bigint;
  /** What it makes of the product as a float, for sorting. */
  readonly size: number;
  readonly isRich: boolean;
  readonly contribution: Contribution;
}

export interface Count {
  /** By target; undefined where nothing touches it. */
  readonly tallies: readonly (Tally | undefined)[];
  readonly unknowns: readonly Unknown[];
}

/** Sets `exploded` on the scale at `dosage`. Carrier lines that weigh something overrule it. */
export function weigh(exploded: Exploded, dosage: string): Scale {
  const { lines, concentrate, carrier, thousandth } = exploded;
  const amount = concentrate + carrier;
  const mass = amount === 0n ? 1n : amount * wholeShare;
  const share = carrier > 0n ? wholeShare : decimal(dosage);
  const bits = 4 * mass.toString(16).length;
  const shift = BigInt(Math.max(0, bits - 800));
  return {
    lines,
    thousandth,
    concentrate,
    carrier,
    dosage: share,
    amount,
    mass,
    shift,
    perWeight: Number(share) / Number(mass >> shift),
  };
}

/** Billionths of a percent of the finished product that `weight` makes, rounded to the nearest. */
export function percentOf(weight: bigint, scale: Scale): bigint {
  return quotient(weight * scale.dosage, scale.mass);
}

/** The same as a float before rounding, right to fourteen figures or so: for what is then decided exactly where it is close. */
export function roughPercentOf(weight: bigint, { shift, perWeight }: Scale): number {
  return Number(shift === 0n ? weight : weight >> shift) * perWeight;
}

/** The text of `percentOf`, from `rough`, its value before rounding, unless the rounding is too close to call. */
export function percentText(weight: bigint, scale: Scale, rough = roughPercentOf(weight, scale)): DecimalText {
  const floor = Math.floor(rough);
  const rest = rough - floor;
  if (!(rough < 1e12) || Math.abs(rest - 0.5) < 0.01) return decimalText(percentOf(weight, scale));
  const billionths = rest < 0.5 ? floor : floor + 1;
  const fraction = billionths % 1e9;
  const whole = (billionths - fraction) / 1e9;
  if (fraction === 0) return `${whole}` as DecimalText;
  const digits = `${fraction + 1e9}`;
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === zeroDigit) end -= 1;
  return `${whole}.${digits.slice(1, end)}` as DecimalText;
}

const zeroDigit = 48;

interface Book {
  readonly index: IndexedRegulation;
  readonly profileOf: (materialId: MaterialId) => Profile | undefined;
}

/** Counts everything on the scale for every target at once. */
export function count(scale: Scale, { index, profileOf }: Book): Count {
  const tallies: (Tally | undefined)[] = new Array(index.targets.length).fill(undefined);
  const unknowns: Unknown[] = [];

  for (let line = 0; line < scale.lines.length; line += 1) {
    const { lineId, isCarrier, leaves, problems } = scale.lines[line] as Scale['lines'][number];
    const told = unknowns.length;
    for (const { why, ...rest } of problems)
      tell(unknowns, told, { lineId, ...rest, why: why === 'accord-empty' ? 'no-composition' : why, blocks: true });

    for (const leaf of leaves) {
      const { materialId } = leaf;
      const profile = profileOf(materialId);
      if (!profile) {
        tell(unknowns, told, { lineId, materialId, why: 'material-missing', blocks: true });
        continue;
      }
      for (const unknown of profile.unknowns) tell(unknowns, told, { lineId, materialId, ...unknown });
      for (const source of profile.sources) {
        const entry = entryOf({ line, lineId, isCarrier, leaf, source, scale });
        for (const { target, prohibited } of source.hits) {
          let tally = tallies[target];
          if (!tally) tallies[target] = tally = { target, weight: 0n, carried: 0n, entries: [], prohibited: [] };
          tally.weight += entry.weight;
          if (isCarrier) tally.carried += entry.weight;
          tally.entries.push(entry);
          if (prohibited) tally.prohibited.push(entry);
        }
      }
    }
  }
  return { tallies, unknowns };
}

/** Says something about a line once: what was said of the lines before ends at `told`. */
function tell(unknowns: Unknown[], told: number, { lineId, materialId, why, blocks }: Unknown) {
  for (let at = told; at < unknowns.length; at += 1) {
    const before = unknowns[at];
    if (before?.why === why && before.materialId === materialId) return;
  }
  unknowns.push({ lineId, ...(materialId !== undefined && { materialId }), why, blocks });
}

interface Weighed {
  readonly line: number;
  readonly lineId: LineId;
  readonly isCarrier: boolean;
  readonly leaf: Leaf;
  readonly source: Source;
  readonly scale: Scale;
}

/** One entry for all the targets its source touches. */
function entryOf({ line, lineId, isCarrier, leaf, source, scale }: Weighed): Entry {
  const { constituent, share, isRich } = source;
  const weight = leaf.amount * share;
  const size = roughPercentOf(weight, scale);
  const itself = isCarrier ? 'carrier' : leaf.role === 'solvent' ? 'solvent' : 'direct';
  const contribution: Contribution = {
    lineId,
    materialId: leaf.materialId,
    percent: percentText(weight, scale, size),
    via: constituent === undefined ? itself : 'constituent',
    path: constituent === undefined ? leaf.path : [...leaf.path, constituent],
  };
  return { line, weight, size, isRich, contribution };
}

/** The contributions of `entries`, largest first. */
export function contributionsOf(entries: readonly Entry[]): Contribution[] {
  const sorted = [...entries];
  if (sorted.length > fewEntries) sorted.sort((a, b) => b.size - a.size);
  else sortFew(sorted);
  return sorted.map((entry) => entry.contribution);
}

const fewEntries = 20;

/** Insertion sort: there are hundreds of short lists in every answer, and it is several times faster on those. */
function sortFew(entries: Entry[]) {
  for (let at = 1; at < entries.length; at += 1) {
    const entry = entries[at] as Entry;
    let place = at;
    for (; place > 0; place -= 1) {
      const before = entries[place - 1] as Entry;
      if (before.size >= entry.size) break;
      entries[place] = before;
    }
    entries[place] = entry;
  }
}

/** Looks materials up and remembers what a regulation sees in them, until the material changes. */
export function profileBook(
  materials: (id: MaterialId) => Material | undefined,
  profile: (material: Material) => Profile,
): Book['profileOf'] {
  const known = new Map<MaterialId, { readonly material: Material; readonly profile: Profile }>();
  return (id) => {
    const material = materials(id);
    if (!material) return undefined;
    const before = known.get(id);
    if (before?.material === material) return before.profile;
    const fresh = profile(material);
    known.set(id, { material, profile: fresh });
    return fresh;
  };
}
