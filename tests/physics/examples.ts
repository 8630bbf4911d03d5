/** @file The shipped recipes, catalogue and threshold model, as the physics and the stability rules take them. */
import { fileURLToPath } from 'node:url';
import type { LineId, MaterialId, RecipeId, TrialId } from '#foundation/ids.ts';
import { loadPressureModel } from '#library/catalogue/load-pressure-model.ts';
import { loadThresholdModel } from '#library/catalogue/load-threshold-model.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import { substancesByCas } from '#perfumery/material/substances-by-cas.ts';
import type { ThresholdModel } from '#perfumery/odour/estimate-threshold.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';
import { type ExampleTrial, readExamples, readMaterials } from '#tests/catalogue/read-assets.ts';

const trialIdOf = (recipe: string, trial: number): TrialId => `${recipe}/${trial}` as TrialId;

function formulaOf({ lines }: ExampleTrial): Formula {
  return {
    lines: lines.map(
      ({ materialId, accord, parts, dilution, solventId }, index): Line => ({
        id: String(index) as LineId,
        ingredient: accord
          ? { kind: 'accord', recipeId: accord.recipe as RecipeId, trialId: trialIdOf(accord.recipe, accord.trial) }
          : { kind: 'material', materialId: materialId as MaterialId },
        parts: parts as DecimalText,
        dilution: dilution as DecimalText,
        ...(solventId && { solventId: solventId as MaterialId }),
        locked: false,
        carrier: false,
        note: '',
      }),
    ),
  };
}

const catalogue = new Map(readMaterials().map((material) => [material.id, material]));

/** Any shipped material. */
export const materials = (id: MaterialId) => catalogue.get(id);

/** The first trial of each shipped recipe. */
export const recipes = readExamples().map(({ id, product, trials }) => ({
  id,
  product: product as unknown as Product,
  formula: formulaOf(trials[0] as ExampleTrial),
}));

export const accords = new Map(
  readExamples().flatMap(({ id, trials }) => trials.map((trial, at) => [trialIdOf(id, at), formulaOf(trial)] as const)),
);

const byCas = substancesByCas(catalogue.values());

/** The shipped substance with a CAS number. */
export const substances = (cas: string) => byCas.get(cas);

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));

/** The shipped models for what is not known. */
export const thresholds = loadThresholdModel(assets) as ThresholdModel & { readonly compounds: number };
export const pressures = loadPressureModel(assets);
