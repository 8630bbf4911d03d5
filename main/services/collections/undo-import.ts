import { StudioError } from '#foundation/errors.ts';
import type { CollectionNeeds } from './collection-needs.ts';
import { type TakenBack, takeBack } from './take-back.ts';

/** Takes a finished import back whole. Refuses (`collection.cannot-undo`) one that runs or was taken back. */
export function undoImport(needs: CollectionNeeds) {
  return async (importId: string): Promise<TakenBack> => {
    const made = needs.collections.find(importId);
    if (!made) throw new StudioError('collection.not-found', { id: importId });
    if (made.state !== 'kept') throw new StudioError('collection.cannot-undo', { id: importId, state: made.state });
    return takeBack(needs)(importId);
  };
}
