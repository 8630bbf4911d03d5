/** @file What the rows of a table would do to the materials of the library, before anything is done. */
import type { MaterialId } from '#foundation/ids.ts';
import type { DuplicateChoice } from '#perfumery/collection/collection-fields.ts';
import { type MaterialRow, readMaterialRow } from '#perfumery/collection/read-material-row.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { foldName } from '#services/materials/check-material.ts';
import { createBreath } from './breathe.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import type { ShelvedTable } from './table-shelf.ts';

export type LeftOut = 'no-name' | 'ambiguous' | 'repeated';

/** What one row says, and what it meets in the library. `row` counts as in the file. */
export interface PlannedRow {
  readonly row: number;
  readonly said: MaterialRow;
  readonly meets?: { readonly materialId: MaterialId; readonly by: 'cas' | 'name' };
  readonly leftOut?: LeftOut;
}

export interface Choices {
  /** For rows that meet a material by CAS number, or by name. */
  readonly byCas: DuplicateChoice;
  readonly byName: DuplicateChoice;
  /** For single rows, by their number. */
  readonly rows: Readonly<Record<string, DuplicateChoice>>;
}

/** What is done with a row. */
export function actOn({ row, meets, leftOut }: PlannedRow, choices: Choices): 'add' | 'update' | 'skip' {
  const own = choices.rows[String(row)];
  if (leftOut) return leftOut !== 'no-name' && own === 'keep-both' ? 'add' : 'skip';
  if (!meets) return 'add';
  const choice = own ?? (meets.by === 'cas' ? choices.byCas : choices.byName);
  return choice === 'keep-both' ? 'add' : choice;
}

export interface Planning {
  readonly table: ShelvedTable;
  readonly mapping: Parameters<typeof readMaterialRow>[1]['mapping'];
}

/** Every filled row with what it meets; lets the event loop run in between. */
export function planMaterials({ materials, vocabulary }: Pick<CollectionNeeds, 'materials' | 'vocabulary'>) {
  return async function* ({ table, mapping }: Planning): AsyncGenerator<PlannedRow> {
    const breathe = createBreath();
    const index = await indexOf(materials.all(), breathe);
    const descriptorOf = wordsOf(vocabulary.descriptors);
    const seen = new Set<string>();
    for (const [at, cells] of table.rows.entries()) {
      await breathe();
      if (cells.every((text) => text === '')) continue;
      const said = readMaterialRow(cells, { mapping, descriptorOf, ...(table.mark && { mark: table.mark }) });
      const row = table.firstRow + at;
      const names = [said.name.en, said.name.ko].filter((name) => name !== '').map(foldName);
      const met = meet(said, names, index);
      if (met === 'ambiguous') yield { row, said, leftOut: met };
      else if (met === undefined && names.length === 0) yield { row, said, leftOut: 'no-name' };
      else if (names.some((name) => seen.has(name))) yield { row, said, leftOut: 'repeated' };
      else yield { row, said, ...(met && { meets: met }) };
      for (const name of names) seen.add(name);
    }
  };
}

interface Index {
  readonly byCas: ReadonlyMap<string, readonly LibraryMaterial[]>;
  readonly byName: ReadonlyMap<string, LibraryMaterial>;
}

async function indexOf(materials: readonly LibraryMaterial[], breathe: () => Promise<void>): Promise<Index> {
  const byCas = new Map<string, LibraryMaterial[]>();
  const byName = new Map<string, LibraryMaterial>();
  const aliases: [string, LibraryMaterial][] = [];
  for (const one of materials) {
    await breathe();
    const { name, cas, aliases: others } = one.material;
    for (const number of cas) byCas.set(number, [...(byCas.get(number) ?? []), one]);
    for (const text of [name.en, name.ko]) if (text) byName.set(foldName(text), one);
    for (const text of [...others.en, ...others.ko]) aliases.push([foldName(text), one]);
  }
  // A name counts before another material's alias.
  for (const [text, one] of aliases) if (!byName.has(text)) byName.set(text, one);
  return { byCas, byName };
}

/** The one material a row means. Several of the same CAS number are not chosen among, unless the name says which. */
function meet(
  { cas }: MaterialRow,
  names: readonly string[],
  { byCas, byName }: Index,
): PlannedRow['meets'] | 'ambiguous' {
  const named = names.map((name) => byName.get(name)).find((one) => one !== undefined);
  if (named) return { materialId: named.material.id, by: 'name' };
  const same = [...new Set(cas.slice(0, 1).flatMap((number) => byCas.get(number) ?? []))];
  const [only] = same;
  if (same.length > 1) return 'ambiguous';
  return only && { materialId: only.material.id, by: 'cas' };
}

function wordsOf(descriptors: CollectionNeeds['vocabulary']['descriptors']): (word: string) => string | undefined {
  const ids = new Map<string, string>();
  for (const { id, synonyms } of descriptors) {
    for (const word of [...synonyms.en, ...synonyms.ko]) if (!ids.has(foldName(word))) ids.set(foldName(word), id);
  }
  for (const { id, name } of descriptors) for (const word of [id, name.en, name.ko]) ids.set(foldName(word), id);
  return (word) => ids.get(foldName(word));
}
