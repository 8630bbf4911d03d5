/** @file Takes an import back by its notes, last first, in short transactions; goes on where it was broken off. */
import { isStudioError, StudioError } from '#foundation/errors.ts';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { CollectionChange } from '#library/sqlite/collection-store.ts';
import { removeRecipe } from '#services/recipes/remove-recipe.ts';
import { undoEdit } from '#services/recipes/undo-edit.ts';
import { createBreath, turn } from './breathe.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import { usedMaterials } from './used-materials.ts';

export interface TakenBack {
  readonly restored: number;
  readonly removed: number;
  /** What was worked on or used since, and stays as it is. */
  readonly left: number;
}

const piece = 50;

/** Takes one import back. Refuses (`collection.not-found`, `collection.cannot-undo`) what is not there to be taken back. */
export function takeBack(needs: CollectionNeeds) {
  const { collections, write } = needs;
  return async (id: string, signal?: AbortSignal): Promise<TakenBack> => {
    const made = collections.find(id);
    if (!made) throw new StudioError('collection.not-found', { id });
    if (made.state === 'undone') throw new StudioError('collection.cannot-undo', { id, state: made.state });
    write(() => collections.setState(id, 'undoing'));
    const used = made.kind === 'materials' ? await usedMaterials(needs)() : new Set<MaterialId>();
    const counts = { restored: 0, removed: 0, left: 0 };
    const breathe = createBreath();
    for (;;) {
      if (signal?.aborted) return counts;
      const changes = [...collections.lastChanges(id, piece)];
      if (changes.length === 0) break;
      while (changes.length > 0) {
        const began = performance.now();
        write(() => {
          for (let next = changes[0]; next && performance.now() - began < turn / 2; next = changes[0]) {
            counts[putBack(needs, next, used)] += 1;
            collections.dropChange(id, next.number);
            changes.shift();
          }
        });
        await breathe();
      }
    }
    write(() => collections.setState(id, 'undone'));
    return counts;
  };
}

/** Finishes what a crash left half done. To be called once, when the library has been opened. */
export function takeBackBroken(needs: CollectionNeeds) {
  return async (signal: AbortSignal): Promise<void> => {
    for (const { id, state } of needs.collections.imports()) {
      if (state === 'running' || state === 'undoing') await takeBack(needs)(id, signal);
    }
  };
}

function putBack(
  needs: CollectionNeeds,
  { what, subject, revision, before }: CollectionChange,
  used: ReadonlySet<MaterialId>,
): keyof TakenBack {
  if (what === 'recipe') return putRecipeBack(needs, subject as RecipeId, { revision, before });
  const id = subject as MaterialId;
  const now = needs.materials.find(id);
  const isOwn = now?.origin === 'own';
  if (!now || now.revision !== revision || (before === null && isOwn && used.has(id))) return 'left';
  const restored = needs.materials.putBack(id, before);
  if (restored) needs.announceMaterial(restored);
  return before === null && isOwn ? 'removed' : 'restored';
}

function putRecipeBack(
  needs: CollectionNeeds,
  id: RecipeId,
  { revision, before }: Pick<CollectionChange, 'revision' | 'before'>,
): keyof TakenBack {
  if (needs.recipes.find(id)?.revision !== revision) return 'left';
  if (before !== null) {
    undoEdit(needs)(id);
    return 'restored';
  }
  try {
    removeRecipe(needs)(id);
    return 'removed';
  } catch (error) {
    if (isStudioError(error, 'recipe.used-as-accord')) return 'left';
    throw error;
  }
}
