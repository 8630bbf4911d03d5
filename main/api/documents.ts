import { type DocumentNeeds, makeDocument } from '#services/documents/make-document.ts';
import { writeDocument } from '#services/documents/write-document.ts';
import type { Implementer } from './implementer.ts';

/** Documents about a recipe, behind the contract. */
export function documentHandlers({ documents: on }: Implementer, needs: DocumentNeeds) {
  return on.router({
    make: on.make.handler(({ input }) => {
      const document = makeDocument(needs)(input);
      // whoever looks at a document is about to print it
      needs.sideThread.do('load-pdf', undefined).catch(() => {});
      return document;
    }),
    write: on.write.handler(({ input }) => writeDocument(needs)(input)),
  });
}
