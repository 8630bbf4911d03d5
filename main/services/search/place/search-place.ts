/** @file Where vectors lie: in this machine's folder unless the perfumer has confirmed another place. */
import type { IndexPlace } from '#library/vectors/index-place.ts';
import { localPlace } from '#services/search/open-search.ts';
import type { KeptPlace, SetupStore } from '#services/search/setup/search-setup.ts';
import type { SecretKeeper } from '#services/search/setup/secret-keeper.ts';

/** `id` and `secret` of an object store; LanceDB Cloud has a secret alone. */
export interface PlaceKey {
  readonly id: string;
  readonly secret: string;
}

export interface SearchPlace {
  /** With its key; this machine's folder where the key is gone. */
  now(): IndexPlace;
  kept(): KeptPlace;
  readonly keyIsKept: SecretKeeper['how'];
  /** Whether there is a key for the kept place. */
  hasKey(): boolean;
  key(): PlaceKey | undefined;
  keep(place: KeptPlace, key: PlaceKey | undefined): void;
}

/** Under what name the key is kept. */
const secretName = 'search.place';

export function createSearchPlace({
  setup,
  secrets,
  indexFolder,
}: {
  readonly setup: SetupStore;
  readonly secrets: SecretKeeper;
  readonly indexFolder: string;
}): SearchPlace {
  const key = (): PlaceKey | undefined => {
    const text = secrets.read(secretName);
    return text === undefined ? undefined : (JSON.parse(text) as PlaceKey);
  };
  const kept = () => setup.get().place;
  return {
    now() {
      const has = key();
      const place = kept();
      return place.kind === 'folder' || !has ? localPlace(indexFolder) : placeWith(place, has);
    },
    kept,
    key,
    keyIsKept: secrets.how,
    hasKey: () => key() !== undefined,
    keep(place, given) {
      if (given) secrets.keep(secretName, JSON.stringify(given));
      else secrets.forget(secretName);
      setup.set({ place });
    },
  };
}

/** The place as the store opens it. */
export function placeWith(place: Exclude<KeptPlace, { kind: 'folder' }>, { id, secret }: PlaceKey): IndexPlace {
  const { uri, region } = place;
  if (place.kind === 'cloud') return { kind: 'cloud', uri, apiKey: secret, ...(region && { region }) };
  const { endpoint } = place;
  return {
    kind: 's3',
    uri,
    ...(endpoint && { endpoint }),
    ...(region && { region }),
    accessKeyId: id,
    secretAccessKey: secret,
    ...(endpoint.startsWith('http:') && { allowHttp: true }),
  };
}
