import { StudioError } from '#foundation/errors.ts';
import { newId } from '#foundation/ids.ts';
import { listIfraTables, type TableHead } from './list-ifra-tables.ts';
import { tableIn } from './read-ifra-workbook.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

type Needs = Pick<RegulationNeeds, 'ifra' | 'inForce' | 'rejudging' | 'sideThread' | 'write' | 'now'>;

/**
 * Keeps the table of a workbook beside the others. It is not in force by that, but all trials are judged by it in the
 * background, so that it can be seen what it would change. Refuses one with anything wrong in it.
 */
export function keepIfraTable(needs: Needs) {
  return async (file: File): Promise<readonly TableHead[]> => {
    const { fileName, amendment, problems, table } = await tableIn(needs)(file);
    const stopping = problems.filter(({ stops }) => stops);
    const [first] = stopping;
    if (first) {
      const { why, row, column } = first;
      throw new StudioError('regulation.not-kept', {
        name: fileName,
        problems: stopping.length,
        why,
        row: row ?? 0,
        column: column ?? '',
      });
    }
    const kept = needs.now();
    const id = newId<string>();
    needs.write(() => needs.ifra.insert({ id, amendment, fileName, kept }, table));
    needs.rejudging.judgeAll('imported', id);
    return listIfraTables(needs)();
  };
}
