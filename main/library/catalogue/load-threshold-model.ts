import { readFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '#foundation/errors.ts';
import type { ThresholdModel } from '#perfumery/odour/estimate-threshold.ts';
import { thresholdFeatures } from '#perfumery/odour/threshold-features.ts';

/** The model of odour thresholds that ships under `assetsFolder`, its shape checked. */
export function loadThresholdModel(assetsFolder: string): ThresholdModel {
  const file = path.join(assetsFolder, 'odour', 'threshold-model.json');
  const model = JSON.parse(readFileSync(file, 'utf8')) as ThresholdModel;
  invariant(
    thresholdFeatures.every((feature) => Number.isFinite(model.coefficients[feature])),
    'the shipped threshold model has a coefficient for every feature',
  );
  return model;
}
