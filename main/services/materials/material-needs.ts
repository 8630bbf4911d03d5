import type { EventStream } from '#foundation/event-stream.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { Catalogue } from '#library/catalogue/load-catalogue.ts';
import type { MaterialLibrary } from '#library/material-library.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';

/** What the acts on materials need; each takes what it uses. */
export interface MaterialNeeds {
  readonly materials: MaterialLibrary;
  /** Whether a word is in the odour vocabulary. */
  readonly hasDescriptor: (id: string) => boolean;
  readonly vocabulary: Pick<Catalogue, 'descriptors' | 'sources'>;
  readonly announce: EventStream<LibraryMaterial>['announce'];
  /** g left in the lots of a material; undefined while it has none. */
  readonly stockOfLots?: (id: MaterialId) => DecimalText | undefined;
  /** ISO instant. */
  readonly now: () => string;
}
