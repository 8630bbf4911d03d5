/**
 * @file The import of a whole collection: in short transactions, so that nothing else waits, each with a note of what it
 * changed. Cancelled, broken off or failed, it is taken back by those notes, so that in the end it is all or nothing.
 */

import { StudioError } from '#foundation/errors.ts';
import { newId } from '#foundation/ids.ts';
import type { CollectionChange, CollectionImport } from '#library/sqlite/collection-store.ts';
import { createBreath, turn } from './breathe.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import { createRecipeKeeper } from './keep-recipes.ts';
import { createMaterialKeeper } from './keep-rows.ts';
import type { Defaults } from './material-of-row.ts';
import { type Choices, planMaterials } from './plan-materials.ts';
import { refuseThinMapping, type Wanted } from './preview-collection.ts';
import { takeBack } from './take-back.ts';
import { understandRecipes } from './understand-recipes.ts';

export interface ImportWanted extends Wanted {
  readonly choices: Choices;
  readonly defaults: Omit<Defaults, 'source'>;
}

/** How far an import is. `done` and `of` count rows, or recipes. */
export type ImportStage =
  | { readonly stage: 'keeping'; readonly importId: string; readonly done: number; readonly of: number }
  | { readonly stage: 'taking-back'; readonly importId: string }
  | { readonly stage: 'cancelled' }
  | ({ readonly stage: 'done'; readonly importId: string } & Counts);

export type Counts = Pick<CollectionImport, 'added' | 'updated' | 'skipped'>;

/** What became of one row or recipe. */
export type Outcome = 'added' | 'updated' | 'skipped';
/** Notes one thing that was added or changed, to be taken back by. */
export type Note = (change: Omit<CollectionChange, 'number'>) => void;
/** Keeps one row and notes all that came of it. To be called inside a transaction. */
export type Keep = (note: Note) => Outcome;

/** How many imports can still be taken back. */
const remembered = 10;
/** How often progress is told, in ms. */
const told = 100;

/** Imports a table that was read. One at a time; refuses (`collection.busy`) a second. */
export function importCollection(needs: CollectionNeeds) {
  const { collections, tables, write, now } = needs;
  return async function* (wanted: ImportWanted, signal?: AbortSignal): AsyncGenerator<ImportStage> {
    const table = tables.get(wanted.tableId);
    refuseThinMapping(table, wanted.kind, wanted.mapping);
    const running = collections.imports().find(({ state }) => state === 'running' || state === 'undoing');
    if (running) throw new StudioError('collection.busy', { fileName: running.fileName });

    const id = newId<string>();
    const made = now();
    const counts = { added: 0, updated: 0, skipped: 0 };
    const of = table.recipeFiles?.length ?? table.rows.length;
    write(() => {
      collections.begin({ id, kind: wanted.kind, fileName: table.name, state: 'running', ...counts, made });
      collections.forgetBeyond(remembered);
      if (!table.recipeFiles)
        collections.remember(table.signature, { kind: wanted.kind, mapping: wanted.mapping }, made);
    });

    let isKept = false;
    try {
      yield { stage: 'keeping', importId: id, done: 0, of };
      let [done, number, since] = [0, 0, performance.now()];
      const batch: { readonly at: number; readonly keep: Keep }[] = [];
      const breathe = createBreath();
      const note: Note = (change) => {
        number += 1;
        collections.addChange(id, { number, ...change });
      };
      const flush = async () => {
        while (batch.length > 0) {
          const began = performance.now();
          write(() => {
            for (let next = batch[0]; next && performance.now() - began < turn / 2; next = batch[0]) {
              counts[next.keep(note)] += 1;
              done = next.at;
              batch.shift();
            }
            collections.count(id, { state: 'running', ...counts });
          });
          await breathe();
          if (signal?.aborted) return;
        }
      };
      for await (const one of keepers(needs, wanted, table)) {
        if (signal?.aborted) break;
        batch.push(one);
        if (batch.length >= 100) await flush();
        if (performance.now() - since < told) continue;
        since = performance.now();
        yield { stage: 'keeping', importId: id, done, of };
      }
      await flush();
      if (signal?.aborted) {
        yield { stage: 'taking-back', importId: id };
        await takeBack(needs)(id);
        isKept = true;
        yield { stage: 'cancelled' };
        return;
      }
      write(() => collections.count(id, { state: 'kept', ...counts }));
      isKept = true;
      needs.announceDay({ what: 'collections' });
      yield { stage: 'done', importId: id, ...counts };
    } finally {
      if (!isKept) await takeBack(needs)(id);
    }
  };
}

async function* keepers(
  needs: CollectionNeeds,
  { kind, mapping, choices, defaults }: ImportWanted,
  table: ReturnType<CollectionNeeds['tables']['get']>,
): AsyncGenerator<{ readonly at: number; readonly keep: Keep }> {
  if (kind === 'materials') {
    const keeper = createMaterialKeeper(needs, { choices, defaults: { ...defaults, source: table.name } });
    for await (const planned of planMaterials(needs)({ table, mapping })) {
      yield { at: planned.row - table.firstRow + 1, keep: keeper(planned) };
    }
  } else {
    const keeper = createRecipeKeeper(needs, choices);
    let at = 0;
    for await (const collected of understandRecipes(needs)(table, mapping)) {
      at += 1;
      yield { at: table.recipeFiles ? at : collected.row - table.firstRow + 1, keep: keeper(collected) };
    }
  }
}
