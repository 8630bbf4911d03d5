import { listIfraTables, type TableHead } from './list-ifra-tables.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

type Needs = Pick<RegulationNeeds, 'ifra' | 'inForce' | 'write' | 'now'>;

/** Puts a table in force: from now on everything is judged by it. Verdicts that are stored stay until they are judged again. */
export function chooseIfraTable(needs: Needs) {
  return (tableId: string): readonly TableHead[] => {
    const { ifra, inForce, write, now } = needs;
    inForce.table(tableId);
    if (tableId !== inForce.now().tableId) {
      write(() => ifra.putInForce(tableId, now()));
      inForce.refresh();
    }
    return listIfraTables(needs)();
  };
}
