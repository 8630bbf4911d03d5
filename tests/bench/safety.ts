/**
 * @file Figures of the safety engine: how long the whole answer takes (18 categories, allergens, EU law, contributors, fixes)
 * for a recipe of 60 lines with 20 naturals and two nested accords, and whether time grows in step with the lines.
 *
 * The tables are made up here, as large as the real ones, so that the figures do not move when a table is edited. Times are
 * also given as a ratio to a bare loop over exact numbers, measured in the same run: what the arithmetic alone would cost.
 * Of eight batches the quietest counts, since another program on the machine is no business of the engine's.
 */
import { invariant } from '#foundation/errors.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { Accords, Formula, Line } from '#perfumery/formula/formula.ts';
import type { Material } from '#perfumery/material/material.ts';
import { categories } from '#perfumery/safety/category.ts';
import { createJudge, type Judge } from '#perfumery/safety/judge.ts';
import type { Allergen, Limit, Regulation, Standard } from '#perfumery/safety/regulation.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { accordLine, accords, formula, line, material } from '#tests/fixtures/safety-tables.ts';

export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean;
}

export interface Measuring {
  /** Measures the same on fewer repetitions. */
  readonly quick: boolean;
  readonly seed: number;
}

const standardCount = 160;
/** Standards that naturals contribute to; 58 of the 51st Amendment refer to its annex. */
const inNaturals = 58;
const allergenCounts = { eu: 80, kr: 25 };

/** Measures the safety engine. Takes about twenty seconds, quick about three. */
export async function measureSafety({ quick, seed }: Measuring): Promise<Record<string, Figure>> {
  const random = randomFrom(seed);
  const shelf = shelfOf(random);
  const byId = new Map<MaterialId, Material>(shelf.map((one) => [one.id, one]));
  const judge = createJudge({ regulation: regulationOf(random), materials: (id) => byId.get(id) });

  const recipes = Array.from({ length: 8 }, () => recipeOf(60, shelf, random));
  const rounds = quick ? 250 : 1200;
  const answering = (at: number) => ask(judge, recipes[at % recipes.length]);
  timesOf(answering, rounds);
  timesOf(() => bareLoop(recipes[0]?.recipe), rounds);
  const batches = Array.from({ length: 8 }, () => ({
    answers: timesOf(answering, rounds),
    bare: median(timesOf(() => bareLoop(recipes[0]?.recipe), rounds)),
  }));
  const quietest = batches.reduce((best, one) =>
    quantile(one.answers, 0.99) < quantile(best.answers, 0.99) ? one : best,
  );
  const [middle, slowest, ratio] = [
    median(quietest.answers),
    quantile(quietest.answers, 0.99),
    median(quietest.answers) / quietest.bare,
  ];

  const perLine = (lines: number) => {
    const recipe = recipeOf(lines, shelf, random);
    const repetitions = quick ? 12 : 60;
    timesOf(() => ask(judge, recipe), repetitions / 4);
    return (
      quantile(
        timesOf(() => ask(judge, recipe), repetitions),
        0.25,
      ) / lines
    );
  };
  const linearity = perLine(2000) / perLine(200);

  return {
    'safety.answer60.median': { value: middle, unit: 'ms', goal: 'under 2', holds: middle < 2 },
    'safety.answer60.p99': { value: slowest, unit: 'ms', goal: 'under 5', holds: slowest < 5 },
    'safety.answer60.ratio': {
      value: ratio,
      unit: 'times a bare loop',
      goal: 'under 150',
      holds: ratio < 150,
    },
    'safety.linearity': {
      value: linearity,
      unit: 'time per line at 2000 / at 200',
      goal: 'under 1.5',
      holds: linearity < 1.5,
    },
  };
}

interface Recipe {
  readonly recipe: Formula;
  readonly within: Accords;
}

function ask(judge: Judge, asked: Recipe | undefined): number {
  if (!asked) return 0;
  const product = { dosage: '18' as DecimalText, category: '4' } as const;
  return judge(asked.recipe, { product, accords: asked.within }).findings.length;
}

/** Reads every amount of a recipe and adds it up, once for each category: the least exact work an answer could be. */
function bareLoop(recipe: Formula | undefined): number {
  let sum = 0n;
  for (const { parts } of recipe?.lines ?? []) {
    const amount = BigInt(Math.round(Number(parts) * 1000));
    for (let at = 0; at < categories.length; at += 1) sum += amount * 100_000_000_000n;
  }
  return Number(sum);
}

/** Of 60 lines, 16 naturals and two accords with two more each, one accord inside the other; a fifth of it in dilution. */
function recipeOf(lines: number, shelf: readonly Material[], random: () => number): Recipe {
  const naturals = shelf.filter((one) => one.kind === 'natural');
  const synthetics = shelf.filter((one) => one.kind === 'synthetic');
  const some = (count: number, natural: number) =>
    Array.from({ length: count }, (_, at): Line => {
      const isNatural = Math.floor(((at + 1) * natural) / count) > Math.floor((at * natural) / count);
      const from = isNatural ? naturals : synthetics;
      const chosen = from[Math.floor(random() * from.length)] as Material;
      const dilution = at % 5 === 0 ? { dilution: '10', solvent: 'dpg' } : {};
      return line(chosen.id, Math.ceil(random() * 40_000) / 1000, { ...dilution, id: `line ${at}` });
    });
  const within = accords({ inner: formula(...some(8, 2)), outer: formula(...some(7, 2), accordLine('inner', 7)) });
  return {
    recipe: formula(...some(lines - 2, Math.round((lines * 16) / 60)), accordLine('outer', 25), accordLine('inner', 5)),
    within,
  };
}

/** 200 materials; a natural has 15 constituents, the mean of the shipped catalogue, each in a standard. */
function shelfOf(random: () => number): Material[] {
  const cas = () => casOf(Math.floor(random() * inNaturals));
  const naturals = Array.from({ length: 60 }, (_, at) => {
    const constituents = Array.from({ length: 15 }, () => {
      const typical = Math.round(random() * 500) / 100;
      return { cas: cas(), name: 'constituent', typical, method: 'stated', source: 'made up' } as const;
    });
    return material(`natural-${at}`, 'natural', [`natural ${at}`], { constituents });
  });
  const synthetics = Array.from({ length: 140 }, (_, at) => material(`synthetic-${at}`, 'synthetic', [casOf(at)]));
  return [...naturals, ...synthetics, material('dpg', 'solvent', ['25265-71-8'])];
}

function regulationOf(random: () => number): Regulation {
  const standards = Array.from({ length: standardCount }, (_, at): Standard => {
    const scale = 10 ** (random() * 3 - 1.5);
    const limits = Object.fromEntries(
      categories.map((category, place): [string, Limit] => [
        category,
        category === '12'
          ? { state: 'no-restriction' }
          : { state: 'limit', percent: String(Number((scale * (1 + (place % 9))).toPrecision(2))) },
      ]),
    ) as NonNullable<Standard['limits']>;
    const key = `standard-${at}`;
    return {
      key,
      title: { en: key, ko: key },
      amendment: 51,
      kinds: ['restriction'],
      drivers: [],
      scope: { cas: [casOf(at)] },
      limits,
    };
  });
  const allergens = (count: number) =>
    Array.from({ length: count }, (_, at): Allergen => {
      const key = `allergen-${at}`;
      return { key, inci: key, name: { en: key, ko: key }, cas: [casOf(at)], source: 'made up' };
    });
  const group = (key: string, how: 'sum' | 'sum-of-ratios', from: number) => {
    const members = standards.slice(from, from + 8).map((one) => one.key);
    return { key, title: { en: key, ko: key }, how, standards: members } as const;
  };
  const names = { en: 'made up', ko: '지어낸' };
  const list = (key: string, count: number) => ({
    key,
    title: names,
    regulation: 'made up',
    checked: '2026-11-21',
    thresholds: { leaveOn: '0.001', rinseOff: '0.01' },
    allergens: allergens(count),
  });
  const groups = [group('ratios', 'sum-of-ratios', 20), group('sum', 'sum', 40), group('another sum', 'sum', 60)];
  return {
    ifra: { amendment: 51, checked: '2026-11-21', provenance: 'made up', verifyAt: '', standards, groups },
    euLaw: {
      checked: '2026-11-21',
      prohibited: [{ key: 'one', name: names, cas: [casOf(159)], entry: '', regulation: '' }],
    },
    allergenLists: [list('eu', allergenCounts.eu), list('kr', allergenCounts.kr)],
  };
}

function casOf(at: number): string {
  return `${1000 + at}-00-0`;
}

function timesOf(act: (at: number) => number, rounds: number): number[] {
  const times: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const start = performance.now();
    const answered = act(at);
    times.push(performance.now() - start);
    invariant(answered > 0, 'what is measured does something');
  }
  return times;
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
