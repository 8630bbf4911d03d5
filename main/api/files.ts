import type { Uploads } from '#services/files/uploads.ts';
import type { Implementer } from './implementer.ts';

/** Files in pieces, behind the contract. */
export function fileHandlers({ files: on }: Implementer, { uploads }: { readonly uploads: Uploads }) {
  return on.router({
    send: on.send.handler(async ({ input }) => ({ received: await uploads.take(input) })),
  });
}
