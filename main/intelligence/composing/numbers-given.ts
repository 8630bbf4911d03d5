/**
 * @file Which numbers of a text nobody gave: a language model may repeat what the engine reckoned, and nothing else.
 *
 * A number may be written with thousands separators, a decimal comma, a percent sign or in full-width digits; it is the same
 * number. A CAS number is one word: it has to be given as it stands. Markers of a list (`1.` at the beginning of a line) are not numbers.
 */

/** A number as it stands in a text. */
export interface NumberSaid {
  /** As written. */
  readonly text: string;
  /** UTF-16 units from the beginning. */
  readonly at: number;
  readonly value: number;
}

const written = /(?<![\p{L}\p{N}_])[-−]?\d[\d,.]*(?:[-–]\d[\d,.]*)*(?:e[+-]?\d+)?/giu;
const koreanUnits: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000, 만: 10_000, 억: 100_000_000 };

/** Every number said in `text`, ranges (`2-3`) as two. Number words in Korean count where a digit begins them (`3만`). */
export function numbersIn(text: string): readonly NumberSaid[] {
  const plain = text.replace(/[０-９．，]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const found: NumberSaid[] = [];
  for (const match of plain.matchAll(written)) {
    const [whole] = match;
    if (isMarker(plain, match.index, whole)) continue;
    if (casNumber.test(whole.replace(/[.,]+$/, ''))) continue;
    let at = match.index;
    for (const part of whole.split(/(?<=\d)[-–](?=\d)/)) {
      const trimmed = part.replace(/[.,]+$/, '');
      const factor = koreanUnits[plain[match.index + whole.length] ?? ''] ?? 1;
      found.push({ text: trimmed, at, value: amountOf(trimmed) * factor });
      at += part.length + 1;
    }
  }
  return found;
}

/**
 * The numbers of `text` that are not among `given` (numbers, or texts whose numbers count). A number that is a given one
 * rounded to the decimals it is written with is that one.
 */
export function strangersIn(text: string, given: readonly (number | string)[]): readonly NumberSaid[] {
  const known = given.flatMap((one) => (typeof one === 'number' ? [one] : numbersIn(one).map(({ value }) => value)));
  const names = new Set(given.flatMap((one) => (typeof one === 'string' ? (one.match(casNumbers) ?? []) : [])));
  const substances = [...text.matchAll(casNumbers)]
    .filter(([cas]) => !names.has(cas))
    .map(({ 0: cas, index }) => ({ text: cas, at: index, value: Number.NaN }));
  const strangers = numbersIn(text).filter(({ text: said, value }) => {
    const decimals = said.replace(',', '.').split('.')[1]?.length ?? 0;
    const half = 0.5 * 10 ** -decimals + 1e-12;
    const isRounded = decimals > 0;
    return !known.some((one) => one === value || (isRounded && Math.abs(one - value) <= half));
  });
  return [...strangers, ...substances].sort((a, b) => a.at - b.at);
}

const casNumbers = /(?<![\d-])\d{2,7}-\d{2}-\d(?![\d-])/g;
const casNumber = /^\d{2,7}-\d{2}-\d$/;

/** `1.` or `2)` at the beginning of a line counts its items. */
function isMarker(text: string, at: number, whole: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const after = text[at + whole.length];
  return (
    /^\s*$/.test(before) &&
    /^\d{1,2}\.?$/.test(whole) &&
    (whole.endsWith('.') || after === ')') &&
    at + whole.length < text.length
  );
}

/** `1,234.5`, `1.234,5` and `1,5` by the separator that comes last; a comma before exactly three digits parts thousands. */
function amountOf(said: string): number {
  const text = said.replace('−', '-');
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma < 0) return (text.match(/\./g)?.length ?? 0) > 1 ? Number(text.replaceAll('.', '')) : Number(text);
  if (point > comma) return Number(text.replaceAll(',', ''));
  if (point >= 0) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^-?\d{1,3}(,\d{3})+$/.test(text) ? Number(text.replaceAll(',', '')) : Number(text.replace(',', '.'));
}
