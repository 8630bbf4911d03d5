/**
 * @file Figures of the physics: how long a film of sixty materials takes to follow for 48 hours with activity coefficients,
 * what it loses on the way, how near UNIFAC comes to azeotropes that handbooks list, and how far our estimates of vapour
 * pressure and odour threshold are from what was measured of the catalogue's own materials.
 *
 * The film is made up here with real structures, so that the figures do not move when the catalogue does. Its time is also
 * given as a ratio to one exponential per material and time of the chart, measured in the same run. Of six batches the
 * quietest counts, since another program on the machine is no business of the physics.
 */
import { existsSync } from 'node:fs';
import type { FactMethod, Material } from '#perfumery/material/material.ts';
import { estimateThreshold } from '#perfumery/odour/estimate-threshold.ts';
import { evolve } from '#perfumery/odour/evolution.ts';
import { azeotropeBy } from '#perfumery/volatility/azeotrope.ts';
import { evaporate, type Film } from '#perfumery/volatility/evaporate.ts';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { unifac } from '#perfumery/volatility/unifac.ts';
import { unifacGroupsOf } from '#perfumery/volatility/unifac-groups.ts';
import { readMaterials } from '#tests/catalogue/read-assets.ts';
import { textbookAzeotropes } from '#tests/fixtures/textbook-azeotropes.ts';
import { accords, materials, pressures, recipes, substances, thresholds } from '#tests/physics/examples.ts';
import { crossValidated, leastSquares, medianOf, rootMeanSquare } from '#tests/physics/least-squares.ts';
import { measuredElsewhere, measuredOfCatalogue, molecules } from '#tests/physics/measured-pressures.ts';
import type { Figure, Measuring } from './safety.ts';

/** A figure without a goal tells how things are. */
type Told = Omit<Figure, 'goal' | 'holds'> & Partial<Pick<Figure, 'goal' | 'holds'>>;

const structures = [
  'CCO',
  'CC1=CCC(CC1)C(=C)C',
  'CC(=CCCC(C)(C=C)O)C',
  'CC(=CCCC(C)(C=C)OC(=O)C)C',
  'CCCCCC1C(CCC1=O)CC(=O)OC',
  'COC1=C(C=CC(=C1)C=O)O',
  'C1=CC=C(C=C1)CCO',
  'CC1=C(C(CCC1)(C)C)C=CC(=O)C',
  'CCCCCCCCCC=O',
  'C1CCCCCCCOC(=O)CCCCCC1',
  'CCCCCCOC(=O)C1=CC=CC=C1O',
  'CC(COCC(C)O)O',
];
const count = 60;
const seconds = [0, ...Array.from({ length: 97 }, (_, at) => 10 * 17_280 ** (at / 96))];

/** Measures the physics. Takes about ten seconds, quick about two. */
export async function measureEvaporation({ quick, seed }: Measuring): Promise<Record<string, Told>> {
  const films = Array.from({ length: 4 }, (_, at) => filmOf(seed + at));
  const following = (at: number) => evaporate(films[at % films.length] as Film, seconds);
  const rounds = quick ? 8 : 40;
  timesOf(following, rounds);
  timesOf(bareExponentials, rounds);
  const batches = Array.from({ length: 6 }, () => ({
    time: median(timesOf(following, rounds)),
    bare: median(timesOf(bareExponentials, rounds)),
  }));
  const { time: middle, bare } = batches.reduce((best, one) => (one.time < best.time ? one : best));
  const [chypre] = recipes.filter(({ id }) => id === 'example-chypre');
  const settings = { accords, materials, substances, thresholds, pressures, surface: 'blotter' } as const;
  const example = timesOf(() => chypre && evolve(chypre.formula, { ...settings, product: chypre.product }), rounds);
  const conservation = Math.max(...films.map(lossOf));
  const unifacError = Math.max(...textbookAzeotropes.map(azeotropeError));
  const pressure = pressureError(readMaterials());
  const threshold = thresholdError(readMaterials());

  return {
    'physics.evaporation60.median': { value: middle, unit: 'ms', goal: 'under 30', holds: middle < 30 },
    'physics.evaporation60.ratio': { value: middle / bare, unit: 'times bare exponentials' },
    'physics.conservation': {
      value: conservation,
      unit: 'of the amount',
      goal: 'at most 1e-9',
      holds: conservation <= 1e-9,
    },
    'physics.unifac': {
      value: unifacError,
      unit: 'mole fraction, worst azeotrope',
      goal: 'at most 0.03',
      holds: unifacError <= 0.03,
    },
    'physics.evolution.median': {
      value: median(example),
      unit: 'ms, a shipped recipe of 31 lines with its naturals opened',
    },
    'physics.vapourPressure.boilingPoint.error': {
      value: pressure.error,
      unit: `powers of ten, left out one by one of ${pressure.materials} measured materials`,
    },
    ...structureErrors(),
    'physics.vapourPressure.blotterLife.error': {
      value: pressures.blotterLife.error,
      unit: 'powers of ten, left out one by one',
    },
    'physics.thresholdEstimate.error': {
      value: thresholds.error,
      unit: `powers of ten, left out one by one of ${thresholds.compounds} compounds`,
    },
    ...(threshold && {
      'physics.thresholdEstimate.errorOnCatalogue': {
        value: threshold.error,
        unit: `powers of ten, on ${threshold.materials} measured materials; some are among those it was fitted on`,
      },
      'physics.thresholdEstimate.errorOfTheMean': {
        value: threshold.errorOfTheMean,
        unit: 'powers of ten, on the same',
      },
    }),
  };
}

function filmOf(seed: number): Film {
  const random = randomFrom(seed);
  const smiles = Array.from({ length: count }, (_, at) => structures[at % structures.length] as string);
  return {
    amounts: Float64Array.from(smiles, (_, at) => (at === 0 ? 1.4 : 0.002 * random())),
    rates: Float64Array.from(smiles, (_, at) => (at === 0 ? 8e-3 : 10 ** (-8 + 5 * random()))),
    activity: unifac(
      smiles.map((one) => unifacGroupsOf(one)),
      305.15,
    ),
  };
}

function lossOf(film: Film): number {
  let worst = 0;
  for (const { left, gone } of evaporate(film, seconds)) {
    for (const [at, start] of film.amounts.entries()) {
      worst = Math.max(worst, Math.abs((left[at] as number) + (gone[at] as number) - start) / start);
    }
  }
  return worst;
}

function azeotropeError({ smiles, temperature, share, antoine }: (typeof textbookAzeotropes)[number]): number {
  const activity = unifac(
    smiles.map((one) => unifacGroupsOf(one)),
    temperature + 273.15,
  );
  const found = azeotropeBy(
    activity,
    antoine.map((pressure) => pressure(temperature)),
  );
  return found ? Math.abs(found.share - share) : Number.POSITIVE_INFINITY;
}

/** Straight from the instrument, or carried to 25 °C from other temperatures. */
const fromMeasurement: ReadonlySet<FactMethod> = new Set(['measured', 'extrapolated']);

/**
 * How far the estimate from structure is off, in ten folds: reckoned where the shared tables of measured pressures lie, and
 * else as it ships; and how far the shipped one is from the measured materials of the catalogue, most of them in its fit.
 */
function structureErrors(): Record<string, Told> {
  const ours = measuredOfCatalogue();
  const hasTables = existsSync(molecules);
  const all = hasTables ? [...ours, ...measuredElsewhere()] : [];
  const errors = crossValidated(
    all.map(({ row }) => row),
    all.map(({ value }) => value),
    { folds: 10, bend: 0.4 },
  );
  const onOurs = errors.slice(0, ours.length);
  const { structure } = pressures;
  const folds = hasTables ? `ten folds of ${all.length} compounds` : 'ten folds, as it ships';
  return {
    'physics.vapourPressure.structure.error': {
      value: hasTables ? rootMeanSquare(onOurs) : structure.error,
      unit: `powers of ten, on ${ours.length} measured materials, ${folds}`,
    },
    ...(hasTables && {
      'physics.vapourPressure.structure.medianError': { value: medianOf(onOurs), unit: 'powers of ten, on the same' },
      'physics.vapourPressure.structure.spread': {
        value: rootMeanSquare(ours.map(({ value }) => value - meanOf(ours.map((one) => one.value)))),
        unit: 'powers of ten, of the same about their mean',
      },
    }),
    'physics.vapourPressure.structure.errorOnAll': {
      value: hasTables ? rootMeanSquare(errors) : structure.errorOnAll,
      unit: `powers of ten, crystals and misprints among them, ${folds}`,
    },
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** log10 of the pressure on boiling point and hydroxyls, fitted on the catalogue's measured materials, each left out once. */
function pressureError(materials: readonly Material[]) {
  const known = materials.flatMap(({ vapourPressure, boilingPoint, smiles }) => {
    if (!vapourPressure || !boilingPoint || !smiles || !fromMeasurement.has(vapourPressure.method)) return [];
    const hydroxyls = readSmiles(smiles.value)?.filter((atom) => atom.element === 'O' && atom.hydrogens === 1) ?? [];
    return [{ row: [1, boilingPoint.value / 100, hydroxyls.length], value: Math.log10(vapourPressure.value) }];
  });
  const { leftOut } = leastSquares(
    known.map(({ row }) => row),
    known.map(({ value }) => value),
    0,
  );
  return { error: rootMeanSquare(leftOut), materials: known.length };
}

/** How far the shipped model is from thresholds measured of the catalogue's materials. */
function thresholdError(materials: readonly Material[]) {
  const known = materials.flatMap(({ odourThreshold, smiles, molecularWeight }) => {
    const estimate = smiles && estimateThreshold(smiles.value, thresholds);
    if (!estimate || !molecularWeight || odourThreshold?.method !== 'measured') return [];
    const measured = -Math.log10((odourThreshold.value * 24.45) / molecularWeight.value);
    return [{ measured, error: measured - estimate.logInverse }];
  });
  if (known.length < 3) return undefined;
  const mean = known.reduce((sum, { measured }) => sum + measured, 0) / known.length;
  return {
    error: rootMeanSquare(known.map(({ error }) => error)),
    errorOfTheMean: rootMeanSquare(known.map(({ measured }) => measured - mean)),
    materials: known.length,
  };
}

function bareExponentials(): number {
  let sum = 0;
  for (let at = 0; at < count * seconds.length; at++) sum += Math.exp(-at * 1e-3);
  return sum;
}

function timesOf(act: (at: number) => unknown, rounds: number): number[] {
  return Array.from({ length: rounds }, (_, at) => {
    const start = performance.now();
    act(at);
    return performance.now() - start;
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
