import { StudioError } from '#foundation/errors.ts';
import { storedModel } from './find-model.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { isDemonstration } from './stored-model.ts';

/** Takes a model off the shelf, and out of memory; its file stays. The one that ships stays too. */
export function forgetModel(needs: ShelfNeeds) {
  return async (modelId: string): Promise<void> => {
    const model = storedModel(needs, modelId);
    if (isDemonstration(model)) throw new StudioError('model.invalid', { reason: 'setting', text: model.label });
    await needs.keeper.unload(modelId);
    needs.write(() => needs.models.remove(modelId));
    needs.shelfChanged.announce();
  };
}
