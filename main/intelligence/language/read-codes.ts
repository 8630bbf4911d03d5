/** @file What was written as it is called: CAS numbers with a right check digit, INCI names, SKUs, and names that are all that was asked. */

import { parseCas } from '#perfumery/material/cas.ts';
import { foldedText } from '#perfumery/material/fold-text.ts';
import type { ExactMention, NamedMaterial } from '#perfumery/search/sentence-reading.ts';

export interface CodeIndex {
  /** Materials by the folded code, and how it is written. */
  readonly find: (folded: string) => Pick<ExactMention, 'kind' | 'text' | 'materials'> | undefined;
}

/** Codes of a library by their folded writing. */
export function createCodeIndex(materials: readonly NamedMaterial[]): CodeIndex {
  const codes = new Map<string, { kind: ExactMention['kind']; text: string; materials: string[] }>();
  for (const { id, codes: own = [] } of materials) {
    for (const { kind, text } of own) {
      const key = foldedText(text);
      if (key.length < 2) continue;
      const known = codes.get(key);
      if (known) known.materials.push(id);
      else codes.set(key, { kind, text, materials: [id] });
    }
  }
  return { find: (folded) => codes.get(folded) };
}

const casLike =
  /(?<![\d\p{L}-])(?:cas\s*(?:no\.?|번호)?\s*[:#]?\s*)?(\d{2,7}[-\u2010-\u2015\u2212]\d{2}[-\u2010-\u2015\u2212]\d)(?![\d-])/giu;
const wordLike = /[^\s,;()]+/gu;
/** Codes looked for in one text. */
const mostWords = 400;

/** Every code in a text in NFC, in its order. A number with a wrong check digit is no CAS number. */
export function readCodes(text: string, index: CodeIndex): readonly ExactMention[] {
  const whole = text.trim();
  const byWhole = whole.length <= 120 ? index.find(foldedText(whole)) : undefined;
  if (byWhole && byWhole.kind !== 'cas') {
    const from = text.indexOf(whole);
    return [{ ...byWhole, span: { from, to: from + whole.length }, isWhole: true }];
  }
  const found: ExactMention[] = [];
  for (const match of text.matchAll(casLike)) {
    const parsed = parseCas(match[1] ?? '');
    if (!parsed.ok) continue;
    const span = { from: match.index, to: match.index + match[0].length };
    const known = index.find(foldedText(parsed.cas));
    found.push({
      kind: 'cas',
      text: parsed.cas,
      materials: known?.kind === 'cas' ? known.materials : [],
      span,
      isWhole: match[0].trim() === whole,
    });
  }
  let words = 0;
  for (const match of text.matchAll(wordLike)) {
    words += 1;
    if (words > mostWords) break;
    if (match[0].length < 3 || !/[\d]/.test(match[0])) continue;
    const known = index.find(foldedText(match[0]));
    const span = { from: match.index, to: match.index + match[0].length };
    if (known?.kind === 'sku' && !found.some((one) => one.span.from < span.to && span.from < one.span.to)) {
      found.push({ ...known, span, isWhole: match[0] === whole });
    }
  }
  return found.toSorted((a, b) => a.span.from - b.span.from);
}
