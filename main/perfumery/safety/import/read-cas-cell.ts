/**
 * @file The CAS numbers of a standard: one a line, some with a remark in brackets, `e.g.:` and `Not applicable.` between them,
 * and sub-headings that change the rule (`Prohibition of Tagetes erecta:`).
 */
import { parseCas } from '#perfumery/material/cas.ts';
import type { StandardKind } from '#perfumery/safety/regulation.ts';
import type { CasClause } from './overview.ts';

export interface CasCell {
  readonly clauses: readonly CasClause[];
  /** Lines that could not be read, and why. */
  readonly faults: readonly { readonly text: string; readonly why: 'cas-unreadable' | 'cas-check-digit' }[];
}

const entry = /^([\d\s-]{7,14}?)\s*(\([^()]*\))?\s*[.,;]?$/;
const words: readonly (readonly [RegExp, StandardKind])[] = [
  [/prohibit/i, 'prohibition'],
  [/restrict/i, 'restriction'],
  [/specif/i, 'specification'],
];

/** Takes a CAS cell apart. A sub-heading that names no kind and is not `e.g.:` is a fault, since it may change the rule. */
export function readCasCell(cell: string): CasCell {
  const clauses: { cas: string[]; kinds?: readonly StandardKind[] }[] = [{ cas: [] }];
  const faults: { text: string; why: 'cas-unreadable' | 'cas-check-digit' }[] = [];
  for (const line of cell.split(/[\r\n]+/).map((each) => each.trim())) {
    if (line === '' || /^(e\.?g\.?:?|not applicable\.?)$/i.test(line)) continue;
    if (line.endsWith(':')) {
      const kinds = words.flatMap(([word, kind]) => (word.test(line) ? [kind] : []));
      if (kinds.length === 0) faults.push({ text: line, why: 'cas-unreadable' });
      else clauses.push({ cas: [], kinds });
      continue;
    }
    const parsed = parseCas(entry.exec(line)?.[1] ?? '');
    if (parsed.ok) clauses.at(-1)?.cas.push(parsed.cas);
    else faults.push({ text: line, why: parsed.reason === 'check-digit' ? 'cas-check-digit' : 'cas-unreadable' });
  }
  return { clauses: clauses.filter(({ cas }) => cas.length > 0), faults };
}
