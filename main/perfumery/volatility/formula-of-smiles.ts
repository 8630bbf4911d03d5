import { readSmiles } from './molecule.ts';

/** The molecular formula in Hill order that follows from a structure: `CCO` is `C2H6O`. Undefined where it cannot be read. */
export function formulaOfSmiles(smiles: string): string | undefined {
  const molecule = readSmiles(smiles);
  if (!molecule || molecule.length === 0) return undefined;
  const counts = new Map<string, number>();
  const add = (element: string, count: number) => {
    if (count > 0) counts.set(element, (counts.get(element) ?? 0) + count);
  };
  for (const { element, hydrogens } of molecule) {
    add(element, 1);
    add('H', hydrogens);
  }
  const hasCarbon = counts.has('C');
  const place = (element: string) => (hasCarbon && element === 'C' ? 0 : hasCarbon && element === 'H' ? 1 : 2);
  return [...counts]
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([element, count]) => (count === 1 ? element : `${element}${count}`))
    .join('');
}
