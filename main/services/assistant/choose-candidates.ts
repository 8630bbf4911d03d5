/** @file The materials a draft may use: what smells like the brief, with something of every place in the pyramid. */
import type { MaterialId } from '#foundation/ids.ts';
import type { Material, Role } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
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

/** Materials for a brief, nearest first; where search finds too few, any others follow. Within each place, at most `most`. Solvents, archived and forbidden ones are left out. */
export function chooseCandidates({ search, materials }: Pick<AssistantNeeds, 'search' | 'materials'>) {
  return async (wanted: CandidatesWanted, signal?: AbortSignal): Promise<readonly Material[]> => {
    const filters: SearchFilter[] = [{ field: 'kind', any: ['material'] }];
    if (wanted.isInStock) filters.push({ field: 'stock', min: Number.MIN_VALUE });
    const forbidden = new Set(wanted.forbidden);
    const isFit = (material: Material | undefined): material is Material =>
      material !== undefined && material.kind !== 'solvent' && !forbidden.has(material.id);
    const ask = async (text: string, limit: number) => {
      const asked = { text: text.slice(0, 500), filters, limit, offset: 0, kind: 'material' as const };
      const first = await search({ ...asked, without: [] }, signal);
      // what a brief says of the product (its kind, its price, who passes) says nothing of a material in it
      const without = first.chips.filter(({ isHard, isNegated }) => isHard && !isNegated).map(({ key }) => key);
      const { groups } = without.length > 0 ? await search({ ...asked, without }, signal) : first;
      const ids = groups.flatMap(({ hits }) => hits.map(({ found }) => found.item.subject as MaterialId));
      return ids.flatMap((id) => {
        const own = materials.find(id);
        return own && !own.archived && isFit(own.material) ? [own.material] : [];
      });
    };
    const near = await ask(wanted.words, 200);
    const onShelf = ({ shelf }: LibraryMaterial) => !wanted.isInStock || Number(shelf.stock ?? 0) > 0;
    const usual =
      near.length < wanted.most
        ? materials.all().flatMap((one) => (!one.archived && isFit(one.material) && onShelf(one) ? [one.material] : []))
        : [];
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
