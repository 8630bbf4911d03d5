/**
 * @file How a material divides between octanol and water, from its activity coefficients in both by UNIFAC: log P =
 * log10(0.151 g(water) / g(octanol)), with 0.151 for the moles in a litre of wet octanol over those in a litre of water
 * (Arbuckle, Environ. Sci. Technol. 1983, 17, 537). Sorts the oily from the rest; good to about one unit.
 */
import { unifac } from './unifac.ts';
import { type UnifacGroups, unifacGroupsOf } from './unifac-groups.ts';

const litres = 0.151;
const traces = 1e-9;
const temperature = 298.15;
const phases = ['O', 'CCCCCCCCO'].map((smiles) => unifacGroupsOf(smiles));

/** log10 of the partition coefficient between octanol and water at 25 °C. */
export function estimateLogP(groups: UnifacGroups): number {
  const [water = 1, octanol = 1] = phases.map((phase) => {
    const coefficients = new Float64Array(2);
    unifac([groups, phase], temperature)(Float64Array.of(traces, 1), coefficients);
    return coefficients[0] as number;
  });
  return Math.log10((litres * water) / octanol);
}
