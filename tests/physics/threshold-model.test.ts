import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimateThreshold, thresholdOf } from '#perfumery/odour/estimate-threshold.ts';
import { thresholdFeatures, thresholdFeaturesOf } from '#perfumery/odour/threshold-features.ts';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { readRows, sharedPath } from '#tests/catalogue/read-assets.ts';
import { libraryMaterial } from '#tests/fixtures/bench.ts';
import { thresholds } from './examples.ts';
import { leastSquares, rootMeanSquare } from './least-squares.ts';

const measured = sharedPath('data/molecules/abraham_2012_thresholds.csv');
const fact = (value: number, method: 'measured' | 'estimated' = 'measured') => ({ value, method, source: 'test' });
const smiles = (value: string) => ({ smiles: { value, method: 'stated' as const, source: 'test' } });

describe('the estimate of an odour threshold', () => {
  it('gives way to what was measured', () => {
    const { material } = libraryMaterial('any', { odourThreshold: fact(0.5), ...smiles('CCO') });
    expect(thresholdOf(material, 46, thresholds)).toEqual({ value: 0.5, from: 'known' });
    const guessed = libraryMaterial('any', { odourThreshold: fact(0.5, 'estimated') }).material;
    expect(thresholdOf(guessed, 46, thresholds).from).toBe('estimated-fact');
  });

  it('says what it was made from and how far off it may be', () => {
    const fromStructure = thresholdOf(libraryMaterial('decanal', smiles('CCCCCCCCCC=O')).material, 156.27, thresholds);
    expect(fromStructure.from).toBe('structure');
    // 10^-3.4 ppm was measured.
    expect(Math.abs(Math.log10((fromStructure.value * 24.45) / 156.27) + 3.4)).toBeLessThan(fromStructure.error ?? 0);
    const musk = thresholdOf(libraryMaterial('musk', smiles('C1CCCCCCCOC(=O)CCCCCC1CCCC')).material, 240, thresholds);
    expect(musk.from).toBe('larger-structure');
    expect(thresholdOf(libraryMaterial('oil').material, 160, thresholds).from).toBe('typical');
  });

  it('knows that aldehydes and sulphur smell stronger than alcohols', () => {
    const of = (text: string) => estimateThreshold(text, thresholds)?.logInverse ?? Number.NaN;
    expect(of('CCCCCCCC=O')).toBeGreaterThan(of('CCCCCCCCO') + 1);
    expect(of('CCCS')).toBeGreaterThan(of('CCCO') + 2);
  });

  it('stays within what was measured, and owns to more error for what is larger', () => {
    const vanillin = estimateThreshold('COC1=C(C=CC(=C1)C=O)O', thresholds);
    expect(vanillin?.logInverse).toBe(thresholds.range.most);
    const musk = libraryMaterial('musk', smiles('C1CCCCCCCOC(=O)CCCCCC1CCCC')).material;
    expect(thresholdOf(musk, 240, thresholds).error).toBeGreaterThan(thresholds.error);
  });

  it('is not made for what the model never saw', () => {
    for (const text of ['ClCCl', 'O', '[Na+].[Cl-]', 'C[Si](C)C', 'not smiles']) {
      expect(estimateThreshold(text, thresholds)).toBeUndefined();
    }
  });

  it.skipIf(!existsSync(measured))('is the fit to the measured thresholds that it says it is', () => {
    const rows = readRows(measured).flatMap((row) => {
      const molecule = readSmiles(row.get('isomeric_smiles') ?? '');
      const features = molecule && thresholdFeaturesOf(molecule);
      const isPlain = molecule?.every(({ element }) => element === 'C' || element === 'O');
      return features ? [{ features, isPlain, value: Number(row.get('log10_inv_odt_ppm')) }] : [];
    });
    expect(rows).toHaveLength(thresholds.compounds);
    const { least, most, mostWithNitrogenOrSulphur } = thresholds.range;
    expect(Math.min(...rows.map(({ value }) => value))).toBeCloseTo(least, 2);
    expect(Math.max(...rows.map(({ value }) => value))).toBeCloseTo(mostWithNitrogenOrSulphur, 2);
    expect(Math.max(...rows.map(({ isPlain, value }) => (isPlain ? value : 0)))).toBeCloseTo(most, 2);
    const { coefficients, leftOut } = leastSquares(
      rows.map(({ features }) => thresholdFeatures.map((name) => features[name])),
      rows.map(({ value }) => value),
      0.1,
    );
    for (const [at, name] of thresholdFeatures.entries()) {
      expect(thresholds.coefficients[name]).toBeCloseTo(coefficients[at] ?? Number.NaN, 2);
    }
    expect(rootMeanSquare(leftOut)).toBeCloseTo(thresholds.error, 2);
  });
});
