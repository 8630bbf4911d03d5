/**
 * @file A molecule taken apart into groups of UNIFAC. Each atom falls to exactly one group, functional groups before what
 * is left of the skeleton; a molecule with an atom that no group takes has none at all, and is treated as ideal.
 */
import type { Atom, Molecule } from './molecule.ts';
import { readSmiles } from './molecule.ts';
import { type UnifacGroupName, unifacGroups } from './unifac-parameters.ts';

export type UnifacGroups = ReadonlyMap<UnifacGroupName, number>;

/** The groups of the molecule `smiles` writes; undefined where it cannot be read, or some part of it is no known group. */
export function unifacGroupsOf(smiles: string): UnifacGroups | undefined {
  const molecule = readSmiles(smiles);
  return molecule && groupsOf(molecule);
}

/** Whether any of `groups` is by difference of published ones. */
export function hasDerivedGroup(groups: UnifacGroups): boolean {
  return [...groups.keys()].some((name) => 'isDerived' in unifacGroups[name]);
}

function groupsOf(molecule: Molecule): UnifacGroups | undefined {
  const [only] = molecule;
  if (molecule.length === 1) return only?.element === 'O' && only.hydrogens === 2 ? new Map([['H2O', 1]]) : undefined;
  if (molecule.some((atom) => !['C', 'O', 'N'].includes(atom.element) || atom.charge !== 0)) return undefined;
  if (molecule.some((atom) => atom.isAromatic && atom.element !== 'C')) return undefined;
  // Methanol is a group of its own in UNIFAC, with parameters that are not kept here.
  if (molecule.length === 2 && molecule.some(({ hydrogens, element }) => element === 'O' && hydrogens === 1)) {
    return undefined;
  }
  const sorting = new Sorting(molecule);
  sorting.carbonyls();
  sorting.hydroxyls();
  sorting.amines();
  sorting.ethers();
  sorting.rings();
  sorting.doubleBonds();
  sorting.skeleton();
  return sorting.isDone ? sorting.counts : undefined;
}

class Sorting {
  readonly counts = new Map<UnifacGroupName, number>();
  readonly #molecule: Molecule;
  readonly #taken = new Set<number>();

  constructor(molecule: Molecule) {
    this.#molecule = molecule;
  }

  get isDone(): boolean {
    return this.#taken.size === this.#molecule.length;
  }

  /** Esters and acids first, so that a CH2 between two carbonyls goes to the ester. */
  carbonyls(): void {
    const carbonyls = this.#each((atom) => atom.element === 'C' && this.#doubleOxygen(atom) !== undefined);
    const isEster = (at: number) => this.#neighbours(at, 'O').length > 1;
    for (const at of [...carbonyls.filter(isEster), ...carbonyls.filter((one) => !isEster(one))]) this.#carbonyl(at);
  }

  #carbonyl(at: number): void {
    const atom = this.#atom(at);
    const oxygen = this.#doubleOxygen(atom) as number;
    const others = this.#neighbours(at, 'O').filter((one) => one !== oxygen);
    const beside = this.#neighbours(at, 'C');
    if (this.#neighbours(at, 'N').length > 0 || others.length > 1 || atom.hydrogens > 1) return;
    const [other] = others;
    if (other !== undefined) {
      const isAnhydride = this.#neighbours(other, 'C').some(
        (one) => one !== at && this.#doubleOxygen(this.#atom(one)) !== undefined,
      );
      if (isAnhydride || this.#taken.has(other)) return;
      if (this.#atom(other).hydrogens === 1 && beside.length === 1) this.#take('COOH', at, oxygen, other);
      else if (this.#atom(other).hydrogens === 1) return;
      else if (atom.hydrogens === 1) this.#take('HCOO', at, oxygen, other);
      else this.#takeWith(beside, [at, oxygen, other], { 3: 'CH3COO', 2: 'CH2COO' }, 'COO');
    } else if (atom.hydrogens === 1) this.#take('CHO', at, oxygen);
    else if (beside.length === 2) this.#takeWith(beside, [at, oxygen], { 3: 'CH3CO', 2: 'CH2CO' }, 'CO');
  }

  hydroxyls(): void {
    for (const at of this.#each((atom) => atom.element === 'O' && atom.hydrogens === 1)) {
      const [carbon] = this.#neighbours(at, 'C');
      if (carbon === undefined || this.#taken.has(carbon)) continue;
      if (this.#atom(carbon).isAromatic) this.#take('ACOH', carbon, at);
      else this.#take('OH', at);
    }
  }

  amines(): void {
    for (const at of this.#each((atom) => atom.element === 'N' && isSaturated(atom))) {
      const beside = this.#neighbours(at, 'C').filter((one) => !this.#taken.has(one));
      const ring = beside.find((one) => this.#atom(one).isAromatic);
      const { hydrogens } = this.#atom(at);
      if (hydrogens === 2 && ring !== undefined) this.#take('ACNH2', ring, at);
      else if (hydrogens === 1) this.#takeWith(beside, [at], { 3: 'CH3NH', 2: 'CH2NH', 1: 'CHNH' });
    }
  }

  /** Those with the fewest carbons to choose from first: an acetal's inner oxygens must not take one another's. */
  ethers(): void {
    const choices = (at: number) => this.#neighbours(at, 'C').filter((one) => this.#isFreeAlkyl(one));
    const oxygens = this.#each(({ element, hydrogens }) => element === 'O' && hydrogens === 0).filter(
      (at) => this.#neighbours(at, 'C').length === 2,
    );
    for (const at of oxygens.sort((a, b) => choices(a).length - choices(b).length)) {
      this.#takeWith(choices(at), [at], { 3: 'CH3O', 2: 'CH2O', 1: 'CH-O' }, 'O');
    }
  }

  rings(): void {
    for (const at of this.#each((atom) => atom.isAromatic)) {
      if (this.#atom(at).hydrogens === 1) this.#take('ACH', at);
      else this.#takeWith(this.#neighbours(at, 'C'), [at], { 3: 'ACCH3', 2: 'ACCH2', 1: 'ACCH' }, 'AC');
    }
  }

  doubleBonds(): void {
    const names = { 21: 'CH2=CH', 11: 'CH=CH', 20: 'CH2=C', 10: 'CH=C', 0: 'C=C' } as const;
    for (const at of this.#each(({ element }) => element === 'C')) {
      const double = this.#atom(at).bonds.find(({ to, order }) => order === 2 && !this.#taken.has(to));
      if (!double || this.#taken.has(at) || this.#atom(double.to).element !== 'C') continue;
      const here = this.#atom(at).hydrogens;
      const there = this.#atom(double.to).hydrogens;
      const name = names[(Math.max(here, there) * 10 + Math.min(here, there)) as keyof typeof names];
      if (name) this.#take(name, at, double.to);
    }
  }

  skeleton(): void {
    const names = ['C', 'CH', 'CH2', 'CH3'] as const;
    for (const at of this.#each((atom) => atom.element === 'C' && isSaturated(atom) && !atom.isAromatic)) {
      const name = names[this.#atom(at).hydrogens];
      if (name) this.#take(name, at);
    }
  }

  #atom(at: number): Atom {
    return this.#molecule[at] as Atom;
  }

  /** Untaken atoms that `fits`, by place. */
  #each(fits: (atom: Atom) => boolean): number[] {
    return [...this.#molecule.keys()].filter((at) => !this.#taken.has(at) && fits(this.#atom(at)));
  }

  #neighbours(at: number, element: string): number[] {
    return this.#atom(at)
      .bonds.map(({ to }) => to)
      .filter((to) => this.#atom(to).element === element);
  }

  #doubleOxygen(atom: Atom): number | undefined {
    return atom.bonds.find(({ to, order }) => order === 2 && this.#atom(to).element === 'O')?.to;
  }

  #isFreeAlkyl(at: number): boolean {
    const atom = this.#atom(at);
    return !this.#taken.has(at) && atom.element === 'C' && !atom.isAromatic && isSaturated(atom);
  }

  #take(name: UnifacGroupName, ...atoms: number[]): void {
    for (const at of atoms) this.#taken.add(at);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Takes `own` together with the neighbour that has the most hydrogens among those `names` lists, or else alone. */
  #takeWith(
    beside: readonly number[],
    own: readonly number[],
    names: Readonly<Partial<Record<number, UnifacGroupName>>>,
    alone?: UnifacGroupName,
  ): void {
    if (own.some((at) => this.#taken.has(at))) return;
    const best = beside
      .filter((at) => this.#isFreeAlkyl(at) && names[this.#atom(at).hydrogens])
      .sort((a, b) => this.#atom(b).hydrogens - this.#atom(a).hydrogens)[0];
    const name = best === undefined ? alone : names[this.#atom(best).hydrogens];
    if (name) this.#take(name, ...own, ...(best === undefined ? [] : [best]));
  }
}

function isSaturated({ bonds }: Atom): boolean {
  return bonds.every(({ order }) => order === 1);
}
