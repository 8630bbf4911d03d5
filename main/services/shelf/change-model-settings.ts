import { StudioError } from '#foundation/errors.ts';
import type { ModelSettings } from '#intelligence/models/model-settings.ts';
import { storedModel } from './find-model.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { inspectionOf, settingsOf } from './stored-model.ts';

/** Changes how one model is used; what is loaded is loaded anew when it is next needed. Refuses (`model.invalid`). */
export function changeModelSettings(needs: ShelfNeeds) {
  return (modelId: string, patch: Partial<ModelSettings>): ModelSettings => {
    const model = storedModel(needs, modelId);
    const settings = { ...settingsOf(model), ...patch };
    const most = inspectionOf(model)?.verdict.facts?.context;
    if (settings.context !== 'auto' && most !== undefined && settings.context > most) {
      throw new StudioError('model.invalid', { reason: 'context', text: String(most) });
    }
    // Keys may be stored small by themselves, values only where attention is computed in one go.
    const needsFlash = settings.kvType === 'Q8_0' && settings.flashAttention === false;
    if (needsFlash) throw new StudioError('model.invalid', { reason: 'setting', text: 'Q8_0' });
    needs.write(() => needs.models.setSettings(modelId, settings));
    needs.shelfChanged.announce();
    return settings;
  };
}
