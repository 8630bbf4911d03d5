import { rm } from 'node:fs/promises';
import { StudioError } from '#foundation/errors.ts';
import { dropSearchIndex } from '#library/vectors/index-tables.ts';
import { indexOf } from '#services/search/meaning/open-meaning.ts';
import { encoderId } from './encoder-desk.ts';
import type { EncoderNeeds } from './encoder-needs.ts';

/**
 * Takes an encoder off the list with its vectors; its folder stays as it is. Refuses (`encoder.not-found`), and
 * (`encoder.busy`) the one that serves or is to.
 */
export function removeEncoder({ setup, place, encodersChanged, log }: EncoderNeeds) {
  return async (id: string): Promise<void> => {
    const { encoders, serves, next } = setup.get();
    const kept = encoders.find((one) => one.id === id);
    if (!kept) throw new StudioError('encoder.not-found', { id });
    if (serves.id === id || next?.id === id) throw new StudioError('encoder.busy', { name: kept.name });
    setup.set({ encoders: encoders.filter((one) => one.id !== id) });
    encodersChanged.announce();
    if (kept.int8?.by === 'studio') await rm(kept.int8.file, { force: true });
    for (const isInt8 of [false, true]) {
      const index = indexOf({ id: encoderId(kept, isInt8), dimensions: kept.dimensions });
      await dropSearchIndex(place.now(), index).catch((error: unknown) => {
        log.warn('encoder: its vectors stay', { id, error: String(error) });
      });
    }
  };
}
