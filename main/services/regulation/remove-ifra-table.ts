import { StudioError } from '#foundation/errors.ts';
import { listIfraTables, type TableHead } from './list-ifra-tables.ts';
import { shippedTable } from './regulation-in-force.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

type Needs = Pick<RegulationNeeds, 'ifra' | 'inForce' | 'write'>;

/** Takes an imported table away. Refuses the shipped one and the one in force. */
export function removeIfraTable(needs: Needs) {
  return (tableId: string): readonly TableHead[] => {
    const { ifra, inForce, write } = needs;
    const { amendment } = inForce.table(tableId);
    if (tableId === shippedTable || tableId === inForce.now().tableId)
      throw new StudioError('regulation.table-in-use', { tableId, amendment });
    write(() => ifra.remove(tableId));
    return listIfraTables(needs)();
  };
}
