/**
 * @file The composition root: the one place that knows what is made of what.
 *
 * Runs in plain Node. Electron, the loopback host, a test and a measurement each call `createCore` and serve its router.
 */
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createRouter, type StudioRouter } from '#api/router.ts';
import type { Command } from '#contract/studio.ts';
import { Changes } from '#foundation/changes.ts';
import { isStudioError } from '#foundation/errors.ts';
import { EventStream } from '#foundation/event-stream.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { Log } from '#foundation/log.ts';
import { inTurns } from '#foundation/slices.ts';
import { openShippedEncoder, readManifest } from '#intelligence/language/encoder/shipped-encoder.ts';
import { createLexicon, type Lexicon } from '#intelligence/language/lexicon.ts';
import type { ModelHost } from '#intelligence/models/host/supervise-host.ts';
import type { LanguageModels } from '#intelligence/models/language-models.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import { loadCatalogue } from '#library/catalogue/load-catalogue.ts';
import { loadExamples } from '#library/catalogue/load-examples.ts';
import { loadLexicon } from '#library/catalogue/load-lexicon.ts';
import { loadPressureModel } from '#library/catalogue/load-pressure-model.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { loadThresholdModel } from '#library/catalogue/load-threshold-model.ts';
import { createMaterialLibrary } from '#library/material-library.ts';
import { type Library, openLibrary } from '#library/sqlite/open-library.ts';
import { refusalOf } from '#library/sqlite/refusal.ts';
import type { Material } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { Judge } from '#perfumery/safety/judge.ts';
import { leftIn } from '#perfumery/stock/lot.ts';
import { decimalText } from '#perfumery/units/decimal.ts';
import { openAssistant } from '#services/assistant/open-assistant.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import { createTableShelf } from '#services/collections/table-shelf.ts';
import { takeBackBroken } from '#services/collections/take-back.ts';
import { createTypeface } from '#services/documents/typeface.ts';
import { createUploads } from '#services/files/uploads.ts';
import { keepExamples } from '#services/recipes/keep-examples.ts';
import type { RecipeEvent } from '#services/recipes/recipe-event.ts';
import { createRegulationInForce } from '#services/regulation/regulation-in-force.ts';
import { createRejudging } from '#services/regulation/rejudging.ts';
import { createEncoderDesk } from '#services/search/encoders/encoder-desk.ts';
import { type OpenSearch, openSearch } from '#services/search/open-search.ts';
import { createSearchPlace } from '#services/search/place/search-place.ts';
import { createMemoryDocument, type KeptDocument, setupIn } from '#services/search/setup/search-setup.ts';
import { createSessionSecrets, type SecretKeeper } from '#services/search/setup/secret-keeper.ts';
import type { SettingsPort } from '#services/settings/settings-port.ts';
import { openShelf, type ShelfConfig } from '#services/shelf/open-shelf.ts';
import { createSideThread } from '#services/side-thread/side-thread.ts';

export interface CoreConfig {
  /** Made if it is not there. */
  readonly libraryFolder: string;
  /** Where what search can make again is kept; beside the library unless told. */
  readonly indexFolder?: string;
  /** The project's assets/. */
  readonly assetsFolder: string;
  readonly appVersion: string;
  readonly host: 'electron' | 'browser' | 'headless';
  readonly log: Log;
  readonly settings: SettingsPort;
  /** How this machine's search is set up; forgotten at the end where left out. */
  readonly searchSetup?: KeptDocument;
  /** Keys of services; forgotten at the end where left out. */
  readonly secrets?: SecretKeeper;
  /** How the process of the language models is started; Node forks it where left out. */
  readonly startModelHost?: ShelfConfig['startHost'];
  /** Where REST listens now; null while it is off. */
  readonly rest?: () => { readonly address: string; readonly token: string } | null;
}

export interface Core {
  readonly router: StudioRouter;
  /** For the native menu to announce what was chosen. */
  readonly commands: EventStream<Command>;
  /** The facts in force of a material. */
  readonly materialById: (id: MaterialId) => Material | undefined;
  readonly judge: Judge;
  readonly library: Library;
  /** What searching is made of. */
  readonly search: OpenSearch;
  /** Language models by role, for whoever asks them something. */
  readonly languageModels: LanguageModels;
  /** The process they run in. */
  readonly modelHost: ModelHost;
  /**
   * Lets go of the library at once; all acts are saved. Resolves when no native code is at work: the process may end
   * then. Closing again is waiting for the same.
   */
  close(): Promise<void>;
}

/** Opens the library and makes everything that works on it. Refuses with one of the `library.…` codes. */
export function createCore(config: CoreConfig): Core {
  const { libraryFolder, assetsFolder, settings, log } = config;
  const regulation = loadRegulation(path.join(assetsFolder, 'regulation'));
  const catalogue = loadCatalogue(assetsFolder);
  const library = openLibrary(libraryFolder);
  try {
    const materials = createMaterialLibrary(catalogue.materials, library.materials, {
      onJudged: (id) => rejudging.materialChanged(id),
      lots: library.compositions,
    });
    const descriptors = new Set(catalogue.descriptors.map(({ id }) => id));
    const inForce = createRegulationInForce({
      shipped: regulation,
      ifra: library.ifra,
      materials: materials.material,
    });
    const judge: Judge = (formula, circumstances) => inForce.now().judge(formula, circumstances);
    const events = {
      recipes: new EventStream<RecipeEvent>(),
      materials: new EventStream<LibraryMaterial>(),
      commands: new EventStream<Command>(),
      day: new EventStream<DayEvent>(),
    };
    const now = () => new Date().toISOString();
    const write = <T>(act: () => T): T => {
      try {
        return library.write(act);
      } catch (error) {
        // No transaction takes back what is kept in memory; where none was begun nothing has to be.
        if (!isStudioError(error, 'library.being-replaced')) materials.refresh();
        throw error;
      }
    };
    const breath = { now: () => performance.now(), rest: () => setImmediate(), slice: 10 };
    const onFault = (error: unknown) => void log.bug(error);
    const rejudging = createRejudging({ ...library, materials, inForce, write, breath, now, onFault });
    const sideThread = createSideThread();
    const needs = {
      ...library,
      write,
      materials,
      judge,
      inForce,
      breath,
      rejudging,
      sideThread,
      thresholds: loadThresholdModel(assetsFolder),
      pressures: loadPressureModel(assetsFolder),
      typeface: createTypeface(path.dirname(assetsFolder)),
      hasMaterial: (id: MaterialId) => materials.find(id) !== undefined,
      hasDescriptor: (id: string) => descriptors.has(id),
      vocabulary: { descriptors: catalogue.descriptors, sources: catalogue.sources },
      announce: (event: RecipeEvent) => events.recipes.announce(event),
      now,
      tables: createTableShelf(),
      uploads: createUploads(),
      appVersion: config.appVersion,
      /** After an archive took the library's place: everything kept in memory is read again. */
      refresh: async () => {
        await inTurns(materials.refreshing(), breath);
        await breath.rest();
        inForce.refresh();
        await breath.rest();
        rejudging.resume();
        if (JSON.stringify(library.ownWords.all()) !== taught) relearn();
        search.refresh();
      },
      stockOfLots: (id: MaterialId) => {
        const lots = library.stock.lotsOf(id);
        return lots.length > 0 ? decimalText(leftIn(lots)) : undefined;
      },
      draw: (below: number) => randomInt(below),
      exchange: () => settings.get(),
      scaleResolution: () => settings.get().scaleResolution,
    };
    keepExamples(needs)(() => loadExamples(assetsFolder, settings.get().language));
    const { host, appVersion, rest = () => null } = config;
    const facts = {
      version: appVersion,
      host,
      libraryFolder,
      ifraAmendment: () => inForce.now().regulation.ifra.amendment,
      rest,
    };
    const closing = new AbortController();
    const announceMaterial = (material: LibraryMaterial) => events.materials.announce(material);
    const announceDay = (event: DayEvent) => events.day.announce(event);
    takeBackBroken({ ...needs, announceMaterial, announceDay })(closing.signal).catch((error: unknown) =>
      log.bug(error),
    );
    const nativeModelsFolder = path.join(path.dirname(assetsFolder), 'native-models');
    const ort = new OrtClient();
    let shippedWords: ReturnType<typeof loadLexicon> | undefined;
    let learned: Lexicon | undefined;
    /** The own words in it. */
    let taught = '[]';
    const lexicon = () => {
      if (learned) return learned;
      const own = library.ownWords.all();
      shippedWords ??= loadLexicon(assetsFolder);
      taught = JSON.stringify(own);
      learned = createLexicon(shippedWords, own);
      return learned;
    };
    const indexFolder = config.indexFolder ?? path.join(libraryFolder, 'index');
    const encoderFolder = path.join(nativeModelsFolder, 'encoder');
    const setup = setupIn(config.searchSetup ?? createMemoryDocument());
    const searchPlace = createSearchPlace({ setup, secrets: config.secrets ?? createSessionSecrets(), indexFolder });
    const encodersChanged = new Changes<void>();
    const encoderDesk = createEncoderDesk({
      setup,
      ort,
      // search goes on by words alone where the file is damaged
      own: () =>
        openShippedEncoder(encoderFolder, ort).catch((error: unknown) => {
          log.bug(error);
          return undefined;
        }),
      search: () => search,
      place: searchPlace.now,
      encodersChanged,
      log,
    });
    const search = openSearch({
      ...needs,
      events,
      log,
      lexicon,
      language: () => settings.get().language,
      encoder: encoderDesk.first,
      place: searchPlace.now,
      indexFolder,
    });
    const relearn = () => {
      learned = undefined;
      search.relearn();
    };
    rejudging.resume();
    void (async () => {
      // a recipe that was imported or made elsewhere may have brought trials nobody has judged
      for await (const { what } of events.recipes.until(closing.signal))
        if (what === 'changed') rejudging.lookForMissing();
    })().catch(onFault);
    const shelf = openShelf({
      library,
      nativeModelsFolder,
      log,
      now,
      startHost: config.startModelHost,
    });
    const assistant = openAssistant({
      ...needs,
      assetsFolder,
      openSearch: search,
      lexicon,
      models: shelf.languageModels,
      descriptors: catalogue.descriptors,
    });
    const router = createRouter({
      log,
      facts,
      settings,
      needs,
      events,
      search,
      words: { ownWords: library.ownWords, lexicon, labelOf: search.understanding.labelOf, relearn, write, now },
      encoders: {
        setup,
        desk: encoderDesk,
        ort,
        ownManifest: () => readManifest(encoderFolder).catch(() => undefined),
        search,
        place: searchPlace,
        int8Folder: path.join(indexFolder, 'encoders'),
        encodersChanged,
        log,
        now,
      },
      shelf: shelf.needs,
      assistant,
      refusalOf: (error) => refusalOf(error, libraryFolder),
    });
    let ended: Promise<void> | undefined;
    const end = async () => {
      closing.abort();
      shelf.close();
      rejudging.close();
      sideThread.end();
      const native = [search.close(), encoderDesk.close(), ort.stop()];
      library.close();
      for (const outcome of await Promise.allSettled(native))
        if (outcome.status === 'rejected') log.bug(outcome.reason);
    };
    return {
      router,
      commands: events.commands,
      materialById: materials.material,
      judge,
      library,
      search,
      languageModels: shelf.languageModels,
      modelHost: shelf.needs.host,
      close() {
        ended ??= end();
        return ended;
      },
    };
  } catch (error) {
    library.close();
    throw refusalOf(error, libraryFolder) ?? error;
  }
}
