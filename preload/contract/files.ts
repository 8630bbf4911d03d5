import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';

const uploadId = z.string().min(1).max(80);

/** A file, or the id of one that was sent in pieces before. */
export const sentFile = z.union([z.file(), z.object({ uploadId })]);

export const files = {
  /** Takes a file in pieces of at most 1 MiB, in order, and keeps it in memory until others push it out. Answers how many bytes are here. */
  send: oc
    .route({ method: 'POST', path: '/files', summary: 'Send a file in pieces', tags: ['files'] })
    .errors(refusals)
    .input(
      z.object({
        uploadId,
        name: z.string().max(300),
        at: z.coerce.number().int().min(0),
        size: z.coerce.number().int().min(0),
        piece: z.file(),
      }),
    )
    .output(z.object({ received: z.int() })),
};
