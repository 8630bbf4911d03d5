/** @file What a molecule is counted by to estimate its vapour pressure: its size and shape, and the groups that hold it in the liquid. */
import type { Atom, Molecule } from './molecule.ts';

export const pressureFeatures = [
  'one',
  'carbon',
  'aromatic',
  'ring',
  'doubleBond',
  'branch',
  'quaternary',
  'alcohol',
  'phenol',
  'chelatedPhenol',
  'acid',
  'ester',
  'lactone',
  'ketone',
  'aldehyde',
  'ether',
  'amine',
  'nitrogen',
  'nitro',
  'sulphur',
  'secondDonor',
  'arylCarbonyl',
] as const;
export type PressureFeature = (typeof pressureFeatures)[number];

/** More quaternary carbons than this are not taken to make a cage any more volatile. */
const mostQuaternary = 2;
/** Atoms in the largest ring that counts as one, and whose esters are lactones. */
const largestSmallRing = 8;

/** The counts of `molecule`; undefined for what the model was not made for: no carbon, charges other than in nitro groups, or other elements than C, H, N, O, S. */
export function pressureFeaturesOf(molecule: Molecule): Readonly<Record<PressureFeature, number>> | undefined {
  const at = (index: number) => molecule[index] as Atom;
  const isNitro = (atom: Atom) =>
    atom.element === 'N' && atom.charge >= 0 && atom.bonds.filter(({ to }) => at(to).element === 'O').length === 2;
  const isOutside = (atom: Atom) =>
    !['C', 'N', 'O', 'S'].includes(atom.element) ||
    (atom.charge !== 0 && !isNitro(atom) && !atom.bonds.some(({ to }) => isNitro(at(to))));
  if (molecule.some(isOutside) || !molecule.some(({ element }) => element === 'C')) return undefined;

  const all = [...molecule.keys()];
  const count = (fits: (atom: Atom, index: number) => boolean) => molecule.filter(fits).length;
  const isCarbonyl = (atom: Atom) =>
    atom.element === 'C' && atom.bonds.some(({ to, order }) => order === 2 && at(to).element === 'O');
  const singleOxygens = (atom: Atom) => atom.bonds.filter(({ to, order }) => order === 1 && at(to).element === 'O');
  const isHydroxyl = (atom: Atom) => atom.element === 'O' && atom.hydrogens === 1;
  const carbonOf = (atom: Atom) => at(atom.bonds[0]?.to ?? 0);

  const carbonyls = molecule.filter(isCarbonyl);
  const acids = carbonyls.filter((atom) => singleOxygens(atom).some(({ to }) => isHydroxyl(at(to)))).length;
  const esters = carbonyls.filter((atom) => singleOxygens(atom).length > 0).length - acids;
  const lactones = all.filter(
    (index) => isCarbonyl(at(index)) && singleOxygens(at(index)).some(({ to }) => isInSmallRing(molecule, index, to)),
  ).length;
  const aldehydes = carbonyls.filter((atom) => singleOxygens(atom).length === 0 && atom.hydrogens > 0).length;
  const hydroxyls = molecule.filter((atom) => isHydroxyl(atom) && !isCarbonyl(carbonOf(atom)));
  const phenols = hydroxyls.filter((atom) => carbonOf(atom).isAromatic);
  const chelated = phenols.filter((atom) =>
    carbonOf(atom).bonds.some(({ to }) =>
      at(to).bonds.some((bond) => !at(bond.to).isAromatic && isCarbonyl(at(bond.to))),
    ),
  ).length;
  const ethers = count(
    ({ element, bonds, hydrogens, isAromatic }) =>
      element === 'O' &&
      hydrogens === 0 &&
      !isAromatic &&
      bonds.length === 2 &&
      !bonds.some(({ to }) => isCarbonyl(at(to))),
  );
  const nitros = molecule.filter(isNitro).length;
  const amines = count(({ element, hydrogens }) => element === 'N' && hydrogens > 0);
  let doubleBonds = 0;
  for (const { element, isAromatic, bonds } of molecule) {
    if (element !== 'C' || isAromatic) continue;
    for (const { to, order } of bonds) if (order > 1 && at(to).element === 'C') doubleBonds += (order - 1) / 2;
  }
  return {
    one: 1,
    carbon: count(({ element }) => element === 'C'),
    aromatic: count(({ isAromatic }) => isAromatic) / 6,
    ring: smallRings(molecule),
    doubleBond: doubleBonds,
    branch: count(({ element, isAromatic, bonds }) => element === 'C' && !isAromatic && bonds.length === 3),
    quaternary: Math.min(
      mostQuaternary,
      count(({ element, bonds }) => element === 'C' && bonds.length === 4),
    ),
    alcohol: hydroxyls.length - phenols.length,
    phenol: phenols.length - chelated,
    chelatedPhenol: chelated,
    acid: acids,
    ester: esters - lactones,
    lactone: lactones,
    ketone: carbonyls.length - acids - esters - aldehydes,
    aldehyde: aldehydes,
    ether: ethers,
    amine: amines,
    nitrogen: count(({ element }) => element === 'N') - amines - nitros,
    nitro: nitros,
    sulphur: count(({ element }) => element === 'S'),
    secondDonor: Math.max(0, hydroxyls.length - chelated + acids + amines - 1),
    arylCarbonyl: carbonyls.some((atom) => atom.bonds.some(({ to }) => at(to).isAromatic)) ? 1 : 0,
  };
}

/** Rings by Euler's formula, less those of more than eight atoms: these are as supple as chains. */
function smallRings(molecule: Molecule): number {
  const bonds = molecule.reduce((sum, atom) => sum + atom.bonds.length, 0) / 2;
  const seen = new Set<number>();
  let pieces = 0;
  for (const start of molecule.keys()) {
    if (seen.has(start)) continue;
    pieces += 1;
    for (const index of distancesFrom(molecule, start).keys()) seen.add(index);
  }
  const rings = bonds - molecule.length + pieces;
  const isInLarge = (index: number) =>
    (molecule[index] as Atom).bonds.some(({ to }) => (ringAround(molecule, index, to) ?? 0) > largestSmallRing);
  return rings > 0 && [...molecule.keys()].some(isInLarge) ? rings - 1 : rings;
}

function isInSmallRing(molecule: Molecule, from: number, to: number): boolean {
  const size = ringAround(molecule, from, to);
  return size !== undefined && size <= largestSmallRing;
}

/** Atoms in the smallest ring that a bond is part of; undefined where it is part of none. */
function ringAround(molecule: Molecule, from: number, to: number): number | undefined {
  const around = distancesFrom(molecule, from, to).get(to);
  return around === undefined ? undefined : around + 1;
}

/** Bonds from `start` to every atom it hangs together with; `without`: not straight from `start` to that one. */
function distancesFrom(molecule: Molecule, start: number, without?: number): ReadonlyMap<number, number> {
  const distances = new Map([[start, 0]]);
  for (const [index, distance] of distances) {
    for (const { to } of (molecule[index] as Atom).bonds) {
      if (distances.has(to) || (index === start && to === without)) continue;
      distances.set(to, distance + 1);
    }
  }
  return distances;
}
