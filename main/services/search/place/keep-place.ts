import { StudioError } from '#foundation/errors.ts';
import type { IndexPlace } from '#library/vectors/index-place.ts';
import { dropSearchIndex } from '#library/vectors/index-tables.ts';
import { type TriedPlace, tryPlace } from '#library/vectors/try-place.ts';
import { encoderId } from '#services/search/encoders/encoder-desk.ts';
import type { EncoderNeeds } from '#services/search/encoders/encoder-needs.ts';
import { indexOf } from '#services/search/meaning/open-meaning.ts';
import type { KeptPlace } from '#services/search/setup/search-setup.ts';
import { type PlaceKey, placeWith, type SearchPlace } from './search-place.ts';

/** A place as it was typed; an empty key is the one that is kept. */
export interface AskedPlace {
  readonly place: KeptPlace;
  readonly key: PlaceKey;
}

/** Asks a place what it holds, without sending anything of the library. Refuses (`index-place.…`). */
export function tryAskedPlace({ place }: { readonly place: SearchPlace }) {
  return async (asked: AskedPlace): Promise<TriedPlace> => {
    const { there } = checked(place, asked);
    return tryPlace(there);
  };
}

/**
 * From now on vectors lie there; those of the old place answer until all are. With `isCleared` what lies at the old place goes
 * once nobody asks it any more. Refuses (`index-place.invalid`) a place on another machine that was not confirmed.
 */
export function keepPlace(needs: EncoderNeeds) {
  const { place, desk, encodersChanged } = needs;
  return async (asked: AskedPlace, { isConfirmed, isCleared }: { isConfirmed: boolean; isCleared: boolean }) => {
    const before = place.now();
    if (asked.place.kind === 'folder') place.keep(asked.place, undefined);
    else {
      const { key } = checked(place, asked);
      if (!isConfirmed)
        throw new StudioError('index-place.invalid', { reason: 'not-confirmed', text: asked.place.uri });
      place.keep(asked.place, key);
    }
    encodersChanged.announce();
    await desk.move();
    if (isCleared && before.kind !== 'folder') void clearOnceLeft(needs, before);
  };
}

/** Takes everything of the studio away from `before` when it serves no more. */
async function clearOnceLeft({ search, setup, ownManifest, log }: EncoderNeeds, before: IndexPlace): Promise<void> {
  const leaving = new AbortController();
  const isLeft = () => search.desk.serving()?.place.kind === 'folder';
  if (!isLeft()) for await (const _ of search.desk.changes.until(leaving.signal)) if (isLeft()) break;
  const manifest = await ownManifest();
  const ids = setup
    .get()
    .encoders.flatMap((one) =>
      [false, true].map((isInt8) => ({ id: encoderId(one, isInt8), dimensions: one.dimensions })),
    );
  if (manifest) {
    ids.push({ id: `${manifest.id}@${manifest.sha256.slice(0, 12)}`, dimensions: manifest.dimensions });
  }
  for (const one of ids) {
    await dropSearchIndex(before, indexOf(one)).catch((error: unknown) => {
      log.warn('search place: not cleared', { error: String(error) });
    });
  }
}

function checked(place: SearchPlace, asked: AskedPlace): { readonly there: IndexPlace; readonly key: PlaceKey } {
  const refuse = (reason: 'address' | 'endpoint' | 'unencrypted' | 'key', text: string) =>
    new StudioError('index-place.invalid', { reason, text });
  const wanted = asked.place;
  if (wanted.kind === 'folder') throw refuse('address', '');
  const isS3 = wanted.kind === 's3';
  const pattern = isS3
    ? /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/(?!\.+(?:\/|$))[\w!.*'()-]+)*\/?$/u
    : /^db:\/\/[\w-]+$/u;
  if (!pattern.test(wanted.uri)) throw refuse('address', wanted.uri);
  if (isS3 && wanted.endpoint !== '') {
    const url = URL.parse(wanted.endpoint);
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '')
      throw refuse('endpoint', wanted.endpoint);
    const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    if (url.protocol === 'http:' && !isHere) throw refuse('unencrypted', wanted.endpoint);
  }
  const before = place.kept();
  const isSameKind = before.kind === wanted.kind;
  const key = asked.key.secret === '' && isSameKind ? place.key() : asked.key;
  if (!key || key.secret === '' || (isS3 && key.id === '')) throw refuse('key', wanted.uri);
  return { there: placeWith(wanted, key), key };
}
