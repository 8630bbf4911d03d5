/**
 * @file Molecular weight from a formula. Abridged standard atomic weights of IUPAC 2021 (Prohaska et al., Pure Appl. Chem.
 * 2022, 94, 573), counted in thousandths so that sums are exact. Only the elements that occur on a perfumer's shelf.
 */

const thousandths: ReadonlyMap<string, number> = new Map([
  ['H', 1_008],
  ['Li', 6_940],
  ['B', 10_810],
  ['C', 12_011],
  ['N', 14_007],
  ['O', 15_999],
  ['F', 18_998],
  ['Na', 22_990],
  ['Mg', 24_305],
  ['Al', 26_982],
  ['Si', 28_085],
  ['P', 30_974],
  ['S', 32_060],
  ['Cl', 35_450],
  ['K', 39_098],
  ['Ca', 40_078],
  ['Ti', 47_867],
  ['Fe', 55_845],
  ['Cu', 63_546],
  ['Zn', 65_380],
  ['Se', 78_971],
  ['Br', 79_904],
  ['I', 126_900],
]);

const whole = /^(?:[A-Z][a-z]?(?:[2-9]|[1-9]\d{1,3})?)+$/;
const part = /([A-Z][a-z]?)(\d*)/g;

/**
 * g/mol of a formula in Hill order: `C10H18O` is 154.253. Undefined for an unknown element, any other order, an element
 * named twice, brackets, charges, or a count of nought or one that is written out.
 */
export function molecularWeight(formula: string): number | undefined {
  if (!whole.test(formula)) return undefined;
  const parts = [...formula.matchAll(part)].map(([, symbol = '', count]) => ({ symbol, count: Number(count || 1) }));
  if (!isHillOrder(parts.map(({ symbol }) => symbol))) return undefined;
  let sum = 0;
  for (const { symbol, count } of parts) {
    const weight = thousandths.get(symbol);
    if (weight === undefined) return undefined;
    sum += weight * count;
  }
  return sum / 1000;
}

/** Carbon, then hydrogen, then the alphabet; without carbon the alphabet alone (Hill, J. Am. Chem. Soc. 1900, 22, 478). */
function isHillOrder(symbols: readonly string[]): boolean {
  const ranks = symbols.map((symbol) => (symbols.includes('C') ? ({ C: ' 1', H: ' 2' }[symbol] ?? symbol) : symbol));
  return ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? '') < rank);
}
