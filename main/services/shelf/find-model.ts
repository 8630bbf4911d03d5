import { StudioError } from '#foundation/errors.ts';
import type { ModelToPlay } from '#intelligence/models/model-to-play.ts';
import type { StoredModel } from '#library/sqlite/model-store.ts';
import { lookAt } from './look-at-model.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { inspectionOf, nameOf, toPlay } from './stored-model.ts';

/** The model with this id. Refuses (`model.not-found`) where there is none. */
export function storedModel({ models }: Pick<ShelfNeeds, 'models'>, modelId: string): StoredModel {
  const found = models.find(modelId);
  if (!found) throw new StudioError('model.not-found', { modelId });
  return found;
}

/** The same, looked at and ready to play. Refuses also with `model.refused` and `model.file-gone`. */
export async function playableModel(needs: ShelfNeeds, modelId: string): Promise<ModelToPlay> {
  const stored = storedModel(needs, modelId);
  const ready = toPlay(stored) ?? toPlay(await lookAt(needs, stored));
  if (ready) return ready;
  const verdict = inspectionOf(storedModel(needs, modelId))?.verdict;
  const { reason, detail } = verdict?.kind === 'refused' ? verdict : { reason: 'not-gguf', detail: '' };
  throw new StudioError('model.refused', { name: nameOf(stored), reason, detail });
}
