/** @file Reads all materials again, page by page, and puts them on the screen at once. */
import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { replaceMaterials, useStudio } from '#renderer/shared/studio.ts';

const page = 500;

/** For after an import of thousands, which are not announced one by one. */
export async function reloadMaterials(): Promise<void> {
  const { client } = useStudio.getState();
  const all = new Map<MaterialId, LibraryMaterial>();
  for (let offset = 0; ; offset += page) {
    const { materials, total } = await client.collections.materials({ offset, limit: page });
    for (const one of materials as LibraryMaterial[]) all.set(one.material.id, one);
    if (offset + page >= total) break;
  }
  replaceMaterials(all);
}
