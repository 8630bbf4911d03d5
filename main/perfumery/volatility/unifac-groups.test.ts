import { describe, expect, it } from 'vitest';
import { readSmiles } from './molecule.ts';
import { hasDerivedGroup, unifacGroupsOf } from './unifac-groups.ts';

const written = (smiles: string) =>
  [...(unifacGroupsOf(smiles) ?? [])]
    .map(([name, count]) => `${count} ${name}`)
    .sort()
    .join(', ');

describe('groups of UNIFAC', () => {
  it.each([
    ['water', 'O', '1 H2O'],
    ['ethanol', 'CCO', '1 CH2, 1 CH3, 1 OH'],
    ['limonene', 'CC1=CCC(CC1)C(=C)C', '1 CH, 1 CH2=C, 1 CH=C, 2 CH3, 3 CH2'],
    ['linalool', 'CC(=CCCC(C)(C=C)O)C', '1 C, 1 CH2=CH, 1 CH=C, 1 OH, 2 CH2, 3 CH3'],
    ['linalyl acetate', 'CC(=CCCC(C)(C=C)OC(=O)C)C', '1 C, 1 CH2=CH, 1 CH3COO, 1 CH=C, 2 CH2, 3 CH3'],
    ['citral', 'CC(=CCCC(=CC=O)C)C', '1 CHO, 2 CH2, 2 CH=C, 3 CH3'],
    ['phenethyl alcohol', 'C1=CC=C(C=C1)CCO', '1 ACCH2, 1 CH2, 1 OH, 5 ACH'],
    ['the same, written aromatic', 'c1ccccc1CCO', '1 ACCH2, 1 CH2, 1 OH, 5 ACH'],
    ['vanillin', 'COC1=C(C=CC(=C1)C=O)O', '1 ACOH, 1 CH3O, 1 CHO, 2 AC, 3 ACH'],
    ['methyl anthranilate', 'COC(=O)C1=CC=CC=C1N', '1 AC, 1 ACNH2, 1 CH3, 1 COO, 4 ACH'],
    ['beta-ionone', 'CC1=C(C(CCC1)(C)C)C=CC(=O)C', '1 C, 1 C=C, 1 CH3CO, 1 CH=CH, 3 CH2, 3 CH3'],
    ['alpha-damascone', 'CC=CC(=O)C1C(=CCCC1(C)C)C', '1 C, 1 CH, 1 CH=C, 1 CH=CH, 1 CO, 2 CH2, 4 CH3'],
    ['hedione', 'CCCCCC1C(CCC1=O)CC(=O)OC', '1 CH2CO, 1 CH2COO, 2 CH, 2 CH3, 5 CH2'],
    ['a dimethyl acetal', 'COC(CC1=CC=CC=C1)OC', '1 ACCH2, 1 CH, 2 CH3O, 5 ACH'],
    ['cineole', 'CC1(C2CCC(O1)(CC2)C)C', '1 CH, 1 O, 2 C, 3 CH3, 4 CH2'],
    ['naphthalene', 'C1=CC=C2C=CC=CC2=C1', '2 AC, 8 ACH'],
    ['dipropylene glycol', 'CC(COCC(C)O)O', '1 CH2, 1 CH2O, 2 CH, 2 CH3, 2 OH'],
  ])('of %s', (_, smiles, groups) => expect(written(smiles)).toBe(groups));

  it.each([
    ['a pyrrole', 'C1=CC=C2C(=C1)C=CN2'],
    ['a Schiff base', 'CCCCC=NC1=CC=CC=C1'],
    ['a nitro compound', 'CC1=CC=CC=C1[N+](=O)[O-]'],
    ['an oxime', 'CCC(C)CC(=NO)CC'],
    ['a carbonate', 'CCCCC#CC(=O)OC'],
    ['methanol, which is a group of its own', 'CO'],
    ['nothing that can be read', 'C1CC('],
  ])('are not known for %s', (_, smiles) => expect(unifacGroupsOf(smiles)).toBeUndefined());

  it('say where one is by difference of published groups', () => {
    expect(hasDerivedGroup(unifacGroupsOf('CC1(C2CCC(O1)(CC2)C)C') ?? new Map())).toBe(true);
    expect(hasDerivedGroup(unifacGroupsOf('CCO') ?? new Map())).toBe(false);
  });
});

describe('molecules', () => {
  it('cannot be read from a torn text', () => {
    for (const text of ['', 'C(', 'C)', 'C1CC', 'CxC', '[', '1CC']) expect(readSmiles(text)).toBeUndefined();
  });
});
