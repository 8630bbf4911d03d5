/**
 * @file Which models are in memory: loads what is asked for, by the plan and after another look at a file that changed; sends
 * away what was not used for longest, or for long.
 */
import { stat } from 'node:fs/promises';
import { StudioError } from '#foundation/errors.ts';
import type { Log } from '#foundation/log.ts';
import type { HostMemory, LoadedFacts } from './host/host-protocol.ts';
import type { ModelHost } from './host/supervise-host.ts';
import { createTurns } from './host/turns.ts';
import { inPerfumersTerms } from './host-refusal.ts';
import type { Inspection } from './inspect-model.ts';
import type { Inspector } from './inspector.ts';
import type { InMemory } from './memory-plan.ts';
import { type LoadPlan, type Machine, planLoad } from './model-settings.ts';
import type { ModelToPlay } from './model-to-play.ts';
import type { ShelfFacts } from './shelf-facts.ts';

export interface KeeperNeeds {
  readonly host: ModelHost;
  readonly inspector: Pick<Inspector, 'inspect' | 'checkAdapter'>;
  /** A file was looked at again because it is not the one that was seen. */
  readonly onInspected?: (id: string, inspection: Inspection) => void;
  /** How long an unused model stays, in minutes; 0 for ever. Asked each time. */
  readonly idleMinutes: () => number;
  readonly log: Log;
  readonly now?: () => number;
}

export interface EnsureOptions {
  readonly signal?: AbortSignal | undefined;
  /** Before anything is done: what the plan is, and the names of those that go. */
  readonly onPlan?: ((plan: LoadPlan, unloads: readonly string[]) => void) | undefined;
  readonly onProgress?: ((progress: number) => void) | undefined;
}

export interface ModelKeeper {
  /** What loading a model would do now. Starts the process if need be, to ask what memory there is. */
  plan(model: ModelToPlay): Promise<LoadPlan & { readonly unloads: readonly string[] }>;
  /** Has it in memory with its settings. Refuses with `model.refused`, `model.not-enough-memory`, `model.load-failed` and more. */
  ensure(model: ModelToPlay, options?: EnsureOptions): Promise<LoadedFacts>;
  /** Refuses (`model.refused`) an adapter that llama.cpp must not see, or that does not go on the model. */
  checkAdapter(model: ModelToPlay, path: string): Promise<void>;
  /** Keeps it from being sent away until the answer is called. */
  hold(id: string): () => void;
  unload(id: string): Promise<void>;
  /** Ends the process: everything is unloaded, and the next back end may be another. */
  unloadAll(): Promise<void>;
  readonly inMemory: readonly InMemory[];
  close(): Promise<void>;
}

interface Kept {
  readonly name: string;
  readonly wish: string;
  lastUsed: number;
  holds: number;
}

/** How often idle models are looked for, in ms. */
const roundEvery = 15_000;

export function createModelKeeper(needs: KeeperNeeds): ModelKeeper {
  const { host, idleMinutes, log, now = Date.now } = needs;
  const kept = new Map<string, Kept>();
  const turn = createTurns();
  /** Adapters that passed, with their base: an adapter's file is never written again under the same name. */
  const checked = new Set<string>();

  const inMemory = (): readonly InMemory[] =>
    host.state.loaded.map(({ model, facts }) => {
      const { lastUsed = 0, holds = 0 } = kept.get(model) ?? {};
      return { id: model, ram: facts.ram, vram: facts.vram, lastUsed, isBusy: holds > 0 };
    });
  const machine = (): Promise<Machine> =>
    host.within(async (link, { cores, backend }) => {
      const memory: HostMemory = await link.ask('state', null, { patience: 30_000 }).answer;
      return { ...memory, cores, hasCard: backend !== 'cpu' };
    });
  const planFor = async (model: ModelToPlay): Promise<LoadPlan> => {
    const own = inMemory().find(({ id }) => id === model.id);
    const here = await machine();
    // What it holds itself comes free when it is loaded anew.
    const free = own ? { ...here, ramFree: here.ramFree + own.ram, vramFree: here.vramFree + own.vram } : here;
    const others = inMemory().filter(({ id }) => id !== model.id);
    return planLoad(model.facts, model.settings, free, others);
  };
  const namesOf = ({ plan }: LoadPlan): readonly string[] =>
    plan.outcome === 'fits' ? plan.unload.map((id) => kept.get(id)?.name ?? id) : [];

  async function load(model: ModelToPlay, { signal, onPlan, onProgress }: EnsureOptions): Promise<LoadedFacts> {
    const planned = await planFor({ ...model, facts: await factsNow(model, needs) });
    const { plan, options } = planned;
    onPlan?.(planned, namesOf(planned));
    if (plan.outcome === 'too-large') {
      const gigabytes = (bytes: number) => Math.round(bytes / 1e8) / 10;
      const { of: reason, needed, free } = plan;
      throw new StudioError('model.not-enough-memory', {
        name: model.name,
        reason,
        neededGb: gigabytes(needed),
        freeGb: gigabytes(free),
      });
    }
    signal?.throwIfAborted();
    for (const id of plan.unload) {
      log.info('a model is unloaded to make room', { model: id });
      await host.unload(id);
      kept.delete(id);
    }
    const facts = await host.load({ model: model.id, path: model.path, options }, { signal, onProgress });
    kept.set(model.id, { name: model.name, wish: wishOf(model), lastUsed: now(), holds: 0 });
    return facts;
  }

  async function sendIdleAway(): Promise<void> {
    const minutes = idleMinutes();
    if (minutes <= 0) return;
    const giveBack = await turn();
    try {
      for (const { id, lastUsed, isBusy } of inMemory()) {
        if (isBusy || now() - lastUsed < minutes * 60_000) continue;
        log.info('an idle model is unloaded', { model: id });
        await host.unload(id);
        kept.delete(id);
        if (host.state.loaded.length === 0) await host.rest();
      }
    } finally {
      giveBack();
    }
  }
  const rounds = setInterval(() => void sendIdleAway().catch((error: unknown) => log.bug(error)), roundEvery);
  rounds.unref();

  return {
    async plan(model) {
      const planned = await planFor(model);
      return { ...planned, unloads: namesOf(planned) };
    },
    async ensure(model, options = {}) {
      const giveBack = await turn();
      try {
        options.signal?.throwIfAborted();
        const there = host.state.loaded.find((one) => one.model === model.id);
        const known = kept.get(model.id);
        if (there && known?.wish === wishOf(model)) {
          known.lastUsed = now();
          return there.facts;
        }
        return await load(model, options);
      } catch (error) {
        options.signal?.throwIfAborted();
        throw inPerfumersTerms(error, model.name);
      } finally {
        giveBack();
      }
    },
    async checkAdapter({ path: base, name }, path) {
      const key = JSON.stringify([base, path]);
      if (checked.has(key)) return;
      const fault = await needs.inspector.checkAdapter(path, base);
      if (fault) throw new StudioError('model.refused', { name, ...fault });
      checked.add(key);
    },
    hold(id) {
      const one = kept.get(id);
      if (one) one.holds += 1;
      return () => {
        if (!one) return;
        one.holds -= 1;
        one.lastUsed = now();
      };
    },
    async unload(id) {
      kept.delete(id);
      await host.unload(id);
      if (host.state.loaded.length === 0) await host.rest();
    },
    async unloadAll() {
      kept.clear();
      await host.rest();
    },
    get inMemory() {
      return inMemory();
    },
    async close() {
      clearInterval(rounds);
      kept.clear();
      await host.rest();
    },
  };
}

/** Another wish means loading anew. How tokens are drawn is decided for each answer. */
function wishOf({ path, settings: { sampling: _, ...settings } }: ModelToPlay): string {
  return JSON.stringify([path, settings]);
}

/** The facts of the file as it is now: one that is not what was seen is looked at again before llama.cpp sees it. */
async function factsNow(
  { id, path, name, seen, facts }: ModelToPlay,
  { inspector, onInspected }: KeeperNeeds,
): Promise<ShelfFacts> {
  const file = await stat(path).catch((cause: unknown) => {
    throw new StudioError('model.file-gone', { name }, { cause });
  });
  if (file.size === seen.bytes && Math.trunc(file.mtimeMs) === seen.written) return facts;
  const inspection = await inspector.inspect(path);
  onInspected?.(id, inspection);
  const { verdict } = inspection;
  if (verdict.kind === 'fit') return verdict.facts;
  throw new StudioError('model.refused', { name, reason: verdict.reason, detail: verdict.detail });
}
