import { StudioError } from '#foundation/errors.ts';
import { isClose } from '#intelligence/language/imported/check-int8.ts';
import { type EncoderChoice, ownEncoder } from '#services/search/setup/search-setup.ts';
import type { EncoderNeeds } from './encoder-needs.ts';

/**
 * Lets an encoder take over as soon as it has encoded everything; until then the one that serves goes on. Refuses
 * (`encoder.not-found`, `encoder.refused`) what is not on the list, cannot be opened, or loses too much with one byte.
 */
export function useEncoder({ setup, desk }: Pick<EncoderNeeds, 'setup' | 'desk'>) {
  return async (choice: EncoderChoice): Promise<void> => {
    const { encoders, serves, next } = setup.get();
    const kept = encoders.find(({ id }) => id === choice.id);
    if (!kept && choice.id !== ownEncoder.id) throw new StudioError('encoder.not-found', { id: choice.id });
    if (choice.isInt8 && !(kept?.int8 && isClose(kept.int8))) {
      throw new StudioError('encoder.refused', { reason: 'not-run', name: kept?.name ?? '', detail: 'int8' });
    }
    const isServing = serves.id === choice.id && serves.isInt8 === choice.isInt8 && !desk.problem(choice.id);
    if (!isServing) await desk.use(choice);
    else if (next) await desk.cancel();
  };
}
