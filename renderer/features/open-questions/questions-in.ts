/** @file What nobody has said yet about the materials of a formula, grouped by what is missing. */
import type { LineId, MaterialId } from '#foundation/ids.ts';
import type { ExplodedView } from '#perfumery/formula/exploded-view.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { SafetyAnswer, Unknown } from '#perfumery/safety/answer.ts';

export type Why = Unknown['why'] | 'density' | 'vapour-pressure' | 'role' | 'price';

/** Something that is not known of one material, or of one line that is no material. */
export interface Gap {
  readonly materialId?: MaterialId;
  readonly lineIds: readonly LineId[];
}

export interface Question {
  readonly why: Why;
  /** Whether it keeps a verdict from being a pass. */
  readonly blocks: boolean;
  readonly gaps: readonly Gap[];
}

export interface Asked {
  readonly unknowns: SafetyAnswer['unknowns'];
  readonly materials: ExplodedView['materials'];
  readonly materialOf: (id: MaterialId) => LibraryMaterial | undefined;
}

/** The open questions of a formula, those that keep the verdict open first. */
export function questionsIn({ unknowns, materials, materialOf }: Asked): readonly Question[] {
  const asked = new Map<string, { why: Why; blocks: boolean; gaps: Map<string, { gap: Gap; lineIds: Set<LineId> }> }>();
  const ask = (why: Why, blocks: boolean, { materialId, lineIds }: Gap) => {
    const key = `${why} ${blocks}`;
    const question = asked.get(key) ?? { why, blocks, gaps: new Map() };
    asked.set(key, question);
    const about = materialId ?? lineIds.join(' ');
    const before = question.gaps.get(about) ?? {
      gap: { ...(materialId && { materialId }), lineIds },
      lineIds: new Set(),
    };
    for (const lineId of lineIds) before.lineIds.add(lineId);
    question.gaps.set(about, before);
  };

  for (const { why, blocks, lineId, materialId } of unknowns)
    ask(why, blocks, { ...(materialId && { materialId }), lineIds: [lineId] });
  for (const { materialId, lineIds } of materials) {
    const found = materialOf(materialId);
    if (!found) continue;
    const { material, shelf } = found;
    const isSolvent = material.kind === 'solvent';
    if (!material.density) ask('density', false, { materialId, lineIds });
    if (!material.vapourPressure && !isSolvent) ask('vapour-pressure', false, { materialId, lineIds });
    if (material.role === 'none' && !isSolvent) ask('role', false, { materialId, lineIds });
    if (!shelf.price) ask('price', false, { materialId, lineIds });
  }
  return [...asked.values()]
    .map(({ why, blocks, gaps }) => ({
      why,
      blocks,
      gaps: [...gaps.values()].map(({ gap, lineIds }) => ({ ...gap, lineIds: [...lineIds] })),
    }))
    .sort((a, b) => Number(b.blocks) - Number(a.blocks));
}
