import type { Uploads } from '#services/files/uploads.ts';
import { type KeepingNeeds, keepUnderstood } from '#services/interchange/keep-understood.ts';
import { type ReadingNeeds, readRecipeFile } from '#services/interchange/read-recipe-file.ts';
import { type WritingNeeds, writeRecipeFile } from '#services/interchange/write-recipe-file.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

export type InterchangeNeeds = ReadingNeeds & KeepingNeeds & WritingNeeds;

/** Recipes as files, behind the contract. */
export function interchangeHandlers(
  { interchange: on }: Implementer,
  needs: InterchangeNeeds & { readonly uploads: Uploads },
) {
  return on.router({
    read: on.read.handler(async ({ input }) => toWire(await readRecipeFile(needs)(needs.uploads.file(input.file)))),
    keep: on.keep.handler(({ input }) => toWire(keepUnderstood(needs)(input.understood))),
    write: on.write.handler(({ input }) => writeRecipeFile(needs)(input)),
  });
}
