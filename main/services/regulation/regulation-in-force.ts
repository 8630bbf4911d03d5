/** @file The regulation formulas are judged by now: what ships, with the IFRA table the perfumer chose in place of ours. */
import { Changes } from '#foundation/changes.ts';
import { StudioError } from '#foundation/errors.ts';
import type { IfraStore } from '#library/sqlite/ifra-store.ts';
import { createJudge, type Judge, type JudgeNeeds } from '#perfumery/safety/judge.ts';
import type { IfraTable, Regulation } from '#perfumery/safety/regulation.ts';

/** The id of the table that comes with Sillage. */
export const shippedTable = 'shipped';

export interface InForce {
  readonly tableId: string;
  readonly regulation: Regulation;
  readonly judge: Judge;
}

export interface RegulationInForce {
  now(): InForce;
  /** By any table there is; refuses an id nobody has. */
  by(tableId: string): InForce;
  /** What formulas are judged by when that table is in force. */
  regulationBy(tableId: string): Regulation;
  /** The table of that id. */
  table(tableId: string): IfraTable;
  /** Looks up again which table is in force, and tells whoever listens. */
  refresh(): void;
  readonly changes: Changes<InForce>;
}

export interface InForceNeeds {
  readonly shipped: Regulation;
  readonly ifra: IfraStore;
  readonly materials: JudgeNeeds['materials'];
}

/** Follows the library's choice; a table that is gone gives way to the shipped one. */
export function createRegulationInForce({ shipped, ifra, materials }: InForceNeeds): RegulationInForce {
  const changes = new Changes<InForce>();
  const table = (tableId: string): IfraTable => {
    const found = tableId === shippedTable ? shipped.ifra : ifra.find(tableId);
    if (!found) throw new StudioError('regulation.not-found', { tableId });
    return found;
  };
  const regulationBy = (tableId: string): Regulation => ({ ...shipped, ifra: table(tableId) });
  const by = (tableId: string): InForce => {
    const regulation = regulationBy(tableId);
    return { tableId, regulation, judge: createJudge({ regulation, materials }) };
  };
  const chosen = () => {
    const [tableId = shippedTable] = ifra.inForce();
    return by(tableId === shippedTable || ifra.all().some(({ id }) => id === tableId) ? tableId : shippedTable);
  };
  let current = chosen();
  return {
    now: () => current,
    by: (tableId) => (tableId === current.tableId ? current : by(tableId)),
    regulationBy: (tableId) => (tableId === current.tableId ? current.regulation : regulationBy(tableId)),
    table,
    refresh() {
      current = chosen();
      changes.announce(current);
    },
    changes,
  };
}
