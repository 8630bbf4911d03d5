/**
 * @file The vapour pressure of a material: as known, or by the best of three estimates that ship with their errors, from its
 * boiling point, from its structure, or, for what has neither, from how long it lasts on a blotter.
 */
import { isEstimate } from '#perfumery/material/is-estimate.ts';
import type { Material } from '#perfumery/material/material.ts';
import { readSmiles } from './molecule.ts';
import { type PressureFeature, pressureFeatures, pressureFeaturesOf } from './pressure-features.ts';

/** assets/odour/pressure-model.json: linear models of log10(Pa at 25 °C). Errors are in powers of ten. */
export interface PressureModel {
  readonly boilingPoint: {
    readonly coefficients: Readonly<Record<'one' | 'hundredDegrees' | 'hydroxyl', number>>;
    readonly error: number;
  };
  readonly structure: {
    readonly coefficients: Readonly<Record<PressureFeature, number>>;
    /** Of a measured material of the catalogue left out of the fit. */
    readonly error: number;
    /** Of any compound left out of it; for what is larger than all of them. */
    readonly errorOnAll: number;
    /** What was measured lies between these; an estimate beyond is brought back to the end. */
    readonly range: { readonly least: number; readonly most: number };
    readonly mostCarbons: number;
  };
  readonly blotterLife: {
    readonly coefficients: Readonly<Record<'one' | 'logHours', number>>;
    readonly error: number;
  };
}

export interface VapourPressure {
  /** Pa at 25 °C. */
  readonly value: number;
  /** `known`: a fact of the material, measured or stated. `constituents`: what is inside it, by Raoult's law. */
  readonly from: 'known' | 'estimated-fact' | 'boiling-point' | 'structure' | 'constituents' | 'blotter-life';
  /** Powers of ten it may be off by, one standard deviation. Absent where it was not estimated here. */
  readonly error?: number;
}

/** The vapour pressure of `material`; undefined where nothing speaks for any. Without `model` only as known. */
export function vapourPressureOf(material: Material, model: PressureModel | undefined): VapourPressure | undefined {
  const { vapourPressure } = material;
  if (vapourPressure) {
    return { value: vapourPressure.value, from: isEstimate(vapourPressure.method) ? 'estimated-fact' : 'known' };
  }
  return model && (fromBoilingPoint(material, model) ?? fromStructure(material, model) ?? fromLife(material, model));
}

function fromBoilingPoint({ boilingPoint, smiles }: Material, model: PressureModel): VapourPressure | undefined {
  const molecule = smiles && readSmiles(smiles.value);
  if (!boilingPoint || !molecule) return undefined;
  const hydroxyls = molecule.filter(({ element, hydrogens }) => element === 'O' && hydrogens === 1).length;
  const { coefficients, error } = model.boilingPoint;
  const { one, hundredDegrees, hydroxyl } = coefficients;
  return {
    value: 10 ** (one + (hundredDegrees * boilingPoint.value) / 100 + hydroxyl * hydroxyls),
    from: 'boiling-point',
    error,
  };
}

function fromStructure({ smiles }: Material, { structure }: PressureModel): VapourPressure | undefined {
  const molecule = smiles && readSmiles(smiles.value);
  const features = molecule && pressureFeaturesOf(molecule);
  if (!features) return undefined;
  const { coefficients, range, mostCarbons, error, errorOnAll } = structure;
  const log = pressureFeatures.reduce((sum, feature) => sum + coefficients[feature] * features[feature], 0);
  return {
    value: 10 ** Math.min(range.most, Math.max(range.least, log)),
    from: 'structure',
    error: features.carbon > mostCarbons ? errorOnAll : error,
  };
}

function fromLife({ blotterLife }: Material, { blotterLife: { coefficients, error } }: PressureModel) {
  if (!blotterLife || !(blotterLife.value > 0)) return undefined;
  const value = 10 ** (coefficients.one + coefficients.logHours * Math.log10(blotterLife.value));
  return { value, from: 'blotter-life', error } as const;
}
