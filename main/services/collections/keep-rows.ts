/** @file Keeps planned rows as materials, and notes what stood there before. */

import { invariant } from '#foundation/errors.ts';
import { type MaterialId, newId } from '#foundation/ids.ts';
import { ownFactsOf } from '#library/catalogue/own-facts.ts';
import { emptyShelf } from '#library/material-library.ts';
import type { StoredMaterial } from '#library/sqlite/material-store.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { freeName } from '#services/free-name.ts';
import { foldName } from '#services/materials/check-material.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import type { Keep, Note } from './import-collection.ts';
import { type Defaults, newFacts, shelfWith, updatedFacts } from './material-of-row.ts';
import { actOn, type Choices, type PlannedRow } from './plan-materials.ts';

type Needs = Pick<CollectionNeeds, 'materials' | 'now'>;

/** Makes, for each planned row, the act that keeps it. */
export function createMaterialKeeper(
  { materials, now }: Needs,
  { choices, defaults }: { readonly choices: Choices; readonly defaults: Defaults },
): (planned: PlannedRow) => Keep {
  let taken: Set<string> | undefined;
  const isTaken = (text: string) => {
    taken ??= new Set(materials.all().flatMap(({ material: { name } }) => [foldName(name.en), foldName(name.ko)]));
    return taken.has(foldName(text));
  };
  const free = (name: InTwoLanguages): InTwoLanguages => {
    const found = { en: freeName(name.en, isTaken), ko: freeName(name.ko, isTaken) };
    for (const text of [found.en, found.ko]) if (text !== '') taken?.add(foldName(text));
    return found;
  };
  const keep = (note: Note, stored: StoredMaterial) => {
    const before = materials.row(stored.id);
    const kept = materials.put(stored, now());
    invariant(kept, 'a material is kept at the revision after the one in force');
    note({ what: 'material', subject: stored.id, revision: stored.revision, before });
  };

  return (planned) => (note) => {
    const { said, meets } = planned;
    const act = actOn(planned, choices);
    const before = act === 'update' && meets ? materials.find(meets.materialId) : undefined;
    if (before) {
      const { material, origin, archived, revision } = before;
      const { id } = material;
      const facts = updatedFacts(before, said, defaults.source);
      const shipped = origin === 'shipped' ? materials.shipped(id) : undefined;
      const shelf = shelfWith(before.shelf, said, defaults);
      keep(note, {
        id,
        origin,
        facts: shipped ? ownFactsOf(shipped, facts) : { ...facts },
        shelf,
        archived,
        revision: revision + 1,
      });
      return 'updated';
    }
    if (act !== 'add') return 'skipped';
    const written = said.name.en || said.name.ko ? said.name : { en: said.cas[0] ?? '', ko: '' };
    keep(note, {
      id: newId<MaterialId>(),
      origin: 'own',
      facts: { ...newFacts(said, free(written), defaults) },
      shelf: shelfWith(emptyShelf, said, defaults),
      archived: false,
      revision: 1,
    });
    return 'added';
  };
}
