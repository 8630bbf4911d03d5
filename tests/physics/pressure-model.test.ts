import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Material } from '#perfumery/material/material.ts';
import { vapourPressureOf } from '#perfumery/volatility/estimate-vapour-pressure.ts';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { pressureFeatures, pressureFeaturesOf } from '#perfumery/volatility/pressure-features.ts';
import { readMaterials } from '#tests/catalogue/read-assets.ts';
import { libraryMaterial } from '#tests/fixtures/bench.ts';
import { pressures } from './examples.ts';
import { crossValidated, leastSquares, medianOf, robustFit, rootMeanSquare } from './least-squares.ts';
import { measuredElsewhere, measuredOfCatalogue, molecules, readPressure } from './measured-pressures.ts';

const fact = (value: number, method: 'measured' | 'own-estimate' = 'measured') => ({ value, method, source: 'test' });
const smiles = (value: string) => ({ smiles: { value, method: 'stated' as const, source: 'test' } });
const of = (more: Partial<Material>) => vapourPressureOf(libraryMaterial('any', more).material, pressures);
const byStructure = (text: string) => Math.log10(of(smiles(text))?.value ?? Number.NaN);
const folds = { folds: 10, bend: 0.4 };

describe('the vapour pressure of a material', () => {
  it('is what is known of it, however it was come by', () => {
    const known = { ...smiles('CCO'), boilingPoint: fact(78), blotterLife: fact(10) };
    expect(of({ ...known, vapourPressure: fact(7910) })).toEqual({ value: 7910, from: 'known' });
    expect(of({ ...known, vapourPressure: fact(5, 'own-estimate') })).toEqual({ value: 5, from: 'estimated-fact' });
  });

  it('is estimated from the boiling point, else from structure, else from its life on a blotter, each with its error', () => {
    const linalool = { ...smiles('CC(=CCCC(C)(C=C)O)C'), boilingPoint: fact(198), blotterLife: fact(12) };
    const { boilingPoint: _, ...withoutBoiling } = linalool;
    const estimates = [linalool, withoutBoiling, { blotterLife: fact(12) }].map(of);
    expect(estimates.map((one) => one?.from)).toEqual(['boiling-point', 'structure', 'blotter-life']);
    for (const estimate of estimates) {
      // 21 Pa was measured.
      expect(Math.abs(Math.log10((estimate?.value ?? 0) / 21))).toBeLessThan(estimate?.error ?? 0);
    }
    expect(of({})).toBeUndefined();
    expect(vapourPressureOf(libraryMaterial('any', linalool).material, undefined)).toBeUndefined();
  });

  it('falls with every carbon and more with every hydroxyl, and less where a chain is branched', () => {
    expect(byStructure('CCCCCCCCCC')).toBeLessThan(byStructure('CCCCCCCCC'));
    expect(byStructure('CCCCCCCCO')).toBeLessThan(byStructure('CCCCCCCC=O') - 0.5);
    expect(byStructure('CCCCCCCCOC(C)=O')).toBeLessThan(byStructure('CC(C)(C)CCCCOC(C)=O'));
  });

  it('takes a ring of sixteen for a chain, and its ester for an open one', () => {
    const count = (text: string) => pressureFeaturesOf(readSmiles(text) ?? [])?.lactone;
    expect([count('O=C1CCCCCCCCCCCCCCO1'), count('CCCCCC1CCC(=O)O1')]).toEqual([0, 1]);
    // 0.063 Pa from its boiling points at 2 and 9 mmHg.
    expect(Math.abs(byStructure('O=C1CCCCCCCCCCCCCCO1') - Math.log10(0.063))).toBeLessThan(0.7);
  });

  it('is not guessed from a structure the model was not made for, and never leaves what was measured', () => {
    for (const text of ['ClCCl', '[Na+].[Cl-]', 'C[Si](C)C', 'not smiles']) expect(of(smiles(text))).toBeUndefined();
    const { least } = pressures.structure.range;
    expect(byStructure(`${'C'.repeat(60)}O`)).toBeCloseTo(least, 9);
    expect(of(smiles('C'.repeat(40)))?.error).toBe(pressures.structure.errorOnAll);
  });
});

describe('the estimates', () => {
  const measured = readMaterials().filter(({ vapourPressure }) =>
    ['measured', 'extrapolated'].includes(vapourPressure?.method ?? ''),
  );
  const logOf = ({ vapourPressure }: Material) => Math.log10(vapourPressure?.value ?? Number.NaN);
  const hydroxyls = (text: string) =>
    readSmiles(text)?.filter(({ element, hydrogens }) => element === 'O' && hydrogens === 1).length ?? 0;

  it('from boiling points are the fit they say they are, and so is their error', () => {
    const rows = measured.flatMap((one) =>
      one.boilingPoint && one.smiles
        ? [{ row: [1, one.boilingPoint.value / 100, hydroxyls(one.smiles.value)], value: logOf(one) }]
        : [],
    );
    const { coefficients, leftOut } = leastSquares(
      rows.map(({ row }) => row),
      rows.map(({ value }) => value),
      0,
    );
    const { one, hundredDegrees, hydroxyl } = pressures.boilingPoint.coefficients;
    for (const [at, shipped] of [one, hundredDegrees, hydroxyl].entries()) {
      expect(shipped).toBeCloseTo(coefficients[at] ?? Number.NaN, 2);
    }
    expect(rootMeanSquare(leftOut)).toBeCloseTo(pressures.boilingPoint.error, 2);
  });

  it('from the life on a blotter are the fit they say they are, and so is their error', () => {
    const rows = measured.flatMap((one) =>
      one.kind === 'synthetic' && one.blotterLife ? [{ life: one.blotterLife.value, value: logOf(one) }] : [],
    );
    const { coefficients, leftOut } = leastSquares(
      rows.map(({ life }) => [1, Math.log10(life)]),
      rows.map(({ value }) => value),
      0,
    );
    expect(pressures.blotterLife.coefficients.one).toBeCloseTo(coefficients[0] ?? Number.NaN, 2);
    expect(pressures.blotterLife.coefficients.logHours).toBeCloseTo(coefficients[1] ?? Number.NaN, 2);
    expect(rootMeanSquare(leftOut)).toBeCloseTo(pressures.blotterLife.error, 2);
  });

  it('from structure are on the catalogue’s measured materials no worse than they say', () => {
    const errors = measuredOfCatalogue().map(({ row, value }) => {
      const { coefficients } = pressures.structure;
      return value - pressureFeatures.reduce((sum, feature, at) => sum + coefficients[feature] * (row[at] ?? 0), 0);
    });
    expect(errors.length).toBeGreaterThan(60);
    expect(rootMeanSquare(errors)).toBeLessThan(pressures.structure.error);
  });

  it('from structure are far better than saying the mean, in ten folds of the catalogue’s measured materials alone', () => {
    const rows = measuredOfCatalogue();
    const values = rows.map(({ value }) => value);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const errors = crossValidated(
      rows.map(({ row }) => row),
      values,
      folds,
    );
    expect(medianOf(errors)).toBeLessThan(0.6 * medianOf(values.map((value) => value - mean)));
  });

  it.skipIf(!existsSync(molecules))(
    'from structure are the fit they say they are, and so are their errors in ten folds',
    () => {
      const ours = measuredOfCatalogue();
      const all = [...ours, ...measuredElsewhere()];
      const rows = all.map(({ row }) => row);
      const values = all.map(({ value }) => value);
      const { coefficients, compounds, materials, error, medianError, errorOnAll, medianErrorOnAll, range } =
        pressures.structure as typeof pressures.structure &
          Readonly<Record<'compounds' | 'materials', number>> &
          Readonly<Record<'medianError' | 'medianErrorOnAll', number>>;
      expect([all.length, ours.length]).toEqual([compounds, materials]);
      const fitted = robustFit(rows, values, folds.bend);
      for (const [at, feature] of pressureFeatures.entries()) {
        expect(coefficients[feature], feature).toBeCloseTo(fitted[at] ?? Number.NaN, 2);
      }
      expect([range.least, range.most]).toEqual(
        [Math.min(...values), Math.max(...values)].map((one) => Number(one.toFixed(2))),
      );
      const errors = crossValidated(rows, values, folds);
      const onOurs = errors.slice(0, ours.length);
      const found = [rootMeanSquare(onOurs), medianOf(onOurs), rootMeanSquare(errors), medianOf(errors)];
      for (const [at, said] of [error, medianError, errorOnAll, medianErrorOnAll].entries()) {
        expect(found[at]).toBeCloseTo(said, 2);
      }
    },
  );
});

describe('what PubChem quotes', () => {
  it('is read where it is a value and nothing where it is not', () => {
    const read = (text: string) => readPressure(text)?.pressure.toPrecision(3);
    expect(read('0.159 mm Hg at 23.5 °C')).toBe('21.2');
    expect(read('8.5X10-5 mm Hg at 25 °C /Extrapolated/')).toBe('0.0113');
    expect(read('Vapor pressure, kPa at 20 °C: 5.8')).toBe('5.80e+3');
    for (const text of [
      '3.0X01-2 mm Hg at 25 °C',
      '2.5X10-1 mm Hg at 25 °C (est)',
      '<0.1 mm Hg at 20 °C',
      '0.00 mmHg',
      '1 mm Hg at 225 °F',
      '1.55 mmHg',
      '1 mm Hg at 77 °C',
    ]) {
      expect(readPressure(text), text).toBeUndefined();
    }
  });
});
