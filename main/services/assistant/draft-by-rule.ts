/**
 * @file A first formula without a language model: what smells most like the brief, a share for each place in the pyramid, and
 * within it amounts as each is usually used. No more than a place to start from, and told as such.
 */
import type { DraftSaid } from '#intelligence/composing/draft-grammar.ts';
import type { Material, Role } from '#perfumery/material/material.ts';

/** Shares of the concentrate, as classical compositions are laid out: a third heart, the base above it, the top below. */
const shares: Readonly<Record<Exclude<Role, 'none'>, number>> = { top: 0.25, heart: 0.35, base: 0.4 };
const usualUse = 2;

/** A draft of about `count` of `candidates`, nearest first. Places without a candidate leave their share to the others. */
export function draftByRule(candidates: readonly Material[], count: number): DraftSaid {
  const places = Object.entries(shares).map(([role, share]) => {
    const chosen = candidates.filter((one) => one.role === role).slice(0, Math.max(1, Math.round(count * share)));
    return { share, chosen };
  });
  const filled = places.filter(({ chosen }) => chosen.length > 0);
  const all = filled.reduce((sum, { share }) => sum + share, 0);
  const lines = filled.flatMap(({ share, chosen }) => {
    const uses = chosen.map(usualUseOf);
    const sum = uses.reduce((total, use) => total + use, 0) || 1;
    return chosen.map(({ id }, at) => ({
      materialId: id,
      parts: Math.max(0.1, Math.round(((uses[at] ?? 0) / sum) * (share / all) * 10_000) / 10),
    }));
  });
  return { name: '', lines };
}

/** The nearest of `candidates` that `said` lacks to have `least` materials, as usually used, each as large as its share of them. */
export function missingByRule(said: DraftSaid, candidates: readonly Material[], least: number): DraftSaid['lines'] {
  const there = new Set(said.lines.map(({ materialId }) => materialId));
  const missing = least - candidates.filter(({ id }) => there.has(id)).length;
  if (missing <= 0) return [];
  const chosen = candidates.filter(({ id }) => !there.has(id)).slice(0, missing);
  const parts = said.lines.reduce((sum, { parts }) => sum + parts, 0);
  const uses = chosen.map(usualUseOf);
  const scale = ((parts / Math.max(1, least - missing)) * chosen.length) / uses.reduce((sum, use) => sum + use, 0);
  return chosen.map(({ id }, at) => ({ materialId: id, parts: Math.max(0.1, (uses[at] as number) * scale) }));
}

function usualUseOf({ typicalUse, maximumUse }: Material): number {
  return typicalUse?.value ?? (maximumUse?.value ?? usualUse) / 2;
}
