/** @file What in a molecule reacts, as far as a perfume on the shelf is concerned. */
import type { Atom, Molecule } from '#perfumery/volatility/molecule.ts';

export type ChemicalGroup =
  | 'aldehyde'
  | 'fatty-aldehyde'
  | 'primary-amine'
  | 'secondary-amine'
  | 'ester'
  | 'salicylate'
  | 'acetal'
  | 'phenol';

/** The reactive groups of `molecule`. */
export function chemicalGroupsOf(molecule: Molecule): ReadonlySet<ChemicalGroup> {
  const groups = new Set<ChemicalGroup>();
  const at = (index: number) => molecule[index] as Atom;
  const beside = (atom: Atom, element: string) =>
    atom.bonds.map(({ to }) => at(to)).filter((one) => one.element === element);
  const isCarbonyl = (atom: Atom) => atom.bonds.some(({ to, order }) => order === 2 && at(to).element === 'O');
  const isSingle = ({ bonds }: Atom) => bonds.every(({ order }) => order === 1);

  for (const atom of molecule) {
    const oxygens = beside(atom, 'O');
    if (atom.element === 'C' && isCarbonyl(atom)) {
      if (oxygens.length === 1 && atom.hydrogens === 1 && beside(atom, 'N').length === 0) {
        groups.add('aldehyde');
        if (isFatty(molecule)) groups.add('fatty-aldehyde');
      }
      const isEster = oxygens.some(
        (one) => one.hydrogens === 0 && one.bonds.length === 2 && beside(one, 'C').length === 2,
      );
      if (isEster) groups.add('ester');
      const ring = beside(atom, 'C').find(({ isAromatic }) => isAromatic);
      if (
        isEster &&
        ring &&
        beside(ring, 'C').some((one) => beside(one, 'O').some(({ hydrogens }) => hydrogens === 1))
      ) {
        groups.add('salicylate');
      }
    }
    const ethers = oxygens.filter((one) => isSingle(one) && one.hydrogens === 0);
    if (atom.element === 'C' && isSingle(atom) && !atom.isAromatic && ethers.length === 2) {
      // A methylenedioxy bridge between aromatic carbons holds.
      if (!ethers.every((one) => beside(one, 'C').some(({ isAromatic }) => isAromatic))) groups.add('acetal');
    }
    if (atom.element === 'O' && atom.hydrogens === 1 && beside(atom, 'C').some(({ isAromatic }) => isAromatic)) {
      groups.add('phenol');
    }
    if (atom.element === 'N' && !atom.isAromatic && isSingle(atom) && !beside(atom, 'C').some(isCarbonyl)) {
      if (atom.hydrogens === 2 && beside(atom, 'C').length === 1) groups.add('primary-amine');
      if (atom.hydrogens === 1 && beside(atom, 'C').length === 2) groups.add('secondary-amine');
    }
  }
  return groups;
}

/** Open chains of eight to thirteen carbons. */
function isFatty(molecule: Molecule): boolean {
  const carbons = molecule.filter(({ element }) => element === 'C').length;
  const bonds = molecule.reduce((sum, one) => sum + one.bonds.length, 0) / 2;
  return bonds === molecule.length - 1 && carbons >= 8 && carbons <= 13;
}
