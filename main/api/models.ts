import { setTimeout as pause } from 'node:timers/promises';
import { addFolder, forgetFolder } from '#services/shelf/add-folder.ts';
import { addModel } from '#services/shelf/add-model.ts';
import { browseFolder } from '#services/shelf/browse-folder.ts';
import { castRole } from '#services/shelf/cast-role.ts';
import { changeModelSettings } from '#services/shelf/change-model-settings.ts';
import { diagnose } from '#services/shelf/diagnose.ts';
import { downloadModel, forgetDownload, resumeDownload } from '#services/shelf/download-model.ts';
import { forgetModel } from '#services/shelf/forget-model.ts';
import { forgetServer, keepServer, lookAtServer } from '#services/shelf/keep-server.ts';
import { loadModelNow, planLoads } from '#services/shelf/load-model.ts';
import { changePreferences } from '#services/shelf/preferences.ts';
import type { ShelfNeeds } from '#services/shelf/shelf-needs.ts';
import { shelfState } from '#services/shelf/shelf-state.ts';
import { tryModel } from '#services/shelf/try-model.ts';
import type { Implementer } from './implementer.ts';
import { toWire, type Wire } from './to-wire.ts';

/** Between two states of the shelf that are told, in ms: a download changes it many times a second. */
const told = 150;

/** The shelf of language models, behind the contract. */
export function modelHandlers({ models: on }: Implementer, needs: ShelfNeeds) {
  const state = shelfState(needs);
  return on.router({
    shelf: on.shelf.handler(async () => toWire(await state())),
    follow: on.follow.handler(async function* ({ signal }) {
      const end = signal ?? new AbortController().signal;
      const changes = needs.shelfChanged.until(end)[Symbol.asyncIterator]();
      // Listening begins before the first state is read, so that nothing falls between.
      let next = changes.next();
      yield toWire(await state());
      while (!(await next).done) {
        await pause(told);
        next = changes.next();
        yield toWire(await state());
      }
    }),
    look: on.look.handler(async () => {
      await needs.host.within(async () => undefined);
      return toWire(await needs.backend.choose());
    }),
    known: on.known.handler(() => toWire(needs.known.map(knownOnWire))),
    add: on.add.handler(async ({ input }) => ({ modelId: (await addModel(needs)(input.path)).id })),
    forget: on.forget.handler(async ({ input }) => {
      await forgetModel(needs)(input.modelId);
      return {};
    }),
    settings: on.settings.handler(({ input }) =>
      toWire(changeModelSettings(needs)(input.modelId, named(input.settings))),
    ),
    plan: on.plan.handler(async ({ input }) => toWire(await planLoads(needs)(input.modelIds))),
    load: on.load.handler(({ input, signal }) => asWire(loadModelNow(needs)(input.modelId, signal))),
    unload: on.unload.handler(async ({ input }) => {
      await needs.keeper.unload(input.modelId);
      return {};
    }),
    try: on.try.handler(({ input: { modelId, gbnf, ...trial }, signal }) => {
      const grammar = gbnf === undefined ? {} : { grammar: { gbnf, ifUnsupported: 'refuse' as const } };
      return asWire(tryModel(needs)(modelId, { ...trial, ...grammar }, signal));
    }),
    cast: on.cast.handler(({ input }) => {
      castRole(needs)(input.role, input.player);
      return {};
    }),
    preferences: on.preferences.handler(async ({ input }) => toWire(await changePreferences(needs)(named(input)))),
    addFolder: on.addFolder.handler(({ input, signal }) => asWire(addFolder(needs)(input.path, signal))),
    forgetFolder: on.forgetFolder.handler(({ input }) => {
      forgetFolder(needs)(input.path);
      return {};
    }),
    browse: on.browse.handler(async ({ input }) => toWire(await browseFolder(needs)(input.path))),
    download: on.download.handler(({ input }) => unstopped(downloadModel(needs)(input))),
    resumeDownload: on.resumeDownload.handler(({ input }) => unstopped(resumeDownload(needs)(input.downloadId))),
    stopDownload: on.stopDownload.handler(({ input }) => ({ isStopping: needs.downloads.stop(input.downloadId) })),
    forgetDownload: on.forgetDownload.handler(async ({ input }) => {
      await forgetDownload(needs)(input.downloadId);
      return {};
    }),
    lookAtServer: on.lookAtServer.handler(({ input, signal }) => lookAtServer(needs)(input.address, signal)),
    keepServer: on.keepServer.handler(async ({ input: { isConfirmed: _, ...draft } }) =>
      toWire(await keepServer(needs)(draft)),
    ),
    forgetServer: on.forgetServer.handler(({ input }) => {
      forgetServer(needs)(input.serverId);
      return {};
    }),
    diagnose: on.diagnose.handler(({ input, signal }) => asWire(diagnose(needs)(input.modelId, signal))),
  });
}

function knownOnWire({ licence, graphicsMemory, files, ...known }: ShelfNeeds['known'][number]) {
  const { id, name, maker, parameters, context, isTied, languages, goodFor } = known;
  return {
    id,
    name,
    maker,
    parameters,
    context,
    isTied,
    languages,
    goodFor,
    files: files.map(({ quantisation, gigabytes }) => ({ quantisation, gigabytes })),
    graphicsMemory: graphicsMemory.atContext,
    licence: {
      name: licence.id,
      commercial: licence.commercialUse === 'not-allowed' ? ('forbidden' as const) : licence.commercialUse,
      url: licence.url,
      note: licence.note ?? null,
    },
  };
}

/** Only what was really said: over some wires a field left away arrives as undefined. */
function named<T extends object>(patch: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never;
}

async function* asWire<T>(values: AsyncIterable<T>): AsyncGenerator<Wire<T>> {
  for await (const value of values) yield toWire(value);
}

/** A stream whose work goes on when nobody listens any more: a download ends by itself or by being stopped. */
async function* unstopped<T>(values: AsyncGenerator<T>): AsyncGenerator<Wire<T>> {
  let isOver = false;
  try {
    for (;;) {
      const { value, done } = await values.next();
      isOver = done ?? false;
      if (isOver) return;
      yield toWire(value as T);
    }
  } finally {
    if (!isOver) void drain(values);
  }
}

async function drain(values: AsyncGenerator<unknown>): Promise<void> {
  try {
    for await (const _ of values);
  } catch {
    // Why it failed is kept with the download.
  }
}
