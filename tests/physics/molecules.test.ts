import { describe, expect, it } from 'vitest';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { unifacGroupsOf } from '#perfumery/volatility/unifac-groups.ts';
import { readMaterials } from '#tests/catalogue/read-assets.ts';

describe('the catalogue', () => {
  it('has groups of UNIFAC for most materials whose structure is known', () => {
    const smiles = readMaterials().flatMap((material) => (material.smiles ? [material.smiles.value] : []));
    const covered = smiles.filter((one) => unifacGroupsOf(one) !== undefined);
    expect(smiles.length).toBeGreaterThan(100);
    expect(covered.length / smiles.length).toBeGreaterThan(0.88);
  });

  it('reads each structure to the formula it states, hydrogens included', () => {
    let compared = 0;
    for (const { id, smiles, molecularFormula } of readMaterials()) {
      if (!smiles || !molecularFormula) continue;
      const molecule = readSmiles(smiles.value);
      const counts = new Map<string, number>();
      const add = (element: string, count: number) => counts.set(element, (counts.get(element) ?? 0) + count);
      for (const { element, hydrogens } of molecule ?? []) {
        add(element, 1);
        if (hydrogens > 0) add('H', hydrogens);
      }
      const formula = ['C', 'H', ...[...counts.keys()].filter((one) => one !== 'C' && one !== 'H').sort()]
        .filter((element) => counts.has(element))
        .map((element) => `${element}${counts.get(element) === 1 ? '' : counts.get(element)}`)
        .join('');
      expect(`${id} ${formula}`).toBe(`${id} ${molecularFormula.value}`);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(100);
  });
});
