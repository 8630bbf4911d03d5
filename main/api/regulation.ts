import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { chooseIfraTable } from '#services/regulation/choose-ifra-table.ts';
import { keepAnnex } from '#services/regulation/keep-annex.ts';
import { keepIfraTable } from '#services/regulation/keep-ifra-table.ts';
import { listIfraTables } from '#services/regulation/list-ifra-tables.ts';
import { readAnnex } from '#services/regulation/read-annex.ts';
import { readIfraWorkbook } from '#services/regulation/read-ifra-workbook.ts';
import type { RegulationInForce } from '#services/regulation/regulation-in-force.ts';
import type { RegulationNeeds } from '#services/regulation/regulation-needs.ts';
import { rejudgeTrials } from '#services/regulation/rejudge-trials.ts';
import { removeIfraTable } from '#services/regulation/remove-ifra-table.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** The acts on the regulation, behind the contract. */
export function regulationHandlers({ regulation: on }: Implementer, needs: RegulationNeeds & MaterialNeeds) {
  return on.router({
    tables: on.tables.handler(() => toWire(listIfraTables(needs)())),
    read: on.read.handler(async ({ input }) => toWire(await readIfraWorkbook(needs)(input.file))),
    keep: on.keep.handler(async ({ input }) => toWire(await keepIfraTable(needs)(input.file))),
    choose: on.choose.handler(({ input }) => toWire(chooseIfraTable(needs)(input.tableId))),
    remove: on.remove.handler(({ input }) => toWire(removeIfraTable(needs)(input.tableId))),
    rejudge: on.rejudge.handler(async function* ({ signal }) {
      for await (const stage of rejudgeTrials(needs)(signal)) yield toWire(stage);
    }),
    verdicts: on.verdicts.handler(({ input }) => toWire(needs.verdicts.of(input.trialId))),
    readAnnex: on.readAnnex.handler(async ({ input }) => toWire(await readAnnex(needs)(input.file))),
    keepAnnex: on.keepAnnex.handler(async ({ input }) => toWire(await keepAnnex(needs)(input.file))),
    watch: on.watch.handler(({ signal }) => told(needs.inForce, signal)),
  });
}

async function* told({ changes }: RegulationInForce, signal: AbortSignal | undefined) {
  for await (const { tableId, regulation } of changes.until(signal ?? new AbortController().signal))
    yield { tableId, amendment: regulation.ifra.amendment };
}
