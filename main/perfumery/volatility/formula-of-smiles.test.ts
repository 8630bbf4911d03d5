import { expect, it } from 'vitest';
import { formulaOfSmiles } from './formula-of-smiles.ts';

it.each([
  ['CCO', 'C2H6O'],
  ['CC(=CCCC(C)(C=C)O)C', 'C10H18O'],
  ['COc1cc(C=O)ccc1O', 'C8H8O3'],
  ['O', 'H2O'],
  ['ClC(Cl)Cl', 'CHCl3'],
  ['C1CCCCC1)', undefined],
  ['hello', undefined],
  ['', undefined],
])('%s is %s', (smiles, formula) => expect(formulaOfSmiles(smiles)).toBe(formula));
