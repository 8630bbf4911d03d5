import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';

/** What the native menu asks the page to do. */
export const commandShape = z.enum([
  'new-recipe',
  'open-recipes',
  'open-materials',
  'open-settings',
  'keep-trial',
  'import',
  'export',
  'print',
  'undo',
  'redo',
  'find',
  'about',
]);
export type Command = z.output<typeof commandShape>;

export const studio = {
  /** What is running, where the library lies, and what loopback address scripts may use. */
  info: oc.route({ method: 'GET', path: '/studio', summary: 'About this studio', tags: ['studio'] }).output(
    z.object({
      version: z.string(),
      host: z.enum(['electron', 'browser', 'headless']),
      node: z.string(),
      electron: z.string().nullable(),
      platform: z.string(),
      libraryFolder: z.string(),
      ifraAmendment: z.int(),
      /** Where REST listens and its token; null while it is off. */
      rest: z.object({ address: z.string(), token: z.string() }).nullable(),
    }),
  ),
  /** Commands chosen in the native menu, as they come. */
  commands: oc
    .route({ method: 'GET', path: '/studio/commands', summary: 'Menu commands', tags: ['studio'] })
    .output(eventIterator(commandShape)),
};
