import { shippedTable } from './regulation-in-force.ts';
import type { RegulationNeeds } from './regulation-needs.ts';

/** One IFRA table of those that lie side by side. */
export interface TableHead {
  readonly tableId: string;
  readonly amendment: number;
  /** ISO date on which its facts were last checked. */
  readonly checked: string;
  readonly standards: number;
  /** Absent for the shipped one. */
  readonly fileName?: string;
  /** ISO instant of the import; absent for the shipped one. */
  readonly kept?: string;
  readonly isInForce: boolean;
}

/** The shipped table first, then the imported ones, latest amendment first. */
export function listIfraTables({ ifra, inForce }: Pick<RegulationNeeds, 'ifra' | 'inForce'>) {
  return (): readonly TableHead[] => {
    const current = inForce.now().tableId;
    const head = (tableId: string) => {
      const { amendment, checked, standards } = inForce.table(tableId);
      return { tableId, amendment, checked, standards: standards.length, isInForce: tableId === current };
    };
    const imported = ifra.all().map(({ id, fileName, kept }) => ({ ...head(id), fileName, kept }));
    return [head(shippedTable), ...imported];
  };
}
