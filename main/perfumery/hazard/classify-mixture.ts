/**
 * @file A draft of the CLP classification of a mixture from the hazard codes of its materials, by the additivity rules of
 * Regulation (EC) 1272/2008, Annex I, as far as they concern perfume: skin and eye, sensitisation, aspiration, water,
 * flammability. Every sum is answered with what it is made of. It is no safety data sheet.
 */
import type { MaterialId } from '#foundation/ids.ts';
import { type HazardCode, parseHazard } from './hazard-code.ts';

export interface Ingredient {
  readonly materialId: MaterialId;
  /** % of the mixture. */
  readonly percent: number;
  /** Absent: nobody has entered any, which is not the same as none. */
  readonly hazards?: readonly string[];
}

export interface HazardSum {
  /** `skin-sensitisation-1a`, …: a key of the words of the document. */
  readonly rule: string;
  /** Weighted % in the mixture. */
  readonly sum: number;
  readonly threshold: number;
  readonly isReached: boolean;
  /** The statement that follows when it is reached. */
  readonly statement: string;
  readonly from: readonly MaterialId[];
}

export interface MixtureHazards {
  readonly sums: readonly HazardSum[];
  /** Statements that follow, each once. `H304` holds only under a viscosity of 20.5 mm²/s at 40 °C. */
  readonly statements: readonly string[];
  /** % of the mixture whose materials have no hazard codes entered. */
  readonly notAssessed: number;
  readonly notAssessedIds: readonly MaterialId[];
  /** Codes that nobody could read, with whose they are. */
  readonly unread: readonly { readonly materialId: MaterialId; readonly text: string }[];
}

interface Coded {
  readonly materialId: MaterialId;
  readonly percent: number;
  readonly codes: readonly HazardCode[];
}

type Weight = (codes: readonly HazardCode[]) => number;

/** Weight 1 for a statement, or what `weigh` makes of its code. */
function having(statement: string, weigh: (code: HazardCode) => number = () => 1): Weight {
  return (codes) => Math.max(0, ...codes.filter((code) => code.statement === statement).map(weigh));
}

const isStrongSensitiser = ({ category }: HazardCode) => (category === '1A' ? 1 : 0);
const isSensitiser = ({ category }: HazardCode) => (category === '1A' ? 0 : 1);
const byFactor = ({ factor }: HazardCode) => factor;
const corrosive = having('H314');
const eyeDamage: Weight = (codes) => Math.max(corrosive(codes), having('H318')(codes));

interface Rule {
  readonly rule: string;
  readonly threshold: number;
  readonly statement: string;
  readonly weigh: Weight;
  /** The largest single share decides, not the sum. */
  readonly isSingle?: true;
  /** Does not hold where this statement follows already. */
  readonly unless?: string;
}

const rules: readonly Rule[] = [
  { rule: 'skin-corrosion', threshold: 5, statement: 'H314', weigh: corrosive },
  {
    rule: 'skin-irritation',
    threshold: 10,
    statement: 'H315',
    weigh: (codes) => Math.max(10 * corrosive(codes), having('H315')(codes)),
    unless: 'H314',
  },
  { rule: 'eye-damage', threshold: 3, statement: 'H318', weigh: eyeDamage, unless: 'H314' },
  {
    rule: 'eye-irritation',
    threshold: 10,
    statement: 'H319',
    weigh: (codes) => Math.max(10 * eyeDamage(codes), having('H319')(codes)),
    unless: 'H318',
  },
  {
    rule: 'skin-sensitisation-1a',
    threshold: 0.1,
    statement: 'H317',
    weigh: having('H317', isStrongSensitiser),
    isSingle: true,
  },
  { rule: 'skin-sensitisation', threshold: 1, statement: 'H317', weigh: having('H317', isSensitiser), isSingle: true },
  {
    rule: 'sensitiser-named-1a',
    threshold: 0.01,
    statement: 'EUH208',
    weigh: having('H317', isStrongSensitiser),
    isSingle: true,
  },
  {
    rule: 'sensitiser-named',
    threshold: 0.1,
    statement: 'EUH208',
    weigh: having('H317', isSensitiser),
    isSingle: true,
  },
  { rule: 'aspiration', threshold: 10, statement: 'H304', weigh: having('H304') },
  { rule: 'aquatic-acute', threshold: 25, statement: 'H400', weigh: having('H400', byFactor) },
  { rule: 'aquatic-chronic-1', threshold: 25, statement: 'H410', weigh: having('H410', byFactor) },
  {
    rule: 'aquatic-chronic-2',
    threshold: 25,
    statement: 'H411',
    weigh: (codes) => 10 * having('H410', byFactor)(codes) + having('H411')(codes),
    unless: 'H410',
  },
  {
    rule: 'aquatic-chronic-3',
    threshold: 25,
    statement: 'H412',
    weigh: (codes) => 100 * having('H410', byFactor)(codes) + 10 * having('H411')(codes) + having('H412')(codes),
    unless: 'H411',
  },
];

/** Statements that make a weaker one needless: whoever has the first has the second as well. */
const covers: Readonly<Record<string, string>> = { H314: 'H318', H318: 'H319', H410: 'H411', H411: 'H412' };

/** Sums and statements of a mixture. `flashPoint` in °C; absent: not known, and flammability is left out. */
export function classifyMixture(
  ingredients: readonly Ingredient[],
  { flashPoint }: { readonly flashPoint?: number } = {},
): MixtureHazards {
  const coded = ingredients.map(
    ({ materialId, percent, hazards = [] }): Coded => ({
      materialId,
      percent,
      codes: hazards.flatMap((text) => parseHazard(text) ?? []),
    }),
  );
  const reached = new Set<string>();
  const sums = rules.map((rule): HazardSum => {
    const sum = sumOf(rule, coded);
    if (sum.isReached && !isCovered(rule.unless, reached)) reached.add(rule.statement);
    return sum;
  });
  if (flashPoint !== undefined && flashPoint < 60) reached.add(flashPoint < 23 ? 'H225' : 'H226');
  const without = ingredients.filter(({ hazards }) => hazards === undefined);
  return {
    sums,
    statements: [...reached],
    notAssessed: without.reduce((sum, { percent }) => sum + percent, 0),
    notAssessedIds: without.map(({ materialId }) => materialId),
    unread: ingredients.flatMap(({ materialId, hazards = [] }) =>
      hazards.filter((text) => !parseHazard(text)).map((text) => ({ materialId, text })),
    ),
  };
}

function sumOf({ rule, threshold, statement, weigh, isSingle }: Rule, coded: readonly Coded[]): HazardSum {
  const parts = coded
    .map(({ materialId, percent, codes }) => ({ materialId, weight: percent * weigh(codes) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const whole = isSingle ? (parts[0]?.weight ?? 0) : parts.reduce((sum, { weight }) => sum + weight, 0);
  const sum = Number(whole.toPrecision(12));
  const from = parts.map(({ materialId }) => materialId);
  return { rule, sum, threshold, isReached: sum >= threshold, statement, from };
}

function isCovered(statement: string | undefined, reached: ReadonlySet<string>): boolean {
  if (statement === undefined) return false;
  if (reached.has(statement)) return true;
  const stronger = Object.entries(covers).find(([, weaker]) => weaker === statement)?.[0];
  return stronger !== undefined && isCovered(stronger, reached);
}
