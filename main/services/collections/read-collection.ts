import { StudioError } from '#foundation/errors.ts';
import { mostFileBytes } from '#foundation/file-limits.ts';
import type { CollectionKind, ColumnMapping } from '#perfumery/collection/collection-fields.ts';
import { guessKind, guessMapping } from '#perfumery/collection/guess-mapping.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import { readInWorker } from './run-worker.ts';

const sampled = 5;

export interface CollectionTable {
  readonly tableId: string;
  readonly name: string;
  readonly kind: CollectionKind;
  readonly headings: readonly string[];
  /** The first rows, as far as they are filled. */
  readonly sample: readonly (readonly string[])[];
  readonly rows: number;
  /** What each column likely holds, for materials and for recipes. */
  readonly guesses: { readonly materials: ColumnMapping; readonly recipes: ColumnMapping };
  /** Whether the guess for `kind` is what was chosen the last time a table had these headings. */
  readonly isRemembered: boolean;
  /** Whole recipe files need no mapping. */
  readonly hasRecipeFiles: boolean;
}

/** Reads a file off the main thread and keeps it in memory for the import. Refuses with `file.…` codes. */
export function readCollection({ tables, collections }: Pick<CollectionNeeds, 'tables' | 'collections'>) {
  return async (file: File, signal?: AbortSignal): Promise<CollectionTable> => {
    const { name, size } = file;
    if (size > mostFileBytes) throw new StudioError('file.too-large', { name, bytes: size, most: mostFileBytes });
    const table = tables.put(name, await readInWorker(new Uint8Array(await file.arrayBuffer()), name, { signal }));
    const remembered = collections.mapping(table.signature);
    const hasRecipeFiles = table.recipeFiles !== undefined;
    const kind = hasRecipeFiles ? 'recipes' : (remembered?.kind ?? guessKind(table.headings));
    const guess = (one: CollectionKind) =>
      remembered?.kind === one ? remembered.mapping : guessMapping(one, table.headings);
    return {
      tableId: table.id,
      name,
      kind,
      headings: table.headings,
      sample: table.rows.filter((row) => row.some((text) => text !== '')).slice(0, sampled),
      rows: table.recipeFiles?.length ?? table.rows.length,
      guesses: { materials: guess('materials'), recipes: guess('recipes') },
      isRemembered: remembered !== undefined,
      hasRecipeFiles,
    };
  };
}
