/** @file What a molecule is counted by to estimate its odour threshold: its size and the groups a nose is sharp for. */
import type { Atom, Molecule } from '#perfumery/volatility/molecule.ts';

export const thresholdFeatures = [
  'one',
  'size',
  'sizeSquared',
  'aldehyde',
  'acid',
  'ester',
  'ketone',
  'alcohol',
  'phenol',
  'ether',
  'aromatic',
  'doubleBond',
  'branch',
  'sulphur',
  'amine',
  'pyridineOrPyrrole',
] as const;
export type ThresholdFeature = (typeof thresholdFeatures)[number];

/** Atoms other than hydrogen beyond which a larger molecule is not taken to smell any stronger. */
const largest = 14;

/** The counts of `molecule`; undefined for what the model was not made for: no carbon, charges, or other elements than C, H, N, O, S. */
export function thresholdFeaturesOf(molecule: Molecule): Readonly<Record<ThresholdFeature, number>> | undefined {
  const isOutside = ({ element, charge }: Atom) => !['C', 'N', 'O', 'S'].includes(element) || charge !== 0;
  if (molecule.some(isOutside) || !molecule.some(({ element }) => element === 'C')) return undefined;
  const at = (index: number) => molecule[index] as Atom;
  const isCarbonyl = (atom: Atom) =>
    atom.element === 'C' && atom.bonds.some(({ to, order }) => order === 2 && at(to).element === 'O');
  const oxygensOn = (atom: Atom) => atom.bonds.filter(({ to }) => at(to).element === 'O');
  const isHydroxyl = (atom: Atom) => atom.element === 'O' && atom.hydrogens === 1;
  const besideOf = (atom: Atom) => at(atom.bonds[0]?.to ?? 0);
  const count = (fits: (atom: Atom) => boolean) => molecule.filter(fits).length;

  const carbonyls = molecule.filter(isCarbonyl);
  const acid = carbonyls.filter((atom) => oxygensOn(atom).some(({ to }) => isHydroxyl(at(to)))).length;
  const ester = carbonyls.filter((atom) => oxygensOn(atom).length > 1).length - acid;
  const aldehyde = carbonyls.filter((atom) => oxygensOn(atom).length === 1 && atom.hydrogens > 0).length;
  const hydroxyls = molecule.filter(isHydroxyl).filter((atom) => !isCarbonyl(besideOf(atom)));
  const phenol = hydroxyls.filter((atom) => besideOf(atom).isAromatic).length;
  const divalent = count(({ element, bonds }) => element === 'O' && bonds.length === 2);
  const size = Math.min(molecule.length, largest);
  let doubleBonds = 0;
  for (const { element, isAromatic, bonds } of molecule) {
    if (element !== 'C' || isAromatic) continue;
    doubleBonds += bonds.filter(({ to, order }) => order === 2 && at(to).element === 'C').length / 2;
  }
  return {
    one: 1,
    size,
    sizeSquared: size * size,
    aldehyde: present(aldehyde),
    acid: present(acid),
    ester: present(ester),
    ketone: present(carbonyls.length - acid - ester - aldehyde),
    alcohol: present(hydroxyls.length - phenol),
    phenol: present(phenol),
    ether: present(divalent - ester),
    aromatic: present(count(({ isAromatic, element }) => isAromatic && element === 'C')),
    doubleBond: present(doubleBonds),
    branch: present(count(({ element, bonds }) => element === 'C' && bonds.length === 4)),
    sulphur: present(count(({ element }) => element === 'S')),
    amine: present(count(({ element, isAromatic }) => element === 'N' && !isAromatic)),
    pyridineOrPyrrole: present(count(({ element, isAromatic }) => element === 'N' && isAromatic)),
  };
}

function present(count: number): 0 | 1 {
  return count > 0 ? 1 : 0;
}
