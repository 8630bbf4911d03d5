/**
 * @file A molecule read from SMILES: atoms, bonds, hydrogens, and which atoms are aromatic. Enough to count groups of atoms;
 * stereochemistry is passed over.
 *
 * Aromatic here means what the group-contribution methods mean: six-rings of alternating bonds, fused ones included, and
 * five-rings whose fifth atom gives a lone pair. A pyrone or a quinone is not.
 */

export interface Bond {
  readonly to: number;
  readonly order: 1 | 2 | 3;
}

export interface Atom {
  /** `C`, `O`, `Cl`: never lower case. */
  readonly element: string;
  readonly charge: number;
  /** Hydrogens on it, written or not. */
  readonly hydrogens: number;
  readonly isAromatic: boolean;
  readonly bonds: readonly Bond[];
}

export type Molecule = readonly Atom[];

interface Draft {
  element: string;
  charge: number;
  /** As a bracket says it; undefined where valence decides. */
  written: number | undefined;
  isLower: boolean;
  bonds: { to: number; order: 1 | 2 | 3 }[];
}

const organic = /^(?:Cl|Br|[BCNOPSFI]|[bcnops])/;
const bracket = /^\[\d*([A-Z][a-z]?|[bcnops]|se|as)@{0,2}(?:H(\d?))?([+-]\d?|\++|-+)?(?::\d+)?\]/;
const valences: Readonly<Record<string, readonly number[]>> = {
  B: [3],
  C: [4],
  N: [3, 5],
  O: [2],
  P: [3, 5],
  S: [2, 4, 6],
  F: [1],
  Cl: [1],
  Br: [1],
  I: [1],
};
const orders: Readonly<Record<string, 1 | 2 | 3>> = { '-': 1, '/': 1, '\\': 1, ':': 1, '=': 2, '#': 3 };

/** The last molecules read, since one formula asks for the same many times over. */
const lately = new Map<string, Molecule | undefined>();
const mostLately = 1000;

/** The molecule that `smiles` writes down; undefined where it cannot be read. */
export function readSmiles(smiles: string): Molecule | undefined {
  if (lately.has(smiles)) return lately.get(smiles);
  const drafts = draftsOf(smiles.trim());
  const molecule = drafts && finished(drafts);
  if (lately.size >= mostLately) lately.clear();
  lately.set(smiles, molecule);
  return molecule;
}

function draftsOf(smiles: string): Draft[] | undefined {
  const atoms: Draft[] = [];
  const branches: number[] = [];
  const open = new Map<string, { from: number; order: 1 | 2 | 3 | undefined }>();
  let last = -1;
  let order: 1 | 2 | 3 | undefined;
  let rest = smiles;

  const join = (from: number, to: number, bond: 1 | 2 | 3) => {
    atoms[from]?.bonds.push({ to, order: bond });
    atoms[to]?.bonds.push({ to: from, order: bond });
  };
  const add = (symbol: string, written: number | undefined, charge: number) => {
    const isLower = symbol !== symbol[0]?.toUpperCase() + symbol.slice(1);
    atoms.push({ element: symbol[0]?.toUpperCase() + symbol.slice(1), charge, written, isLower, bonds: [] });
    if (last >= 0) join(last, atoms.length - 1, order ?? 1);
    last = atoms.length - 1;
    order = undefined;
  };

  while (rest !== '') {
    const [first = ''] = rest;
    const inBracket = first === '[' ? bracket.exec(rest) : null;
    const plain = organic.exec(rest);
    const ring = /^(?:%(\d\d)|(\d))/.exec(rest);
    let length = 1;
    if (inBracket) {
      const [whole, symbol = '', count, sign = ''] = inBracket;
      add(symbol, /H/.test(whole.slice(1 + symbol.length)) ? Number(count || 1) : 0, chargeOf(sign));
      length = whole.length;
    } else if (plain) {
      add(plain[0], undefined, 0);
      length = plain[0].length;
    } else if (ring && last >= 0) {
      const label = ring[1] ?? ring[2] ?? '';
      const before = open.get(label);
      if (before) {
        if (before.from === last) return undefined;
        join(before.from, last, order ?? before.order ?? 1);
        open.delete(label);
      } else open.set(label, { from: last, order });
      order = undefined;
      length = ring[0].length;
    } else if (first === '(') branches.push(last);
    else if (first === ')') {
      const back = branches.pop();
      if (back === undefined) return undefined;
      last = back;
    } else if (first === '.') last = -1;
    else if (orders[first]) order = orders[first];
    else return undefined;
    rest = rest.slice(length);
  }
  return atoms.length > 0 && open.size === 0 && branches.length === 0 ? atoms : undefined;
}

function chargeOf(sign: string): number {
  if (sign === '') return 0;
  const size = /\d/.test(sign) ? Number(sign.slice(1)) : sign.length;
  return sign[0] === '-' ? -size : size;
}

function finished(drafts: readonly Draft[]): Molecule {
  const aromatic = aromaticAtoms(drafts);
  return drafts.map((draft, at) => ({
    element: draft.element,
    charge: draft.charge,
    hydrogens: draft.written ?? implied(draft),
    isAromatic: aromatic.has(at),
    bonds: draft.bonds,
  }));
}

/** Hydrogens that fill up the lowest valence its bonds fit in. */
function implied({ element, isLower, bonds }: Draft): number {
  const used = bonds.reduce((sum, { order }) => sum + order, isLower ? 1 : 0);
  if (isLower && element !== 'C') return 0;
  const valence = valences[element]?.find((one) => one >= used);
  return valence === undefined ? 0 : valence - used;
}

function aromaticAtoms(atoms: readonly Draft[]): ReadonlySet<number> {
  const aromatic = new Set(atoms.flatMap(({ isLower }, at) => (isLower ? [at] : [])));
  const rings = smallRings(atoms);
  let before = -1;
  // A ring may count only once its neighbour does, as in naphthalene.
  while (before !== aromatic.size) {
    before = aromatic.size;
    for (const ring of rings) if (isAromaticRing(ring, atoms, aromatic)) for (const at of ring) aromatic.add(at);
  }
  return aromatic;
}

function isAromaticRing(ring: readonly number[], atoms: readonly Draft[], aromatic: ReadonlySet<number>): boolean {
  let lonePairs = 0;
  for (const at of ring) {
    const atom = atoms[at] as Draft;
    const double = atom.bonds.find(({ order }) => order === 2);
    if (double && (ring.includes(double.to) || aromatic.has(double.to))) continue;
    if (double || !['O', 'N', 'S'].includes(atom.element)) return false;
    lonePairs += 1;
  }
  return ring.length === 6 ? lonePairs === 0 : lonePairs === 1;
}

/** Every ring of five or six atoms, once. */
function smallRings(atoms: readonly Draft[]): readonly (readonly number[])[] {
  const rings: number[][] = [];
  const walk = (path: number[]) => {
    const [start = 0] = path;
    for (const { to } of atoms[path.at(-1) ?? 0]?.bonds ?? []) {
      // Each ring is met from its lowest atom in both directions; keep one.
      if (to === start && path.length >= 5 && (path[1] ?? 0) < (path.at(-1) ?? 0)) rings.push([...path]);
      if (to > start && path.length < 6 && !path.includes(to)) walk([...path, to]);
    }
  };
  for (const at of atoms.keys()) walk([at]);
  return rings;
}
