import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import type { CompositionFault, Share } from '#perfumery/material/read-composition.ts';
import type { StandardDifference } from '#perfumery/safety/import/compare-tables.ts';
import type { ImportProblem } from '#perfumery/safety/import/overview.ts';
import type { StoredVerdict, VerdictChange } from '#perfumery/safety/stored-verdict.ts';
import { refusals } from './errors.ts';
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

/** How far judging again has come, and whose verdict is another one than before. */
export const rejudgeStageShape = z.discriminatedUnion('stage', [
  z.object({
    stage: z.literal('judging'),
    done: z.int(),
    total: z.int(),
    changed: z.array(
      z.object({
        trialId,
        recipeId,
        recipeName: nameShape,
        number: z.int(),
        changes: z.array(z.custom<VerdictChange>()),
      }),
    ),
  }),
  z.object({ stage: z.literal('done'), total: z.int(), changed: z.int(), amendment: z.int() }),
]);
export type RejudgeStage = z.output<typeof rejudgeStageShape>;

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
  /** Reads IFRA's overview workbook and says every cell that differs from the table in force. Keeps nothing. At most 10 MB. */
  read: oc
    .route({ method: 'POST', path: '/regulation/ifra/read', summary: 'Read an IFRA workbook without keeping it', tags })
    .errors(refusals)
    .input(z.object({ file: z.file() }))
    .output(readTableShape),
  /** Keeps the table of a workbook beside the others. It is not in force by that. */
  keep: oc
    .route({ method: 'POST', path: '/regulation/ifra', summary: 'Keep an IFRA table', tags, successStatus: 201 })
    .errors(refusals)
    .input(z.object({ file: z.file() }))
    .output(z.array(tableHeadShape)),
  /** Puts a table in force. */
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
  /** Judges every stored trial again by the table in force. Leaving the stream cancels it. */
  rejudge: oc
    .route({ method: 'POST', path: '/regulation/rejudge', summary: 'Judge all trials again', tags })
    .output(eventIterator(rejudgeStageShape)),
  /** What a trial was judged to be, by which amendment and when; newest first. */
  verdicts: oc
    .route({ method: 'GET', path: '/trials/{trialId}/verdicts', summary: 'Stored verdicts of a trial', tags })
    .input(z.object({ trialId }))
    .output(z.array(z.custom<StoredVerdict>())),
  /** Reads contributions of naturals (CSV: natural, constituent, CAS, %). Keeps nothing. At most 10 MB. */
  readAnnex: oc
    .route({ method: 'POST', path: '/regulation/annex/read', summary: 'Read contributions of naturals', tags })
    .errors(refusals)
    .input(z.object({ file: z.file() }))
    .output(readAnnexShape),
  /** Takes them over as the perfumer's own facts of the materials they name. */
  keepAnnex: oc
    .route({ method: 'POST', path: '/regulation/annex', summary: 'Keep contributions of naturals', tags })
    .errors(refusals)
    .input(z.object({ file: z.file() }))
    .output(readAnnexShape),
  /** Tells whenever another table comes into force; what is judged by has then to be fetched again. */
  watch: oc
    .route({ method: 'GET', path: '/regulation/changes', summary: 'Follow the regulation', tags })
    .output(eventIterator(z.object({ tableId, amendment: z.int() }))),
};
