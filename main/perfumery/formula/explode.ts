/**
 * @file A formula taken apart into what is really in it: accords opened to any depth, dilutions split into material and
 * solvent. Amounts are whole numbers of one common unit, so whatever is decided from them is decided exactly.
 *
 * An accord stands for its concentrate: carrier lines inside an accord are left out. An accord that reaches itself is not
 * opened at all; its mass stays in the total and a problem says so.
 */
import { invariant } from '#foundation/errors.ts';
import type { LineId, MaterialId, TrialId } from '#foundation/ids.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { gcd, lcm } from '#perfumery/units/whole.ts';
import type { Accords, Formula, Line } from './formula.ts';

/** Some material at the end of a line. `amount` is in the unit of the whole explosion. */
export interface Leaf {
  readonly materialId: MaterialId;
  readonly amount: bigint;
  /** Weighed for itself, or as what something else is diluted in. */
  readonly role: 'neat' | 'solvent';
  /** Trial ids of the accords it lies in, outermost first, then the material id. */
  readonly path: readonly string[];
}

/** Why part of a line's mass could not be named. `accord-empty`: an accord without a single part in it. */
export interface ExplosionProblem {
  readonly why: 'accord-missing' | 'accord-cycle' | 'accord-empty' | 'solvent-not-named';
  /** What was diluted in an unnamed solvent. */
  readonly materialId?: MaterialId;
}

export interface ExplodedLine {
  readonly lineId: LineId;
  readonly isCarrier: boolean;
  /** What the line weighs, solvent included. At least the sum of its leaves; more where something could not be named. */
  readonly amount: bigint;
  readonly leaves: readonly Leaf[];
  readonly problems: readonly ExplosionProblem[];
}

export interface Exploded {
  /** In the order of the formula; a line of no parts has amount 0 and no leaves. */
  readonly lines: readonly ExplodedLine[];
  /** Sum of the lines that are no carrier: the denominator of every share of the concentrate. */
  readonly concentrate: bigint;
  /** Sum of the carrier lines. */
  readonly carrier: bigint;
  /** How many units a thousandth of a part weighs. */
  readonly thousandth: bigint;
}

/** An accord as seen from outside: `leaves` add up to `total` unless something in it could not be named. */
interface Opened {
  readonly total: bigint;
  readonly leaves: readonly Leaf[];
  readonly problems: readonly ExplosionProblem[];
}

/** Opens an accord line's accord, or says why it cannot be. */
type Open = (trialId: TrialId) => Opened | ExplosionProblem['why'];

/** 100 %, in billionths of a percent. */
const whole = 100_000_000_000n;
/** A thousandth of a part, in billionths. */
const thousandthOfPart = 1_000_000n;
/** Above this an accord is folded by material, so that accords of accords cannot grow without end. */
const mostLeaves = 1000;

/** Takes `formula` apart, looking up its accords in `accords`. Exact; amounts must not be negative, dilutions at most 100 %. */
export function explode(formula: Formula, accords: Accords): Exploded {
  const { lines, thousandth } = flatten(formula.lines, opener(accords));
  let concentrate = 0n;
  let carrier = 0n;
  for (const line of lines) {
    if (line.isCarrier) carrier += line.amount;
    else concentrate += line.amount;
  }
  return { lines, concentrate, carrier, thousandth };
}

function opener(accords: Accords): Open {
  const known = new Map<TrialId, ReturnType<Open>>();
  const opening = new Set<TrialId>();
  const open: Open = (trialId) => {
    const before = known.get(trialId);
    if (before !== undefined) return before;
    if (opening.has(trialId)) return 'accord-cycle';
    opening.add(trialId);
    const opened = openOnce(trialId, accords, open);
    opening.delete(trialId);
    known.set(trialId, opened);
    return opened;
  };
  return open;
}

function openOnce(trialId: TrialId, accords: Accords, open: Open): ReturnType<Open> {
  const accord = accords.get(trialId);
  if (!accord) return 'accord-missing';
  const { lines } = flatten(
    accord.lines.filter((line) => !line.carrier),
    open,
  );
  const problems = lines.flatMap((line) => line.problems);
  if (problems.some((problem) => problem.why === 'accord-cycle')) return 'accord-cycle';
  const total = lines.reduce((sum, line) => sum + line.amount, 0n);
  if (total === 0n) return 'accord-empty';
  let leaves = merge(lines, (leaf) => leaf.path.join('\n'));
  if (leaves.length > mostLeaves) leaves = merge(lines, (leaf) => leaf.materialId);
  const common = leaves.reduce((divisor, leaf) => gcd(divisor, leaf.amount), total);
  return {
    total: total / common,
    leaves: leaves.map((leaf) => ({ ...leaf, amount: leaf.amount / common, path: [trialId, ...leaf.path] })),
    problems,
  };
}

/** Leaves of the same role and `keyOf` as one, in the place of the first. */
function merge(lines: readonly ExplodedLine[], keyOf: (leaf: Leaf) => string): Leaf[] {
  const merged = new Map<string, Leaf>();
  for (const { leaves } of lines) {
    for (const leaf of leaves) {
      const key = `${leaf.role} ${keyOf(leaf)}`;
      const before = merged.get(key);
      merged.set(key, before ? { ...before, amount: before.amount + leaf.amount } : leaf);
    }
  }
  return [...merged.values()];
}

function flatten(lines: readonly Line[], open: Open): Pick<Exploded, 'lines' | 'thousandth'> {
  const read = lines.map((line) => {
    const parts = decimal(line.parts);
    const strength = line.dilution === '100' ? whole : decimal(line.dilution);
    invariant(parts >= 0n, 'an amount is not negative');
    invariant(strength >= 0n && strength <= whole, 'a dilution is between 0 and 100 %');
    const isAccord = parts > 0n && line.ingredient.kind === 'accord';
    return { line, parts, strength, accord: isAccord ? open(line.ingredient.trialId) : undefined };
  });

  let partStep = thousandthOfPart;
  let strengthStep = whole;
  let accordParts = 1n;
  for (const { parts, strength, accord } of read) {
    if (parts === 0n) continue;
    partStep = gcd(partStep, parts % partStep);
    if (strength !== whole) strengthStep = gcd(strengthStep, strength);
    if (typeof accord === 'object') accordParts = lcm(accordParts, accord.total);
  }
  const unitsPerStep = (whole / strengthStep) * accordParts;

  return {
    thousandth: (thousandthOfPart / partStep) * unitsPerStep,
    lines: read.map(({ line, parts, strength, accord }) => {
      const steps = parts / partStep;
      const active = steps * (strength / strengthStep) * accordParts;
      return {
        lineId: line.id,
        isCarrier: line.carrier,
        amount: steps * unitsPerStep,
        ...(parts === 0n ? nothing : contents({ line, active, solvent: steps * unitsPerStep - active, accord })),
      };
    }),
  };
}

const nothing = { leaves: [], problems: [] } as const;

interface Weighed {
  readonly line: Line;
  readonly active: bigint;
  readonly solvent: bigint;
  readonly accord: ReturnType<Open> | undefined;
}

function contents({ line, active, solvent, accord }: Weighed): Pick<ExplodedLine, 'leaves' | 'problems'> {
  const leaves: Leaf[] = [];
  const problems: ExplosionProblem[] = [];
  const { ingredient, solventId } = line;
  if (typeof accord === 'string') problems.push({ why: accord });
  else if (accord) {
    const factor = active / accord.total;
    for (const leaf of accord.leaves) leaves.push({ ...leaf, amount: leaf.amount * factor });
    problems.push(...accord.problems);
  } else if (ingredient.kind === 'material' && active > 0n) {
    leaves.push({ materialId: ingredient.materialId, amount: active, role: 'neat', path: [ingredient.materialId] });
  }
  if (solvent > 0n && solventId !== undefined) {
    leaves.push({ materialId: solventId, amount: solvent, role: 'solvent', path: [solventId] });
  } else if (solvent > 0n) {
    problems.push({
      why: 'solvent-not-named',
      ...(ingredient.kind === 'material' && { materialId: ingredient.materialId }),
    });
  }
  return { leaves, problems };
}
