/**
 * @file The concentration at which a material begins to be smelled: as measured, or from its structure by a model that
 * ships with its error, or failing that the middle of what is known of molecules its size.
 */
import { isEstimate } from '#perfumery/material/is-estimate.ts';
import type { Material } from '#perfumery/material/material.ts';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { type ThresholdFeature, thresholdFeatures, thresholdFeaturesOf } from './threshold-features.ts';

/** assets/odour/threshold-model.json: a linear model of log10(1 / threshold in ppm). Errors are in powers of ten. */
export interface ThresholdModel {
  readonly coefficients: Readonly<Record<ThresholdFeature, number>>;
  /** Of a compound left out of the fit. */
  readonly error: number;
  /** Of saying the mean of all compounds, whatever the structure. */
  readonly errorOfTheMean: number;
  /** What was measured lies between these; an estimate beyond is brought back to the end. */
  readonly range: { readonly least: number; readonly most: number; readonly mostWithNitrogenOrSulphur: number };
  /** Atoms other than hydrogen in the largest compound of the fit. */
  readonly largestSize: number;
  readonly withoutStructure: { readonly value: number; readonly error: number };
}

export interface Threshold {
  /** mg/m³ of air. */
  readonly value: number;
  /** `known`: a fact of the material, measured or stated. `constituents`: of the fresh material, by what is inside it. */
  readonly from: 'known' | 'estimated-fact' | 'structure' | 'larger-structure' | 'typical' | 'constituents';
  /** Powers of ten it may be off by, one standard deviation. Absent where it was not estimated here. */
  readonly error?: number;
}

/** L/mol of a gas at 25 °C and one atmosphere. */
const molarVolume = 24.45;

/** The odour threshold of `material` that is a fact of it, measured or not. */
export function knownThreshold({ odourThreshold }: Material): Threshold | undefined {
  if (!odourThreshold) return undefined;
  return { value: odourThreshold.value, from: isEstimate(odourThreshold.method) ? 'estimated-fact' : 'known' };
}

/** The odour threshold of `material`, whose molecular weight in g/mol is `weight`. */
export function thresholdOf(material: Material, weight: number, model: ThresholdModel): Threshold {
  const known = knownThreshold(material);
  if (known) return known;
  const { smiles } = material;
  const inMass = (logInverse: number) => (10 ** -logInverse * weight) / molarVolume;
  const structure = smiles && estimateThreshold(smiles.value, model);
  if (!structure) return typicalThreshold(weight, model);
  const value = inMass(structure.logInverse);
  // Beyond the sizes of the fit its own error no longer speaks for it.
  return structure.size > model.largestSize
    ? { value, from: 'larger-structure', error: model.errorOfTheMean }
    : { value, from: 'structure', error: model.error };
}

/** The middle of what is known of molecules of some size, for one that weighs `weight` in g/mol. */
export function typicalThreshold(weight: number, { withoutStructure }: ThresholdModel): Threshold {
  const value = (10 ** -withoutStructure.value * weight) / molarVolume;
  return { value, from: 'typical', error: withoutStructure.error };
}

/** log10(1 / threshold in ppm) of a structure and its size; undefined for one the model was not made for. */
export function estimateThreshold(
  smiles: string,
  { coefficients, range }: ThresholdModel,
): { readonly logInverse: number; readonly size: number } | undefined {
  const molecule = readSmiles(smiles);
  const features = molecule && thresholdFeaturesOf(molecule);
  if (!features) return undefined;
  const logInverse = thresholdFeatures.reduce((sum, name) => sum + coefficients[name] * features[name], 0);
  const isOfCarbonAndOxygen = molecule.every(({ element }) => element === 'C' || element === 'O');
  const most = isOfCarbonAndOxygen ? range.most : range.mostWithNitrogenOrSulphur;
  return { logInverse: Math.min(most, Math.max(range.least, logInverse)), size: molecule.length };
}
