import type { Uploads } from '#services/files/uploads.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { chooseIfraTable } from '#services/regulation/choose-ifra-table.ts';
import { keepAnnex } from '#services/regulation/keep-annex.ts';
import { keepIfraTable } from '#services/regulation/keep-ifra-table.ts';
import { listIfraTables } from '#services/regulation/list-ifra-tables.ts';
import { listRejudgings } from '#services/regulation/list-rejudgings.ts';
import { readAnnex } from '#services/regulation/read-annex.ts';
import { readIfraWorkbook } from '#services/regulation/read-ifra-workbook.ts';
import type { RegulationInForce } from '#services/regulation/regulation-in-force.ts';
import type { RegulationNeeds } from '#services/regulation/regulation-needs.ts';
import type { Rejudging } from '#services/regulation/rejudging.ts';
import { removeIfraTable } from '#services/regulation/remove-ifra-table.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** The acts on the regulation, behind the contract. */
export function regulationHandlers(
  { regulation: on }: Implementer,
  needs: RegulationNeeds & MaterialNeeds & { readonly uploads: Uploads },
) {
  return on.router({
    tables: on.tables.handler(() => toWire(listIfraTables(needs)())),
    read: on.read.handler(async ({ input }) => toWire(await readIfraWorkbook(needs)(needs.uploads.file(input.file)))),
    keep: on.keep.handler(async ({ input }) => toWire(await keepIfraTable(needs)(needs.uploads.file(input.file)))),
    choose: on.choose.handler(({ input }) => toWire(chooseIfraTable(needs)(input.tableId))),
    remove: on.remove.handler(({ input }) => toWire(removeIfraTable(needs)(input.tableId))),
    rejudge: on.rejudge.handler(() => {
      needs.rejudging.judgeAll('asked', needs.inForce.now().tableId);
      return toWire(needs.rejudging.state());
    }),
    stopRejudging: on.stopRejudging.handler(() => {
      needs.rejudging.stop();
      return toWire(needs.rejudging.state());
    }),
    rejudgings: on.rejudgings.handler(() => toWire(listRejudgings(needs)())),
    watchRejudging: on.watchRejudging.handler(({ signal }) => followed(needs.rejudging, signal)),
    verdicts: on.verdicts.handler(({ input }) => toWire(needs.verdicts.of(input.trialId))),
    readAnnex: on.readAnnex.handler(async ({ input }) =>
      toWire(await readAnnex(needs)(needs.uploads.file(input.file))),
    ),
    keepAnnex: on.keepAnnex.handler(async ({ input }) =>
      toWire(await keepAnnex(needs)(needs.uploads.file(input.file))),
    ),
    watch: on.watch.handler(({ signal }) => told(needs.inForce, signal)),
  });
}

async function* told({ changes }: RegulationInForce, signal: AbortSignal | undefined) {
  for await (const { tableId, regulation } of changes.until(signal ?? new AbortController().signal))
    yield { tableId, amendment: regulation.ifra.amendment };
}

async function* followed({ state, changes }: Rejudging, signal: AbortSignal | undefined) {
  const later = changes.until(signal ?? new AbortController().signal);
  yield toWire(state());
  for await (const now of later) yield toWire(now);
}
