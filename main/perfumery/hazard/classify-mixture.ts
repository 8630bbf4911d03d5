/**
 * @file A draft of the CLP classification of a mixture from the hazard codes of its materials, by the generic limits and the
 * additivity rules of Regulation (EC) 1272/2008, Annex I, as far as they concern perfume: acute toxicity, skin and eye,
 * sensitisation, genes, cancer, reproduction, organs, aspiration, water, flammability. Every sum is answered with what it is
 * made of. It is no safety data sheet.
 */
import type { MaterialId } from '#foundation/ids.ts';
import { type AcuteToxicity, acuteToxicity } from './acute-toxicity.ts';
import { type HazardCode, hazardText, parseHazard } from './hazard-code.ts';

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
  /** Of the rules that seldom concern a perfume only those to which something contributes. */
  readonly sums: readonly HazardSum[];
  readonly acute: readonly AcuteToxicity[];
  /** Statements that follow, each once. `H304` holds only under a viscosity of 20.5 mm²/s at 40 °C. */
  readonly statements: readonly string[];
  /** % of the mixture whose materials have no hazard codes entered. */
  readonly notAssessed: number;
  readonly notAssessedIds: readonly MaterialId[];
  /** Codes that were read but that no rule here takes into account, with whose they are. */
  readonly unsummed: readonly { readonly materialId: MaterialId; readonly text: string }[];
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
  return (codes) => Math.max(0, ...codes.filter((code) => plainStatement(code) === statement).map(weigh));
}

/** `H360Fd` is H360. */
function plainStatement({ statement }: HazardCode): string {
  return statement.replace(/[a-z]+$/i, '');
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
  /** Told only where something contributes. */
  readonly isRare?: true;
}

const each = { isSingle: true, isRare: true } as const;

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
  {
    rule: 'respiratory-sensitisation-1a',
    threshold: 0.1,
    statement: 'H334',
    weigh: having('H334', isStrongSensitiser),
    ...each,
  },
  { rule: 'respiratory-sensitisation', threshold: 1, statement: 'H334', weigh: having('H334', isSensitiser), ...each },
  { rule: 'mutagenic', threshold: 0.1, statement: 'H340', weigh: having('H340'), ...each },
  { rule: 'mutagenic-2', threshold: 1, statement: 'H341', weigh: having('H341'), ...each, unless: 'H340' },
  { rule: 'carcinogenic', threshold: 0.1, statement: 'H350', weigh: having('H350'), ...each },
  { rule: 'carcinogenic-2', threshold: 1, statement: 'H351', weigh: having('H351'), ...each, unless: 'H350' },
  { rule: 'reproductive', threshold: 0.3, statement: 'H360', weigh: having('H360'), ...each },
  { rule: 'reproductive-2', threshold: 3, statement: 'H361', weigh: having('H361'), ...each, unless: 'H360' },
  { rule: 'lactation', threshold: 0.3, statement: 'H362', weigh: having('H362'), ...each },
  { rule: 'organs-once', threshold: 10, statement: 'H370', weigh: having('H370'), ...each },
  { rule: 'organs-once-little', threshold: 1, statement: 'H371', weigh: having('H370'), ...each, unless: 'H370' },
  { rule: 'organs-once-2', threshold: 10, statement: 'H371', weigh: having('H371'), ...each, unless: 'H370' },
  { rule: 'organs-repeated', threshold: 10, statement: 'H372', weigh: having('H372'), ...each },
  { rule: 'organs-repeated-little', threshold: 1, statement: 'H373', weigh: having('H372'), ...each, unless: 'H372' },
  { rule: 'organs-repeated-2', threshold: 10, statement: 'H373', weigh: having('H373'), ...each, unless: 'H372' },
  { rule: 'airways', threshold: 20, statement: 'H335', weigh: having('H335'), isRare: true },
  { rule: 'narcosis', threshold: 20, statement: 'H336', weigh: having('H336'), isRare: true },
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
  const without = ingredients.filter(({ hazards }) => hazards === undefined);
  const notAssessed = without.reduce((sum, { percent }) => sum + percent, 0);
  const acute = acuteToxicity(coded, notAssessed);
  for (const { statement } of acute) if (statement) reached.add(statement);
  const sums = rules.flatMap((rule): HazardSum[] => {
    const sum = sumOf(rule, coded);
    if (sum.isReached && !isCovered(rule.unless, reached)) reached.add(rule.statement);
    return rule.isRare && sum.from.length === 0 ? [] : [sum];
  });
  if (flashPoint !== undefined && flashPoint < 60) reached.add(flashPoint < 23 ? 'H225' : 'H226');
  return {
    sums,
    acute,
    statements: [...reached],
    notAssessed,
    notAssessedIds: without.map(({ materialId }) => materialId),
    unsummed: coded.flatMap(({ materialId, percent, codes }) =>
      codes.filter((code) => percent > 0 && !isSummed(code)).map((code) => ({ materialId, text: hazardText(code) })),
    ),
    unread: ingredients.flatMap(({ materialId, hazards = [] }) =>
      hazards.filter((text) => !parseHazard(text)).map((text) => ({ materialId, text })),
    ),
  };
}

/** Whether any rule asks for it; what burns is judged by the flash point. */
function isSummed(code: HazardCode): boolean {
  const isFlammable = ['H224', 'H225', 'H226', 'H227'].includes(code.statement);
  return (
    isFlammable ||
    acuteToxicity([{ ...nobody, codes: [code] }], 0).length > 0 ||
    rules.some(({ weigh }) => weigh([code]) > 0)
  );
}

const nobody = { materialId: '' as MaterialId, percent: 100 };

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
