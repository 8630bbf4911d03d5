/** @file The materials a draft may use: what smells like the brief, with something of every place in the pyramid. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Material, Role } from '#perfumery/material/material.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import type { AssistantNeeds } from './assistant-needs.ts';

export interface CandidatesWanted {
  readonly words: string;
  readonly forbidden: readonly MaterialId[];
  /** Only what is on the shelf. */
  readonly isInStock: boolean;
  readonly most: number;
}

/** Least share of the candidates for each place; the rest goes by nearness alone. */
const placeShare: Readonly<Record<Exclude<Role, 'none'>, number>> = { top: 0.2, heart: 0.25, base: 0.2 };

/** Materials for a brief, nearest first within each place, at most `most`. Solvents, archived and forbidden ones are left out. */
export function chooseCandidates({ search, materials }: Pick<AssistantNeeds, 'search' | 'materials'>) {
  return async (wanted: CandidatesWanted, signal?: AbortSignal): Promise<readonly Material[]> => {
    const filters: SearchFilter[] = [{ field: 'kind', any: ['material'] }];
    if (wanted.isInStock) filters.push({ field: 'stock', min: Number.MIN_VALUE });
    const forbidden = new Set(wanted.forbidden);
    const isFit = (material: Material | undefined): material is Material =>
      material !== undefined && material.kind !== 'solvent' && !forbidden.has(material.id);
    const ask = async (text: string, limit: number) => {
      const asked = { text: text.slice(0, 500), filters, without: [], limit, offset: 0, kind: 'material' as const };
      const { groups } = await search(asked, signal);
      const ids = groups.flatMap(({ hits }) => hits.map(({ found }) => found.item.subject as MaterialId));
      return ids
        .map((id) => materials.find(id))
        .filter((one) => one && !one.archived)
        .map((one) => one?.material)
        .filter(isFit);
    };
    const near = await ask(wanted.words, 200);
    const usual = near.length < wanted.most ? await ask('', 200) : [];
    const all = [...new Map([...near, ...usual].map((material) => [material.id, material])).values()];
    const chosen = new Set<Material>();
    for (const [role, share] of Object.entries(placeShare)) {
      const ofRole = all.filter((material) => material.role === role);
      for (const material of ofRole.slice(0, Math.ceil(wanted.most * share))) chosen.add(material);
    }
    for (const material of all) if (chosen.size < wanted.most) chosen.add(material);
    return all.filter((material) => chosen.has(material)).slice(0, wanted.most);
  };
}
