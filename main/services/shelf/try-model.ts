import type { GenerateRequest, ModelEvent } from '#intelligence/models/language-models.ts';
import { playableModel } from './find-model.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

/** What may be tried: everything but whose turn it is and adapters. */
export type Trial = Pick<
  GenerateRequest,
  'prompt' | 'maxTokens' | 'sampling' | 'seed' | 'stop' | 'grammar' | 'ifTooLong'
>;

/** Asks one model something, in front of the window. */
export function tryModel(needs: ShelfNeeds) {
  return async function* (modelId: string, trial: Trial, signal?: AbortSignal): AsyncGenerator<ModelEvent> {
    const model = await playableModel(needs, modelId);
    const request: GenerateRequest = { ...trial, urgency: 'interactive', requester: 'try' };
    yield* needs.languageModels.generateAs({ kind: 'local', model }, request, signal);
  };
}
