/** @file Pasted text as lines of a formula, or the reason why it is none. */
import { isStudioError } from '#foundation/errors.ts';
import { type LineId, newId } from '#foundation/ids.ts';
import { parseTable, type UnderstoodTable } from '#perfumery/interchange/parse-table.ts';
import { rowsOfText } from '#perfumery/interchange/rows-of-text.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';

export type Pasted = UnderstoodTable | { readonly fault: 'empty' | 'no-columns' | 'too-many-lines' | 'other' };

/** Reads text that was pasted or typed. Never throws for what stands in it. */
export function readPasted(text: string, materials: readonly LibraryMaterial[]): Pasted {
  try {
    return parseTable(rowsOfText(text), { materials, newLineId: () => newId<LineId>(), name: '' });
  } catch (error) {
    if (!isStudioError(error, 'file.not-understood')) throw error;
    const { reason } = error.facts;
    return { fault: reason === 'empty' || reason === 'no-columns' || reason === 'too-many-lines' ? reason : 'other' };
  }
}
