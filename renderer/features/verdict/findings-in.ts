import type { Finding } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';

/** The findings as they stand in one category: what is prohibited first, then by how much of the limit is used. */
export function findingsIn(findings: readonly Finding[], category: Category): readonly Finding[] {
  const ratio = (finding: Finding) => finding.cells[category].ratio;
  return [...findings].sort((a, b) => (ratio(a) === ratio(b) ? 0 : ratio(b) - ratio(a)));
}
