import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimateLogP } from '#perfumery/volatility/estimate-log-p.ts';
import { unifacGroupsOf } from '#perfumery/volatility/unifac-groups.ts';
import { readMaterials, readRows, sharedPath } from '#tests/catalogue/read-assets.ts';
import { rootMeanSquare } from './least-squares.ts';

const identity = sharedPath('data/identity/identity.csv');
const logP = (smiles: string) => estimateLogP(unifacGroupsOf(smiles) ?? new Map());

describe('the estimate of log P', () => {
  it.each([
    ['ethanol', 'CCO', -0.31],
    ['ethyl acetate', 'CCOC(C)=O', 0.73],
    ['benzyl alcohol', 'C1=CC=C(C=C1)CO', 1.1],
    ['benzene', 'C1=CC=CC=C1', 2.13],
    ['linalool', 'CC(=CCCC(C)(C=C)O)C', 2.97],
    ['limonene', 'CC1=CCC(CC1)C(=C)C', 4.57],
  ])('is within one of what was measured of %s', (_, smiles, measured) =>
    expect(Math.abs(logP(smiles) - measured)).toBeLessThan(1),
  );

  it.skipIf(!existsSync(identity))('is about one unit from XLogP3 over the catalogue', () => {
    const byCas = new Map(readRows(identity).map((row) => [row.get('cas'), Number.parseFloat(row.get('xlogp') ?? '')]));
    const errors = readMaterials().flatMap(({ cas, smiles }) => {
      const groups = smiles && unifacGroupsOf(smiles.value);
      const known = cas.map((one) => byCas.get(one)).find((one) => one !== undefined && !Number.isNaN(one));
      return groups && known !== undefined ? [estimateLogP(groups) - known] : [];
    });
    expect(errors.length).toBeGreaterThan(80);
    expect(rootMeanSquare(errors)).toBeLessThan(1.1);
  });
});
