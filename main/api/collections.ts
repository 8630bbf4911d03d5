import type { CollectionNeeds } from '#services/collections/collection-needs.ts';
import { importCollection } from '#services/collections/import-collection.ts';
import { previewCollection } from '#services/collections/preview-collection.ts';
import { readCollection } from '#services/collections/read-collection.ts';
import { createArchiveReceiver } from '#services/collections/receive-archive.ts';
import { type RestoreNeeds, restoreArchive } from '#services/collections/restore-archive.ts';
import { undoImport } from '#services/collections/undo-import.ts';
import { writeArchive } from '#services/collections/write-archive.ts';
import type { Uploads } from '#services/files/uploads.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** Whole collections and the whole library, behind the contract. */
export function collectionHandlers(
  { collections: on }: Implementer,
  needs: CollectionNeeds & RestoreNeeds & { readonly uploads: Uploads },
) {
  const receiver = createArchiveReceiver();
  const running = new Map<string, AbortController>();
  return on.router({
    read: on.read.handler(async ({ input, signal }) =>
      toWire(await readCollection(needs)(needs.uploads.file(input.file), signal)),
    ),
    preview: on.preview.handler(async ({ input }) => toWire(await previewCollection(needs)(input))),
    import: on.import.handler(async function* ({ input, signal }) {
      const stop = new AbortController();
      const either = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
      let id = '';
      try {
        for await (const stage of importCollection(needs)(input, either)) {
          if ('importId' in stage) {
            id = stage.importId;
            running.set(id, stop);
          }
          yield stage;
        }
      } finally {
        running.delete(id);
      }
    }),
    cancel: on.cancel.handler(({ input }) => {
      const stop = running.get(input.importId);
      stop?.abort();
      return { isCancelling: stop !== undefined };
    }),
    imports: on.imports.handler(() => toWire(needs.collections.imports())),
    undo: on.undo.handler(({ input }) => undoImport(needs)(input.importId)),
    materials: on.materials.handler(({ input: { offset, limit } }) => {
      const all = needs.materials.all();
      return { materials: toWire(all.slice(offset, offset + limit)), total: all.length };
    }),
    archive: on.archive.handler(() => writeArchive(needs)()),
    upload: on.upload.handler(({ input }) => receiver.take(input)),
    restore: on.restore.handler(async function* ({ input: { uploadId }, signal }) {
      const stop = new AbortController();
      running.set(uploadId, stop);
      try {
        const either = AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]);
        yield* restoreArchive(needs)(receiver.hand(uploadId), either);
      } finally {
        running.delete(uploadId);
        receiver.forget(uploadId);
      }
    }),
    cancelRestore: on.cancelRestore.handler(({ input }) => {
      const stop = running.get(input.uploadId);
      stop?.abort();
      return { isCancelling: stop !== undefined };
    }),
  });
}
