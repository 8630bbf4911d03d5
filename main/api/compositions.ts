import { chooseComposition } from '#services/compositions/choose-composition.ts';
import type { CompositionNeeds } from '#services/compositions/composition-needs.ts';
import { keepComposition } from '#services/compositions/keep-composition.ts';
import { readLot } from '#services/compositions/read-lot.ts';
import { removeComposition } from '#services/compositions/remove-composition.ts';
import type { Uploads } from '#services/files/uploads.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** Compositions of lots, behind the contract. */
export function compositionHandlers(
  { compositions: on }: Implementer,
  needs: CompositionNeeds & { readonly uploads: Uploads },
) {
  return on.router({
    list: on.list.handler(({ input }) => toWire(needs.compositions.of(input.materialId))),
    read: on.read.handler(async ({ input }) => toWire(await readLot(needs)(needs.uploads.file(input.file)))),
    keep: on.keep.handler(({ input }) => toWire(keepComposition(needs)(input))),
    use: on.use.handler(({ input }) => toWire(chooseComposition(needs)(input.materialId, input.compositionId))),
    remove: on.remove.handler(({ input }) => toWire(removeComposition(needs)(input.compositionId))),
  });
}
