import type { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import type { BackendChooser } from '#intelligence/models/backend-chooser.ts';
import type { EveryLanguageModel } from '#intelligence/models/create-language-models.ts';
import type { ModelHost } from '#intelligence/models/host/supervise-host.ts';
import type { Inspector } from '#intelligence/models/inspector.ts';
import type { KnownModel } from '#intelligence/models/known-models.ts';
import type { ModelKeeper } from '#intelligence/models/model-keeper.ts';
import type { Surroundings } from '#intelligence/models/scan-folder.ts';
import type { Library } from '#library/sqlite/open-library.ts';
import type { RunningDownloads } from './running-downloads.ts';

/** What the acts on models need; each takes what it uses. */
export interface ShelfNeeds
  extends Pick<
    Library,
    'models' | 'modelRoles' | 'modelServers' | 'modelFolders' | 'modelDownloads' | 'modelPreferences' | 'write'
  > {
  readonly host: ModelHost;
  readonly keeper: ModelKeeper;
  readonly languageModels: EveryLanguageModel;
  readonly inspector: Inspector;
  readonly backend: BackendChooser;
  readonly known: readonly KnownModel[];
  readonly downloads: RunningDownloads;
  /** Where downloads go unless another folder is named. */
  readonly modelsFolder: string;
  readonly surroundings: Surroundings;
  /** Said whenever anything about the shelf is another than before. */
  readonly shelfChanged: Changes<void>;
  /** ISO instant. */
  readonly now: () => string;
  readonly log: Log;
}
