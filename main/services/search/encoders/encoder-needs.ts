import type { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import type { EncoderManifest } from '#intelligence/language/encoder/encoder-manifest.ts';
import type { OrtClient } from '#intelligence/models/ort-client.ts';
import type { OpenSearch } from '#services/search/open-search.ts';
import type { SearchPlace } from '#services/search/place/search-place.ts';
import type { SetupStore } from '#services/search/setup/search-setup.ts';
import type { EncoderDesk } from './encoder-desk.ts';

/** What choosing among encoders needs. */
export interface EncoderNeeds {
  readonly setup: SetupStore;
  readonly desk: EncoderDesk;
  readonly ort: OrtClient;
  /** Of the studio's own; undefined where it is damaged. */
  readonly ownManifest: () => Promise<EncoderManifest | undefined>;
  readonly search: Pick<OpenSearch, 'desk' | 'wake' | 'first'>;
  readonly place: SearchPlace;
  /** Where weights of one byte are written. */
  readonly int8Folder: string;
  /** Something about the encoders is another. */
  readonly encodersChanged: Changes<void>;
  readonly log: Log;
  /** ISO instant. */
  readonly now: () => string;
}
