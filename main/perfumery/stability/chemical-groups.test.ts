import { describe, expect, it } from 'vitest';
import { parseCas } from '#perfumery/material/cas.ts';
import { molecularWeight } from '#perfumery/material/molecular-weight.ts';
import { readSmiles } from '#perfumery/volatility/molecule.ts';
import { chemicalGroupsOf } from './chemical-groups.ts';
import { knownSubstances } from './known-substances.ts';

const groups = (smiles: string) => [...chemicalGroupsOf(readSmiles(smiles) ?? [])].sort();

describe('what reacts', () => {
  it.each([
    ['decanal', 'CCCCCCCCCC=O', ['aldehyde', 'fatty-aldehyde']],
    ['benzaldehyde', 'C1=CC=C(C=C1)C=O', ['aldehyde']],
    ['hydroxycitronellal', 'CC(CCCC(C)(C)O)CC=O', ['aldehyde', 'fatty-aldehyde']],
    ['vanillin', 'COC1=C(C=CC(=C1)C=O)O', ['aldehyde', 'phenol']],
    ['methyl anthranilate', 'COC(=O)C1=CC=CC=C1N', ['ester', 'primary-amine']],
    ['methyl N-methylanthranilate', 'CNC1=CC=CC=C1C(=O)OC', ['ester', 'secondary-amine']],
    ['benzyl salicylate', 'C1=CC=C(C=C1)COC(=O)C2=CC=CC=C2O', ['ester', 'phenol', 'salicylate']],
    ['phenylacetaldehyde dimethyl acetal', 'COC(CC1=CC=CC=C1)OC', ['acetal']],
    ['heliotropin, whose bridge holds', 'C1OC2=C(O1)C=C(C=C2)C=O', ['aldehyde']],
    ['indole, no amine to speak of', 'C1=CC=C2C(=C1)C=CN2', []],
    ['a Schiff base', 'CC(CCCC(C)(C)O)CC=NC1=CC=CC=C1C(=O)OC', ['ester']],
    ['muscone', 'CC1CCCCCCCCCCCCC(=O)C1', []],
    ['acetic acid', 'CC(=O)O', []],
  ])('in %s', (_, smiles, expected) => expect(groups(smiles)).toEqual(expected));
});

describe('the substances that are known inside others', () => {
  it('have CAS numbers that can be, and structures that come to their formulas', () => {
    for (const [cas, { formula, smiles }] of knownSubstances) {
      expect(parseCas(cas).ok, cas).toBe(true);
      const molecule = readSmiles(smiles) ?? [];
      const weight = molecule.reduce(
        (sum, { element, hydrogens }) => sum + (molecularWeight(element) ?? 0) + 1.008 * hydrogens,
        0,
      );
      expect(weight, cas).toBeCloseTo(molecularWeight(formula) ?? 0, 6);
    }
  });
});
