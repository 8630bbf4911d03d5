/** @file The recipes in a table, or in a list of recipe files, each understood on its own. */
import { isStudioError } from '#foundation/errors.ts';
import { type LineId, newId } from '#foundation/ids.ts';
import type { CollectionField, ColumnMapping } from '#perfumery/collection/collection-fields.ts';
import { createMaterialMatcher } from '#perfumery/interchange/match-material.ts';
import { parseTable } from '#perfumery/interchange/parse-table.ts';
import { recipeFileVersion } from '#perfumery/interchange/recipe-file.ts';
import { understandRecipeFile } from '#perfumery/interchange/understand-recipe-file.ts';
import type { Understood } from '#perfumery/interchange/understood.ts';
import { anyRecipeFile, checkRecipeFile } from '#services/interchange/recipe-file-shape.ts';
import { createBreath } from './breathe.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import type { ShelvedTable } from './table-shelf.ts';

/** One recipe of a collection; `row` is its first, counted as in the file. */
export interface CollectedRecipe {
  readonly row: number;
  readonly name: string;
  /** Absent where it cannot be read at all. */
  readonly understood?: Understood;
}

/** Each recipe in turn; lets the event loop run in between. */
export function understandRecipes(needs: Pick<CollectionNeeds, 'materials' | 'trials'>) {
  return async function* (table: ShelvedTable, mapping: ColumnMapping): AsyncGenerator<CollectedRecipe> {
    const breathe = createBreath();
    if (table.recipeFiles) {
      for (const [at, text] of table.recipeFiles.entries()) {
        await breathe();
        yield fromFile(needs, text, { row: at + 1, file: table.name });
      }
      return;
    }
    const materials = needs.materials.all();
    const matcher = createMaterialMatcher(materials);
    for (const { row, name, rows } of groupsOf(table, mapping)) {
      await breathe();
      yield { row, name, ...understoodRows([headings(mapping), ...rows], { name, row }) };
    }

    function understoodRows(
      rows: readonly (readonly string[])[],
      { name, row }: { readonly name: string; readonly row: number },
    ): { understood?: Understood } {
      const read = () =>
        parseTable(rows, {
          materials,
          matcher,
          newLineId: () => newId<LineId>(),
          name,
          ...(table.mark && { mark: table.mark }),
        });
      const answer = unlessRefused(read);
      if (!answer) return {};
      const isKorean = /\p{Script=Hangul}/u.test(name);
      const inFile = <R extends { readonly row: number }>(one: R): R => ({ ...one, row: one.row + row - 2 });
      return {
        understood: {
          name: isKorean ? { en: '', ko: name } : { en: name, ko: '' },
          brief: '',
          format: table.format,
          formula: { lines: answer.lines },
          matched: answer.matched.map(inFile),
          notUnderstood: answer.notUnderstood.map(inFile),
          trials: [],
        },
      };
    }
  };
}

interface Group {
  readonly row: number;
  readonly name: string;
  readonly rows: string[][];
}

/** The rows of each recipe. A row without a name goes on with the recipe above it. */
function groupsOf(table: ShelvedTable, mapping: ColumnMapping): readonly Group[] {
  const at = mapping.indexOf('recipe');
  const groups = new Map<string, Group>();
  let current: Group | undefined;
  for (const [index, cells] of table.rows.entries()) {
    if (cells.every((text) => text === '')) continue;
    const name = (cells[at] ?? '').slice(0, 200);
    if (name !== '') {
      current = groups.get(name) ?? { row: table.firstRow + index, name, rows: [] };
      groups.set(name, current);
    }
    current?.rows.push(mapping.flatMap((field, column) => (isRead(field) ? [cells[column] ?? ''] : [])));
  }
  return [...groups.values()];
}

const words: Partial<Readonly<Record<CollectionField, string>>> = {
  name: 'Material',
  cas: 'CAS',
  parts: 'Parts',
  dilution: 'Dilution %',
  solvent: 'Solvent',
  'line-note': 'Note',
  locked: 'Locked',
  carrier: 'Carrier',
};

function isRead(field: CollectionField | null): field is CollectionField {
  return field !== null && words[field] !== undefined;
}

/** The mapped columns under the headings that tables of one recipe have. */
function headings(mapping: ColumnMapping): string[] {
  return mapping.flatMap((field) => (isRead(field) ? [words[field] ?? ''] : []));
}

function fromFile(
  needs: Pick<CollectionNeeds, 'materials' | 'trials'>,
  text: string,
  { row, file }: { readonly row: number; readonly file: string },
): CollectedRecipe {
  const value: unknown = JSON.parse(text);
  const ours = anyRecipeFile.safeParse(value);
  const checked = ours.success && ours.data.version <= recipeFileVersion ? checkRecipeFile(value) : undefined;
  if (!checked || 'issues' in checked) return { row, name: '' };
  const understood = unlessRefused(() =>
    understandRecipeFile(checked.file, {
      materials: needs.materials.all(),
      newLineId: () => newId<LineId>(),
      trialFormula: (id) => needs.trials.find(id)?.formula,
      name: file,
    }),
  );
  const { name } = checked.file;
  return { row, name: name.en || name.ko, ...(understood && { understood }) };
}

/** What cannot be read is one recipe less, not an end to all of them. */
function unlessRefused<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (isStudioError(error) && error.code.startsWith('file.')) return undefined;
    throw error;
  }
}
