/** @file A real library in a folder of its own, with the small shelf as its catalogue, and the acts of import and export on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MaterialId } from '#foundation/ids.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { createMaterialLibrary } from '#library/material-library.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { createJudge } from '#perfumery/safety/judge.ts';
import { keepUnderstood } from '#services/interchange/keep-understood.ts';
import { readRecipeFile } from '#services/interchange/read-recipe-file.ts';
import { writeRecipeFile } from '#services/interchange/write-recipe-file.ts';
import { shippedTable } from '#services/regulation/regulation-in-force.ts';
import { smallShelf } from '#tests/fixtures/small-shelf.ts';

const regulation = loadRegulation(path.resolve('assets/regulation'));

export interface SmallStudio extends ReturnType<typeof actsOn> {
  [Symbol.dispose](): void;
}

/** Opens a fresh studio; `own` false leaves the perfumer's own base out. */
export function smallStudio({ own = true } = {}): SmallStudio {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-interchange-'));
  const library = openLibrary(folder);
  return {
    ...actsOn(library, own),
    [Symbol.dispose]() {
      library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function actsOn(library: ReturnType<typeof openLibrary>, hasOwn: boolean) {
  const shipped = smallShelf.filter(({ origin }) => origin === 'shipped').map(({ material }) => material);
  const materials = createMaterialLibrary(shipped, library.materials);
  const told: string[] = [];
  const judge = createJudge({ regulation, materials: materials.material });
  let instant = Date.parse('2026-11-21T09:00:00Z');
  const needs = {
    recipes: library.recipes,
    trials: library.trials,
    edits: library.edits,
    verdicts: library.verdicts,
    inForce: { now: () => ({ tableId: shippedTable, regulation, judge }) },
    write: <T>(act: () => T) => library.write(act),
    materials,
    hasMaterial: (id: MaterialId) => materials.find(id) !== undefined,
    hasDescriptor: () => true,
    announce: (event: { recipeId: string }) => void told.push(event.recipeId),
    announceMaterial: () => {},
    now: () => new Date(instant++).toISOString(),
  };
  const base = smallShelf.find(({ origin }) => origin === 'own');
  if (hasOwn && base) {
    const { id, ...facts } = base.material;
    materials.put(
      { id, origin: 'own', facts: { ...facts }, shelf: base.shelf, archived: false, revision: 1 },
      needs.now(),
    );
  }
  return {
    needs,
    told,
    read: readRecipeFile(needs),
    keep: keepUnderstood(needs),
    write: writeRecipeFile(needs),
  };
}
