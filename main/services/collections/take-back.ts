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
  /** Materials that the import brought and that are in use: no longer offered, but still there for who uses them. */
  readonly archived: number;
  /** What was worked on or used since, and stays as it is. */
  readonly left: number;
}

const piece = 50;
/** More materials or recipes than this are not told one by one: who follows would be let go. */
const mostTold = 200;

/** Takes one import back. Refuses (`collection.not-found`, `collection.cannot-undo`) what is not there to be taken back. */
export function takeBack(given: CollectionNeeds) {
  const needs = quietly(given);
  const { collections, write } = needs;
  return async (id: string, signal?: AbortSignal): Promise<TakenBack> => {
    const made = collections.find(id);
    if (!made) throw new StudioError('collection.not-found', { id });
    if (made.state === 'undone') throw new StudioError('collection.cannot-undo', { id, state: made.state });
    write(() => collections.setState(id, 'undoing'));
    const counts = { restored: 0, removed: 0, archived: 0, left: 0 };
    const breathe = createBreath();
    // Recipes first: what they brought along is out of use only without them.
    for (const what of ['recipe', 'material'] as const) {
      const used = what === 'material' ? await usedMaterials(needs)() : new Set<MaterialId>();
      for (;;) {
        if (signal?.aborted) return counts;
        const changes = [...collections.lastChanges(id, what, piece)];
        if (changes.length === 0) break;
        while (changes.length > 0) {
          const began = performance.now();
          write(() => {
            for (let next = changes[0]; next && performance.now() - began < turn / 2; next = changes[0]) {
              const outcome = what === 'recipe' ? putRecipeBack(needs, next) : putMaterialBack(needs, next, used);
              counts[outcome] += 1;
              collections.dropChange(id, next.number);
              changes.shift();
            }
          });
          await breathe();
        }
      }
    }
    write(() => collections.setState(id, 'undone'));
    needs.announceDay({ what: 'collections' });
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

/** The needs with only the first so many changes told. */
function quietly<N extends Pick<CollectionNeeds, 'announce' | 'announceMaterial'>>(needs: N): N {
  let told = 0;
  const isTold = () => told++ < mostTold;
  return {
    ...needs,
    announce: (event) => void (isTold() && needs.announce(event)),
    announceMaterial: (material) => void (isTold() && needs.announceMaterial(material)),
  };
}

function putMaterialBack(
  { materials, announceMaterial, now }: CollectionNeeds,
  { subject, revision, before }: CollectionChange,
  used: ReadonlySet<MaterialId>,
): keyof TakenBack {
  const id = subject as MaterialId;
  const here = materials.find(id);
  const isBrought = before === null && here?.origin === 'own';
  if (!here || here.revision !== revision) return 'left';
  if (isBrought && used.has(id)) {
    const { material, origin, shelf } = here;
    const { id: _, ...facts } = material;
    const kept = materials.put({ id, origin, facts, shelf, archived: true, revision: revision + 1 }, now());
    if (kept) announceMaterial(kept);
    return 'archived';
  }
  const restored = materials.putBack(id, before);
  if (restored) announceMaterial(restored);
  return isBrought ? 'removed' : 'restored';
}

function putRecipeBack(
  needs: CollectionNeeds,
  { subject, revision, before }: Pick<CollectionChange, 'subject' | 'revision' | 'before'>,
): keyof TakenBack {
  const id = subject as RecipeId;
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
