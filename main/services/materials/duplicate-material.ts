import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { freeName } from '#services/free-name.ts';
import { addMaterial } from './add-material.ts';
import { foldName } from './check-material.ts';
import { getMaterial } from './get-material.ts';
import type { MaterialNeeds } from './material-needs.ts';

/** A copy of the perfumer's own, under a name that is free. The shelf is not copied: it is another bottle. */
export function duplicateMaterial(needs: MaterialNeeds) {
  return (materialId: MaterialId): LibraryMaterial => {
    const { id: _, name, ...facts } = getMaterial(needs)(materialId).material;
    const taken = new Set(
      needs.materials.all().flatMap(({ material }) => [foldName(material.name.en), foldName(material.name.ko)]),
    );
    const isTaken = (text: string) => taken.has(foldName(text));
    return addMaterial(needs)({
      facts: { ...facts, name: { en: freeName(name.en, isTaken), ko: freeName(name.ko, isTaken) } },
    });
  };
}
