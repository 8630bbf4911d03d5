/** @file Makes the shelf: the process of the models, who keeps them in memory, and what acts on them need. */
import { homedir } from 'node:os';
import path from 'node:path';
import { Changes } from '#foundation/changes.ts';
import type { Log } from '#foundation/log.ts';
import { createBackendChooser } from '#intelligence/models/backend-chooser.ts';
import { createLanguageModels, type EveryLanguageModel } from '#intelligence/models/create-language-models.ts';
import { forkHost, type StartHostProcess } from '#intelligence/models/host/host-process.ts';
import { superviseHost } from '#intelligence/models/host/supervise-host.ts';
import { createInspector } from '#intelligence/models/inspector.ts';
import { loadKnownModels } from '#intelligence/models/known-models.ts';
import { createModelKeeper } from '#intelligence/models/model-keeper.ts';
import type { Library } from '#library/sqlite/open-library.ts';
import { castOf, playerOf } from './cast-role.ts';
import { keepDemonstration } from './keep-demonstration.ts';
import { preferencesIn } from './preferences.ts';
import { createRunningDownloads } from './running-downloads.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

export interface ShelfConfig {
  readonly library: Library;
  /** The project's native-models/. */
  readonly nativeModelsFolder: string;
  readonly log: Log;
  readonly now: () => string;
  /** How the process of the models is started; Node forks it where left out. */
  readonly startHost?: StartHostProcess | undefined;
}

export interface Shelf {
  readonly needs: ShelfNeeds;
  /** For the acts that ask a model something. */
  readonly languageModels: EveryLanguageModel;
  /** Ends the process and stops what is under way. */
  close(): void;
}

/** Opens the shelf. No process is started and no file opened until something is asked of a model. */
export function openShelf({ library, nativeModelsFolder, log, now, startHost = forkHost }: ShelfConfig): Shelf {
  const shelfChanged = new Changes<void>();
  const announce = () => shelfChanged.announce();
  const surroundings = { platform: process.platform, arch: process.arch, env: process.env, home: homedir() };
  const backend = createBackendChooser({
    wish: () => preferencesIn(library).backend,
    start: startHost,
    surroundings,
    onChosen: announce,
  });
  const host = superviseHost({
    start: startHost,
    backend: async () => (await backend.choose()).backend,
    backendFailed: backend.failed,
    log,
  });
  const inspector = createInspector();
  const keeper = createModelKeeper({
    host,
    inspector,
    idleMinutes: () => preferencesIn(library).idleMinutes,
    onInspected: (id, seen) => {
      library.write(() => library.models.see(id, seen));
      announce();
    },
    log,
  });
  const languageModels = createLanguageModels({
    playerOf: (role) => playerOf(needs, role),
    castOf: (role) => castOf(library, role),
    host,
    keeper,
    onWritten: ({ id }, { tokens, tokensPerSecond }) => {
      if (tokens < leastMeasured || !library.models.find(id)) return;
      const on = host.state.facts?.backend ?? 'cpu';
      library.write(() => library.models.measure(id, tokensPerSecond, on, now()));
      announce();
    },
  });
  const needs: ShelfNeeds = {
    ...library,
    host,
    keeper,
    languageModels,
    inspector,
    backend,
    known: loadKnownModels(nativeModelsFolder).models,
    downloads: createRunningDownloads(),
    modelsFolder: path.join(library.folder, 'models'),
    surroundings,
    shelfChanged,
    now,
    log,
  };
  const closing = new AbortController();
  void (async () => {
    for await (const _ of host.changes.until(closing.signal)) announce();
  })();
  // tests and other studios of one machine may have it elsewhere, or not at all
  const { SILLAGE_DEMONSTRATION: elsewhere } = process.env;
  keepDemonstration(needs)(elsewhere ?? path.join(nativeModelsFolder, 'demonstration'));
  return {
    needs,
    languageModels,
    close() {
      closing.abort();
      needs.downloads.stopAll();
      void keeper.close().catch((error: unknown) => log.bug(error));
      void inspector.close();
    },
  };
}

/** Fewer tokens say nothing about speed. */
const leastMeasured = 16;
