import { readFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '#foundation/errors.ts';
import type { PressureModel } from '#perfumery/volatility/estimate-vapour-pressure.ts';
import { pressureFeatures } from '#perfumery/volatility/pressure-features.ts';

/** The models of vapour pressures that ship under `assetsFolder`, their shape checked. */
export function loadPressureModel(assetsFolder: string): PressureModel {
  const file = path.join(assetsFolder, 'odour', 'pressure-model.json');
  const model = JSON.parse(readFileSync(file, 'utf8')) as PressureModel;
  invariant(
    pressureFeatures.every((feature) => Number.isFinite(model.structure.coefficients[feature])),
    'the shipped pressure model has a coefficient for every feature',
  );
  return model;
}
