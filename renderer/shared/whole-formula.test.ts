import { expect, test } from 'vitest';
import { formulaOf, libraryMaterial, line, materialId, product, trialId } from '#tests/fixtures/bench.ts';
import { wholeFormula } from './whole-formula.ts';

test('a whole formula carries what it, its accords and its product name, and nothing else', () => {
  const library = new Map(
    ['linalool', 'vanillin', 'dpg', 'ethanol', 'oakmoss'].map((id) => [materialId(id), libraryMaterial(id)]),
  );
  const accords = new Map([[trialId('one'), formulaOf(line('vanillin', '1', { dilution: '10', solvent: 'dpg' }))]]);
  const formula = formulaOf(line('linalool', '5'), line('not there', '1'));
  const whole = wholeFormula({ formula, product: product(), accords }, library);
  expect([...whole.materials.keys()].toSorted()).toEqual(['dpg', 'ethanol', 'linalool', 'vanillin']);
});
