import type { EventStream } from '#foundation/event-stream.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { addMaterial } from '#services/materials/add-material.ts';
import { archiveMaterial } from '#services/materials/archive-material.ts';
import { duplicateMaterial } from '#services/materials/duplicate-material.ts';
import { editMaterial } from '#services/materials/edit-material.ts';
import { getMaterial } from '#services/materials/get-material.ts';
import { getShippedFacts } from '#services/materials/get-shipped-facts.ts';
import { listMaterials } from '#services/materials/list-materials.ts';
import { listVocabulary } from '#services/materials/list-vocabulary.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { revertMaterial } from '#services/materials/revert-material.ts';
import type { Implementer } from './implementer.ts';
import { toWire, type Wire } from './to-wire.ts';

/** The acts on materials, behind the contract. */
export function materialHandlers(
  { materials: on }: Implementer,
  needs: MaterialNeeds,
  events: EventStream<LibraryMaterial>,
) {
  return on.router({
    list: on.list.handler(() => toWire(listMaterials(needs)())),
    get: on.get.handler(({ input }) => toWire(getMaterial(needs)(input.materialId))),
    shipped: on.shipped.handler(({ input }) => toWire(getShippedFacts(needs)(input.materialId))),
    vocabulary: on.vocabulary.handler(() => toWire(listVocabulary(needs)())),
    add: on.add.handler(({ input }) => toWire(addMaterial(needs)(input))),
    edit: on.edit.handler(({ input }) => toWire(editMaterial(needs)(input))),
    revert: on.revert.handler(({ input }) => toWire(revertMaterial(needs)(input.materialId))),
    duplicate: on.duplicate.handler(({ input }) => toWire(duplicateMaterial(needs)(input.materialId))),
    archive: on.archive.handler(({ input }) => toWire(archiveMaterial(needs)(input))),
    watch: on.watch.handler(({ signal }) => events.until(signal) as AsyncGenerator<Wire<LibraryMaterial>, undefined>),
  });
}
