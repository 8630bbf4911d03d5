import { listIfraTables, type TableHead } from './list-ifra-tables.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

type Needs = Pick<RegulationNeeds, 'ifra' | 'inForce' | 'rejudging' | 'write' | 'now'>;

/** Puts a table in force: from now on everything is judged by it, and all stored trials are judged again in the background. */
export function chooseIfraTable(needs: Needs) {
  return (tableId: string): readonly TableHead[] => {
    const { ifra, inForce, rejudging, write, now } = needs;
    inForce.table(tableId);
    if (tableId !== inForce.now().tableId) {
      write(() => ifra.putInForce(tableId, now()));
      inForce.refresh();
      rejudging.judgeAll('table', tableId);
    }
    return listIfraTables(needs)();
  };
}
