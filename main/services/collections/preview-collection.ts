import { StudioError } from '#foundation/errors.ts';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import { type CollectionKind, type ColumnMapping, isMappingEnough } from '#perfumery/collection/collection-fields.ts';
import type { CellFault } from '#perfumery/collection/read-material-row.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import { type LeftOut, planMaterials } from './plan-materials.ts';
import type { ShelvedTable } from './table-shelf.ts';
import { understandRecipes } from './understand-recipes.ts';

/** What an import would do, in numbers and in the first rows of each sort. */
export interface Preview {
  readonly kind: CollectionKind;
  readonly counts: {
    readonly fresh: number;
    readonly byCas: number;
    readonly byName: number;
    readonly leftOut: number;
    readonly faults: number;
  };
  readonly fresh: readonly { readonly row: number; readonly text: string; readonly detail: string }[];
  readonly duplicates: readonly {
    readonly row: number;
    readonly text: string;
    readonly by: 'cas' | 'name';
    /** What it meets in the library: a material, or a recipe of that name. */
    readonly materialId?: MaterialId;
    readonly recipeId?: RecipeId;
  }[];
  readonly leftOut: readonly { readonly row: number; readonly text: string; readonly why: LeftOut | 'unreadable' }[];
  readonly faults: readonly { readonly row: number; readonly field: string; readonly text: string }[];
}

export interface Wanted {
  readonly tableId: string;
  readonly kind: CollectionKind;
  readonly mapping: ColumnMapping;
}

const shown = 200;

/** Says what an import would do. Refuses (`file.not-understood`) a mapping that names nothing to recognise. */
export function previewCollection(needs: CollectionNeeds) {
  return async ({ tableId, kind, mapping }: Wanted): Promise<Preview> => {
    const table = needs.tables.get(tableId);
    refuseThinMapping(table, kind, mapping);
    return kind === 'materials' ? ofMaterials(needs, table, mapping) : ofRecipes(needs, table, mapping);
  };
}

/** Refuses a mapping that leaves out what nothing can be recognised without. */
export function refuseThinMapping(table: ShelvedTable, kind: CollectionKind, mapping: ColumnMapping): void {
  if (table.recipeFiles ? kind === 'recipes' : isMappingEnough(kind, mapping)) return;
  throw new StudioError('file.not-understood', { reason: 'no-columns', name: table.name });
}

function draft(kind: CollectionKind) {
  return {
    kind,
    counts: { fresh: 0, byCas: 0, byName: 0, leftOut: 0, faults: 0 },
    fresh: [] as Preview['fresh'][number][],
    duplicates: [] as Preview['duplicates'][number][],
    leftOut: [] as Preview['leftOut'][number][],
    faults: [] as Preview['faults'][number][],
  };
}

function put<T>(list: T[], item: T): void {
  if (list.length < shown) list.push(item);
}

async function ofMaterials(needs: CollectionNeeds, table: ShelvedTable, mapping: ColumnMapping): Promise<Preview> {
  const preview = draft('materials');
  for await (const { row, said, meets, leftOut } of planMaterials(needs)({ table, mapping })) {
    const text = spoken(said.name) || said.cas[0] || '';
    preview.counts.faults += said.faults.length;
    for (const { field, text: written } of said.faults as readonly CellFault[]) {
      put(preview.faults, { row, field, text: written });
    }
    if (leftOut) {
      preview.counts.leftOut += 1;
      put(preview.leftOut, { row, text, why: leftOut });
    } else if (meets) {
      preview.counts[meets.by === 'cas' ? 'byCas' : 'byName'] += 1;
      put(preview.duplicates, { row, text, ...meets });
    } else {
      preview.counts.fresh += 1;
      const { price, stock } = said;
      const bits = [
        said.cas[0],
        said.supplier,
        price && `${price.perKilogram} ${price.currency ?? ''}/kg`,
        stock && `${stock} g`,
      ];
      put(preview.fresh, { row, text, detail: bits.filter((bit) => bit).join(' · ') });
    }
  }
  return preview;
}

async function ofRecipes(needs: CollectionNeeds, table: ShelvedTable, mapping: ColumnMapping): Promise<Preview> {
  const preview = draft('recipes');
  for await (const { row, name, understood } of understandRecipes(needs)(table, mapping)) {
    if (!understood) {
      preview.counts.leftOut += 1;
      put(preview.leftOut, { row, text: name, why: 'unreadable' });
      continue;
    }
    preview.counts.faults += understood.notUnderstood.length;
    for (const fault of understood.notUnderstood) {
      put(preview.faults, { row: fault.row, field: fault.why, text: fault.text });
    }
    const recipeId = needs.recipes.idNamed(name);
    if (recipeId) {
      preview.counts.byName += 1;
      put(preview.duplicates, { row, text: name, by: 'name', recipeId });
    } else {
      preview.counts.fresh += 1;
      put(preview.fresh, { row, text: name, detail: String(understood.formula.lines.length) });
    }
  }
  return preview;
}

function spoken(name: InTwoLanguages): string {
  return name.en || name.ko;
}
