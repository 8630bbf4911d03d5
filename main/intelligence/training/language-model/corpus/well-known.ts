/** @file The materials a small model can hope to know: those that others are found beside, and that the examples weigh. */
import type { Material } from '#perfumery/material/material.ts';
import type { CorpusSources } from './sources.ts';

/** The `count` best known materials, in the order of the catalogue; and all the others. */
export function wellKnown(
  { materials, examples }: CorpusSources,
  count: number,
): { readonly known: readonly Material[]; readonly others: readonly Material[] } {
  const votes = new Map<string, number>();
  const vote = (id: string, times: number) => votes.set(id, (votes.get(id) ?? 0) + times);
  for (const { pairings = [], substitutes = [] } of materials) {
    for (const id of pairings) vote(id, 1);
    for (const { materialId } of substitutes) vote(materialId, 1);
  }
  for (const id of new Set(examples.flatMap(({ lines }) => lines.map(({ material }) => material)))) vote(id, 5);
  const chosen = new Set(
    materials
      .map(({ id }) => id as string)
      .toSorted((a, b) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0) || (a < b ? -1 : 1))
      .slice(0, count),
  );
  return {
    known: materials.filter(({ id }) => chosen.has(id)),
    others: materials.filter(({ id }) => !chosen.has(id)),
  };
}
