import { StudioError } from '#foundation/errors.ts';
import { editMaterial } from '#services/materials/edit-material.ts';
import { getMaterial } from '#services/materials/get-material.ts';
import type { MaterialNeeds } from '#services/materials/material-needs.ts';
import { type ReadAnnex, readAnnex, withShares } from './read-annex.ts';

interface Needs extends MaterialNeeds {
  /** One transaction: all of `act` or nothing. */
  readonly write: <T>(act: () => T) => T;
}

/** Takes over the contributions of a table, as the perfumer's own facts with the file as their source. All of them or none. */
export function keepAnnex(needs: Needs) {
  return async (file: File): Promise<ReadAnnex> => {
    const read = await readAnnex(needs)(file);
    const fault = read.faults.find(({ stops }) => stops);
    if (fault) {
      const { why, row } = fault;
      const problems = read.faults.filter(({ stops }) => stops).length;
      throw new StudioError('regulation.not-kept', { name: read.fileName, problems, why, row, column: '' });
    }
    needs.write(() => {
      for (const { material, shares, added, changed } of read.entries) {
        if (!material || added + changed === 0) continue;
        const { materialId } = material;
        const { material: facts, shelf, revision } = getMaterial(needs)(materialId);
        const { id: _, ...before } = facts;
        const said = { method: 'stated', source: read.fileName } as const;
        const constituents = withShares(before.constituents ?? [], shares, said);
        editMaterial(needs)({ materialId, revision, facts: { ...before, constituents }, shelf });
      }
    });
    return read;
  };
}
