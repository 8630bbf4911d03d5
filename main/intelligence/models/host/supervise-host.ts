/**
 * @file Keeps the process of the models: starts it when it is needed, notices when it dies or hangs, starts it again with the
 * models that were loaded, and lets it rest when it keeps dying. A death is an error message, never a lost recipe.
 */
import { Changes } from '#foundation/changes.ts';
import { isStudioError } from '#foundation/errors.ts';
import type { Log } from '#foundation/log.ts';
import type { Backend } from '../backend.ts';
import type { LoadOptions } from '../load-options.ts';
import { type BreakerState, type BreakerTimes, createBreaker } from './breaker.ts';
import { AskFailed, type Health, type HostEnding, type HostLink, linkHost, refusalFor } from './host-link.ts';
import { hostEntry, type StartHostProcess } from './host-process.ts';
import type { HostFacts, LoadedFacts } from './host-protocol.ts';

export interface HostNeeds {
  readonly start: StartHostProcess;
  /** What it computes with; asked at every start. */
  readonly backend: () => Promise<Backend>;
  /** Hears of a back end that could not be opened after all; `backend` answers another one then. */
  readonly backendFailed?: (backend: Backend, detail: string) => void;
  readonly log: Log;
  readonly health?: Health;
  readonly breaker?: BreakerTimes;
}

export interface ToLoad {
  /** The model's id. */
  readonly model: string;
  readonly path: string;
  readonly options: LoadOptions;
}

export interface HostState {
  readonly stage: 'off' | 'starting' | 'ready' | 'restarting';
  readonly breaker: BreakerState;
  readonly facts: HostFacts | null;
  readonly loaded: readonly { readonly model: string; readonly facts: LoadedFacts }[];
  /** How it ended last, if it was not meant to; `at` in ms since 1970. */
  readonly lastEnding: (HostEnding & { readonly at: number }) | null;
  /** How often it was started. */
  readonly starts: number;
}

export interface ModelHost {
  readonly state: HostState;
  readonly changes: Changes<HostState>;
  /** Does something with the process, started if need be. Refuses with `model.host-ended` and `model.host-resting`. */
  within<T>(act: (link: HostLink, facts: HostFacts) => Promise<T>): Promise<T>;
  /** Loads a model; it is loaded again whenever the process has to be started again. */
  load(toLoad: ToLoad, options?: LoadingOptions): Promise<LoadedFacts>;
  unload(model: string): Promise<void>;
  /** Ends the process, which gives all memory back; the next need starts it again. */
  rest(): Promise<void>;
  /** The last lines it said. */
  readonly log: readonly string[];
}

export interface LoadingOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: number) => void) | undefined;
}

const usualHealth: Health = { every: 5_000, within: 20_000, start: 30_000 };
/** Silence while loading that means it is stuck, in ms. */
const loadPatience = 120_000;
/** Each model leaves about half a megabyte behind when it goes: after so many a process that holds none is changed for a new one. */
const worn = 16;

interface Running {
  readonly link: HostLink;
  readonly facts: HostFacts;
}

export function superviseHost(needs: HostNeeds): ModelHost {
  const { start, backend, backendFailed, log, health = usualHealth, breaker: times } = needs;
  const breaker = createBreaker(times);
  const changes = new Changes<HostState>();
  const wanted = new Map<string, ToLoad>();
  const loaded = new Map<string, LoadedFacts>();
  let running: Promise<Running> | undefined;
  let facts: HostFacts | null = null;
  let stage: HostState['stage'] = 'off';
  let lastEnding: HostState['lastEnding'] = null;
  let starts = 0;
  let lastLines: readonly string[] = [];
  let loading: string | undefined;
  let loads = 0;
  let isResting = false;

  const state = (): HostState => ({
    stage,
    breaker: breaker.state,
    facts,
    loaded: [...loaded].map(([model, facts]) => ({ model, facts })),
    lastEnding,
    starts,
  });
  const announce = () => changes.announce(state());
  const turnTo = (next: HostState['stage']) => {
    stage = next;
    announce();
  };
  breaker.onChange(({ state }) => {
    log.warn('the breaker of the model process changed', { state });
    announce();
  });

  async function open(): Promise<Running> {
    turnTo(lastEnding && wanted.size > 0 ? 'restarting' : 'starting');
    starts += 1;
    loads = 0;
    isResting = false;
    const chosen = await backend();
    const link = await linkHost(start(hostEntry()), health);
    lastLines = link.log;
    void link.ended.then((ending) => afterEnd(ending));
    try {
      facts = await link.ask('open', { backend: chosen }).answer;
    } catch (error) {
      if (!(error instanceof AskFailed) || chosen === 'cpu' || !backendFailed) throw error;
      log.warn('a back end could not be opened', { backend: chosen, detail: error.failure.detail });
      backendFailed(chosen, error.failure.detail);
      isResting = true;
      link.end('killed');
      await link.ended;
      return open();
    }
    log.info('the model process is ready', { pid: link.pid, backend: facts.backend });
    for (const toLoad of [...wanted.values()]) {
      await loadInto(link, toLoad, {}).catch((error: unknown) => {
        wanted.delete(toLoad.model);
        log.warn('a model was not loaded again', { model: toLoad.model, why: String(error) });
        if (isStudioError(error)) throw error;
      });
    }
    turnTo('ready');
    return { link, facts };
  }

  function get(): Promise<Running> {
    running ??= open().catch((error: unknown) => {
      running = undefined;
      turnTo('off');
      throw error;
    });
    return running;
  }

  /** A process to load into. */
  async function getFresh(): Promise<Running> {
    const now = await get();
    if (loads < worn || wanted.size > 0 || loading !== undefined || now.link.isAsked) return now;
    await endQuietly(now);
    return get();
  }

  async function endQuietly({ link }: Running): Promise<void> {
    isResting = true;
    link.end('killed');
    await link.ended;
  }

  function afterEnd(ending: HostEnding): void {
    running = undefined;
    facts = null;
    loaded.clear();
    if (loading !== undefined) wanted.delete(loading); // what killed it is not loaded again by itself
    loading = undefined;
    if (isResting) {
      turnTo('off');
      return;
    }
    lastEnding = { ...ending, at: Date.now() };
    log.warn('the model process ended', { reason: ending.reason, detail: ending.detail });
    breaker.died(refusalFor(ending));
    turnTo('off');
    if (wanted.size > 0) setImmediate(() => startAgain());
  }

  /** Apart from the breaker's counting: that it starts is no proof that it works. */
  function startAgain(): void {
    if (breaker.state.state === 'closed' && wanted.size > 0) get().catch((error: unknown) => countDeath(error));
  }

  const countDeath = (error: unknown) => {
    if (isStudioError(error, 'model.host-ended')) breaker.died(error);
  };

  async function loadInto(
    link: HostLink,
    toLoad: ToLoad,
    { signal, onProgress }: LoadingOptions,
  ): Promise<LoadedFacts> {
    loading = toLoad.model;
    loads += 1;
    try {
      const made = await link.ask('load', toLoad, {
        signal,
        onEvent: ({ progress }) => onProgress?.(progress),
        patience: loadPatience,
      }).answer;
      loaded.set(toLoad.model, made);
      return made;
    } finally {
      if (loading === toLoad.model) loading = undefined;
    }
  }

  return {
    get state() {
      return state();
    },
    changes,
    within: (act) =>
      breaker.through(async () => {
        const { link, facts } = await get();
        return act(link, facts);
      }),
    load: (toLoad, options = {}) =>
      breaker.through(async () => {
        const { link } = await getFresh();
        loaded.delete(toLoad.model);
        const made = await loadInto(link, toLoad, options);
        wanted.set(toLoad.model, toLoad);
        announce();
        return made;
      }),
    async unload(model) {
      wanted.delete(model);
      loaded.delete(model);
      const now = await running?.catch(() => undefined);
      await now?.link.ask('unload', { model }).answer.catch(ignoreDeath);
      announce();
    },
    async rest() {
      wanted.clear();
      const now = await running?.catch(() => undefined);
      if (now) await endQuietly(now);
    },
    get log() {
      return lastLines;
    },
  };
}

function ignoreDeath(error: unknown): void {
  if (!isStudioError(error, 'model.host-ended')) throw error;
}
