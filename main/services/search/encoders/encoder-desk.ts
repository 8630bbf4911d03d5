/**
 * @file Opens the encoders that were chosen and hands them to search: the one that serves, then the one that is to take over.
 * What was begun before the studio closed is gone on with.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Changes } from '#foundation/changes.ts';
import { isStudioError, StudioError } from '#foundation/errors.ts';
import type { Log } from '#foundation/log.ts';
import { makeInt8 } from '#intelligence/language/imported/check-int8.ts';
import { type ImportedEncoder, openImportedEncoder } from '#intelligence/language/imported/imported-encoder.ts';
import type { SentenceEncoder } from '#intelligence/language/sentence-encoder.ts';
import type { OrtClient } from '#intelligence/models/ort-client.ts';
import type { IndexPlace } from '#library/vectors/index-place.ts';
import type { OpenSearch } from '#services/search/open-search.ts';
import {
  type EncoderChoice,
  type KeptEncoder,
  ownEncoder,
  type SetupStore,
} from '#services/search/setup/search-setup.ts';

export interface EncoderProblem {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface EncoderDesk {
  /** The one to begin with: the one that served last, or the studio's own where that cannot be opened. */
  first(): Promise<SentenceEncoder | undefined>;
  /** Lets it take over once it knows everything. Refuses (`encoder.refused`, `encoder.not-found`) what cannot be opened. */
  use(choice: EncoderChoice): Promise<void>;
  /** The one that serves goes on, and nobody takes over. */
  cancel(): Promise<void>;
  /** The same encoder, at the place that counts now. */
  move(): Promise<void>;
  /** Why an encoder could not be used the last time it was tried, by its id. */
  problem(id: string): EncoderProblem | undefined;
  close(): Promise<void>;
}

interface Needs {
  readonly setup: SetupStore;
  readonly ort: OrtClient;
  readonly own: () => Promise<SentenceEncoder | undefined>;
  readonly search: () => Pick<OpenSearch, 'desk' | 'wake' | 'first'>;
  readonly place: () => IndexPlace;
  readonly encodersChanged: Changes<void>;
  readonly log: Log;
}

export function createEncoderDesk({ setup, ort, own, search, place, encodersChanged, log }: Needs): EncoderDesk {
  const opened = new Map<string, ImportedEncoder>();
  const problems = new Map<string, EncoderProblem>();
  const closing = new AbortController();
  let ownOpened: Promise<SentenceEncoder | undefined> | undefined;

  const fail = (id: string, error: unknown) => {
    problems.set(id, problemOf(error));
    log.warn('encoder: cannot be used', { id, error: String(error) });
    encodersChanged.announce();
  };

  async function open(choice: EncoderChoice): Promise<SentenceEncoder | undefined> {
    if (choice.id === ownEncoder.id) {
      ownOpened ??= own();
      return ownOpened;
    }
    const kept = setup.get().encoders.find(({ id }) => id === choice.id);
    if (!kept) throw new StudioError('encoder.not-found', { id: choice.id });
    const id = encoderId(kept, choice.isInt8);
    const there = opened.get(id);
    if (there) return there;
    if (stampOf(kept.recipe) !== kept.stamp) {
      const reason = statSync(kept.folder, { throwIfNoEntry: false }) ? 'changed' : 'no-folder';
      throw new StudioError('encoder.refused', { reason, name: kept.name, detail: '' });
    }
    const model = choice.isInt8 && kept.int8 ? await int8File(kept.recipe.model, kept.int8) : kept.recipe.model;
    const recipe = { ...kept.recipe, model };
    const encoder = await openImportedEncoder({ id, name: kept.name, recipe, ort, signal: closing.signal });
    problems.delete(kept.id);
    const watched: ImportedEncoder = {
      ...encoder,
      async encode(texts, as, signal) {
        try {
          return await encoder.encode(texts, as, signal);
        } catch (error) {
          if (!signal?.aborted && !closing.signal.aborted && opened.has(id)) fail(kept.id, error);
          throw error;
        }
      },
    };
    opened.set(id, watched);
    return watched;
  }

  /** Weights the studio made can be made again, the same to the byte: their folder may have been cleared. */
  async function int8File(model: string, { file, by }: NonNullable<KeptEncoder['int8']>): Promise<string> {
    if (by === 'studio') {
      mkdirSync(path.dirname(file), { recursive: true });
      await makeInt8(model, file, closing.signal);
    }
    return file;
  }

  /** Lets go of encoders that neither serve nor are to. */
  function tidy(): void {
    const { desk } = search();
    const used = [desk.serving()?.encoder.id, desk.coming()?.encoder.id];
    for (const [id, encoder] of opened) {
      if (used.includes(id) || id === opening) continue;
      opened.delete(id);
      void encoder.close();
    }
  }

  /** Under way to the desk, and not there yet. */
  let opening = '';

  async function bring(choice: EncoderChoice): Promise<void> {
    const encoder = await open(choice);
    opening = encoder?.id ?? '';
    await search().desk.use(encoder, place());
    opening = '';
    settle();
  }

  /** Whoever took over serves from now on. */
  function settle(): void {
    const { next } = setup.get();
    const serving = search().desk.serving();
    if (next && serving && serving.encoder.id === idOf(next)) setup.set({ serves: next, next: null });
    tidy();
    encodersChanged.announce();
  }

  function idOf(choice: EncoderChoice): string | undefined {
    const kept = setup.get().encoders.find(({ id }) => id === choice.id);
    if (kept) return encoderId(kept, choice.isInt8);
    return choice.id === ownEncoder.id ? ownId : undefined;
  }
  let ownId: string | undefined;

  async function watch(): Promise<void> {
    for await (const _ of search().desk.changes.until(closing.signal)) settle();
  }

  const isWanted = (choice: EncoderChoice) => {
    const { next } = setup.get();
    return !closing.signal.aborted && next?.id === choice.id && next.isInt8 === choice.isInt8;
  };

  /** Once search has its first encoder; a studio that closes meanwhile goes on with it the next time. */
  async function takeOver(choice: EncoderChoice): Promise<void> {
    try {
      await search().first;
      if (!isWanted(choice)) return;
      await open(choice);
      if (isWanted(choice)) await bring(choice);
    } catch (error) {
      if (closing.signal.aborted) return;
      setup.set({ next: null });
      fail(choice.id, error);
      throw error;
    }
  }

  return {
    async first() {
      void watch();
      const { serves, next } = setup.get();
      if (next) takeOver(next).catch(() => undefined); // what is in the way is told with the encoder
      ownId = (await open(ownEncoder))?.id;
      return open(serves).catch((error: unknown) => {
        fail(serves.id, error);
        return open(ownEncoder);
      });
    },
    async use(choice) {
      search().wake();
      setup.set({ next: choice });
      encodersChanged.announce();
      await takeOver(choice);
    },
    async cancel() {
      setup.set({ next: null });
      await search().desk.cancel();
      settle();
    },
    async move() {
      search().wake();
      await search().first;
      const { desk } = search();
      const encoder = desk.coming()?.encoder ?? desk.serving()?.encoder;
      if (encoder) await desk.use(encoder, place());
      settle();
    },
    problem: (id) => problems.get(id),
    async close() {
      closing.abort();
      await Promise.all([...opened.values()].map((encoder) => encoder.close()));
      opened.clear();
    },
  };
}

/** Names the weights of a kept encoder. */
export function encoderId({ name, id }: Pick<KeptEncoder, 'name' | 'id'>, isInt8: boolean): string {
  return `${name}@${id}${isInt8 ? '-int8' : ''}`;
}

/** Size and time of the files an encoder is read from: others are other weights. */
export function stampOf({ model, tokenizer }: Pick<KeptEncoder['recipe'], 'model' | 'tokenizer'>): string {
  return [model, tokenizer]
    .map((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found ? `${found.size} ${Math.round(found.mtimeMs)}` : '-';
    })
    .join(', ');
}

function problemOf(error: unknown): EncoderProblem {
  if (isStudioError(error)) return { code: error.code, facts: { ...error.facts } };
  return { code: 'encoder.refused', facts: { reason: 'not-run', name: '', detail: (error as Error).message } };
}
