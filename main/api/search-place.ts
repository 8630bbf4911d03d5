import type { EncoderNeeds } from '#services/search/encoders/encoder-needs.ts';
import { keepPlace, tryAskedPlace } from '#services/search/place/keep-place.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** Where search vectors lie, behind the contract. Keys go in, and never come out. */
export function searchPlaceHandlers({ searchPlace: on }: Implementer, needs: EncoderNeeds) {
  const { place } = needs;
  const now = () => toWire({ place: place.kept(), hasKey: place.hasKey(), keyIsKept: place.keyIsKept });
  return on.router({
    read: on.read.handler(now),
    try: on.try.handler(({ input }) => tryAskedPlace(needs)(input)),
    keep: on.keep.handler(async ({ input: { isConfirmed, isCleared, ...asked } }) => {
      await keepPlace(needs)(asked, { isConfirmed, isCleared });
      return now();
    }),
  });
}
