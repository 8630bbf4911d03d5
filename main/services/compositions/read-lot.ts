import { StudioError } from '#foundation/errors.ts';
import { mostFileBytes } from '#foundation/file-limits.ts';
import type { CompositionNeeds } from './composition-needs.ts';
import type { ReadLot } from './read-composition-file.ts';

/** Says what a table holds of one lot, and keeps nothing. Refuses with `file.…` codes. */
export function readLot({ sideThread }: Pick<CompositionNeeds, 'sideThread'>) {
  return async (file: File): Promise<ReadLot> => {
    const { name, size } = file;
    if (size > mostFileBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostFileBytes });
    return sideThread.do('read-composition', { name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
}
