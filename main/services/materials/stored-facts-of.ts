import { ownFactsOf } from '#library/catalogue/own-facts.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { MaterialNeeds } from './material-needs.ts';

/** What the library keeps of a material: all its facts when it is the perfumer's own, else what differs from the shipped. */
export function storedFactsOf({ materials }: Pick<MaterialNeeds, 'materials'>) {
  return ({ material, origin }: LibraryMaterial): Readonly<Record<string, unknown>> => {
    const { id, ...facts } = material;
    const shipped = origin === 'shipped' ? materials.shipped(id) : undefined;
    return shipped ? ownFactsOf(shipped, facts) : facts;
  };
}
