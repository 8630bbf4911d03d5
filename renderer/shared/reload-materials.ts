/** @file Reads all materials again, page by page, and puts them on the screen at once. */
import type { MaterialId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { replaceMaterials, useStudio } from './studio.ts';

const page = 200;
let running: Promise<void> | undefined;
let isAskedAgain = false;

/** For after an import of thousands, which are not announced one by one. Asked again meanwhile, it reads once more. */
export function reloadMaterials(): Promise<void> {
  isAskedAgain = running !== undefined;
  running ??= readAll().finally(() => {
    running = undefined;
  });
  return running;
}

async function readAll(): Promise<void> {
  do {
    isAskedAgain = false;
    const { client } = useStudio.getState();
    const all = new Map<MaterialId, LibraryMaterial>();
    for (let offset = 0; ; offset += page) {
      const { materials, total } = await client.collections.materials({ offset, limit: page });
      for (const one of materials as LibraryMaterial[]) all.set(one.material.id, one);
      if (offset + page >= total) break;
    }
    replaceMaterials(all);
  } while (isAskedAgain);
}
