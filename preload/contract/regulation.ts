import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import type { CompositionFault, Share } from '#perfumery/material/read-composition.ts';
import type { StandardDifference } from '#perfumery/safety/import/compare-tables.ts';
import type { ImportProblem } from '#perfumery/safety/import/overview.ts';
import type { StoredVerdict, VerdictChange } from '#perfumery/safety/stored-verdict.ts';
import { refusals } from './errors.ts';
import { sentFile } from './files.ts';
import { materialId, nameShape, recipeId, trialId } from './shapes.ts';

const tags = ['regulation'];
const tableId = z.string().min(1).max(80);

/** One IFRA table of those that lie side by side. `shipped` is the one that came with the studio. */
export const tableHeadShape = z.object({
  tableId,
  amendment: z.int(),
  checked: z.string(),
  standards: z.int(),
  fileName: z.string().exactOptional(),
  kept: z.string().exactOptional(),
  isInForce: z.boolean(),
});
export type TableHead = z.output<typeof tableHeadShape>;

/** What a workbook would change, before anything is kept. */
export const readTableShape = z.object({
  fileName: z.string(),
  amendment: z.int(),
  standards: z.int(),
  counts: z.record(z.enum(['limit', 'no-restriction', 'prohibited', 'see-note', 'blank']), z.int()),
  problems: z.array(z.custom<ImportProblem>()),
  differences: z.array(z.custom<StandardDifference>()),
});
export type ReadTable = z.output<typeof readTableShape>;

const rejudgingReason = z.enum(['table', 'imported', 'materials', 'asked', 'missing']);

/** Judging stored trials again: what goes on now, and the number of the newest run that has something to show. */
export const rejudgingShape = z.object({
  now: z
    .object({
      number: z.int(),
      why: rejudgingReason,
      amendment: z.int(),
      done: z.int(),
      total: z.int(),
      changed: z.int(),
    })
    .nullable(),
  latest: z.int().nullable(),
});
export type Rejudging = z.output<typeof rejudgingShape>;

/** One run of it, and whose verdict was found to be another one; of many the first 200. */
export const rejudgingRunShape = z.object({
  number: z.int(),
  why: rejudgingReason,
  tableId,
  amendment: z.int(),
  state: z.enum(['waiting', 'running', 'done', 'stopped']),
  done: z.int(),
  total: z.int(),
  changed: z.int(),
  asked: z.string(),
  ended: z.string().exactOptional(),
  /** Names of the materials it is about; absent where it is about all trials. */
  materials: z.array(nameShape).exactOptional(),
  trials: z.array(
    z.object({
      trialId,
      recipeId,
      recipeName: nameShape,
      number: z.int(),
      changes: z.array(z.custom<VerdictChange>()),
    }),
  ),
});
export type RejudgingRun = z.output<typeof rejudgingRunShape>;

/** What a table of contributions says of naturals, before anything is kept. */
export const readAnnexShape = z.object({
  fileName: z.string(),
  entries: z.array(
    z.object({
      name: z.string(),
      material: z.object({ materialId, name: nameShape }).exactOptional(),
      shares: z.array(z.custom<Share>()),
      added: z.int(),
      changed: z.int(),
    }),
  ),
  faults: z.array(z.custom<CompositionFault>()),
});
export type ReadAnnex = z.output<typeof readAnnexShape>;

export const regulation = {
  /** Every IFRA table there is, and which is in force. */
  tables: oc
    .route({ method: 'GET', path: '/regulation/ifra', summary: 'List IFRA tables', tags })
    .output(z.array(tableHeadShape)),
  /** Reads IFRA's overview workbook and says every cell that differs from the table in force. Keeps nothing. */
  read: oc
    .route({ method: 'POST', path: '/regulation/ifra/read', summary: 'Read an IFRA workbook without keeping it', tags })
    .errors(refusals)
    .input(z.object({ file: sentFile }))
    .output(readTableShape),
  /** Keeps the table of a workbook beside the others. It is not in force by that; all trials are judged by it in the background. */
  keep: oc
    .route({ method: 'POST', path: '/regulation/ifra', summary: 'Keep an IFRA table', tags, successStatus: 201 })
    .errors(refusals)
    .input(z.object({ file: sentFile }))
    .output(z.array(tableHeadShape)),
  /** Puts a table in force; all trials are judged again in the background. */
  choose: oc
    .route({ method: 'POST', path: '/regulation/ifra/{tableId}/choose', summary: 'Put an IFRA table in force', tags })
    .errors(refusals)
    .input(z.object({ tableId }))
    .output(z.array(tableHeadShape)),
  remove: oc
    .route({ method: 'DELETE', path: '/regulation/ifra/{tableId}', summary: 'Remove an imported IFRA table', tags })
    .errors(refusals)
    .input(z.object({ tableId }))
    .output(z.array(tableHeadShape)),
  /** Judges every stored trial again by the table in force, in the background. Joins it where it goes on already. */
  rejudge: oc
    .route({ method: 'POST', path: '/regulation/rejudging', summary: 'Judge all trials again', tags })
    .errors(refusals)
    .output(rejudgingShape),
  /** Stops it. What is judged so far stays. */
  stopRejudging: oc
    .route({ method: 'DELETE', path: '/regulation/rejudging', summary: 'Stop judging again', tags })
    .errors(refusals)
    .output(rejudgingShape),
  /** The last runs, newest first, with what changed. */
  rejudgings: oc
    .route({ method: 'GET', path: '/regulation/rejudgings', summary: 'What judging again found', tags })
    .output(z.array(rejudgingRunShape)),
  /** How it stands, now and whenever that changes. */
  watchRejudging: oc
    .route({ method: 'GET', path: '/regulation/rejudging', summary: 'Follow judging again', tags })
    .output(eventIterator(rejudgingShape)),
  /** What a trial was judged to be, by which amendment and when; newest first. */
  verdicts: oc
    .route({ method: 'GET', path: '/trials/{trialId}/verdicts', summary: 'Stored verdicts of a trial', tags })
    .input(z.object({ trialId }))
    .output(z.array(z.custom<StoredVerdict>())),
  /** Reads contributions of naturals (CSV: natural, constituent, CAS, %). Keeps nothing. */
  readAnnex: oc
    .route({ method: 'POST', path: '/regulation/annex/read', summary: 'Read contributions of naturals', tags })
    .errors(refusals)
    .input(z.object({ file: sentFile }))
    .output(readAnnexShape),
  /** Takes them over as the perfumer's own facts of the materials they name. */
  keepAnnex: oc
    .route({ method: 'POST', path: '/regulation/annex', summary: 'Keep contributions of naturals', tags })
    .errors(refusals)
    .input(z.object({ file: sentFile }))
    .output(readAnnexShape),
  /** Tells whenever another table comes into force; what is judged by has then to be fetched again. */
  watch: oc
    .route({ method: 'GET', path: '/regulation/changes', summary: 'Follow the regulation', tags })
    .output(eventIterator(z.object({ tableId, amendment: z.int() }))),
};
