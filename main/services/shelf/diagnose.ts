/**
 * @file Ten seconds that say what works here: the machine, the back ends and why each is used or not, a model loaded and asked.
 *
 * The report is meant to be sent: it names no folders, no user and no formula. Whatever goes wrong on the way is part of it.
 */
import { cpus, freemem, release, totalmem } from 'node:os';
import { isStudioError } from '#foundation/errors.ts';
import type { BackendChoice } from '#intelligence/models/choose-backend.ts';
import type { GenerateRequest } from '#intelligence/models/language-models.ts';
import type { StoredModel } from '#library/sqlite/model-store.ts';
import { playableModel } from './find-model.ts';
import { preferencesIn } from './preferences.ts';
import type { ShelfNeeds } from './shelf-needs.ts';
import { inspectionOf, isDemonstration, nameOf } from './stored-model.ts';
import { withoutPaths } from './without-paths.ts';

export interface DiagnosisProblem {
  readonly at: 'backend' | 'load' | 'answer';
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface Diagnosis {
  readonly made: string;
  readonly platform: string;
  readonly arch: string;
  readonly system: string;
  readonly node: string;
  readonly processor: string;
  readonly threads: number;
  /** Bytes. */
  readonly ramTotal: number;
  readonly ramFree: number;
  readonly vramTotal: number;
  readonly vramFree: number;
  readonly llamaRelease: string | null;
  readonly wish: string;
  readonly backend: BackendChoice | null;
  readonly model: {
    readonly name: string;
    readonly architecture: string;
    readonly storedAs: string;
    readonly bytes: number;
    readonly context: number;
    readonly gpuLayers: number;
    readonly layers: number;
    readonly loadMs: number;
    readonly msToFirstToken: number;
    readonly tokens: number;
    readonly tokensPerSecond: number;
  } | null;
  readonly breaker: string;
  readonly starts: number;
  readonly problems: readonly DiagnosisProblem[];
  /** The last lines of the model process, without paths. */
  readonly log: readonly string[];
}

export type DiagnoseStage =
  | { readonly stage: 'backend' }
  | { readonly stage: 'loading'; readonly name: string }
  | { readonly stage: 'answering'; readonly tokens: number }
  | { readonly stage: 'done'; readonly diagnosis: Diagnosis };

/** How long the model is listened to, in ms. */
const listening = 8_000;

/** Looks at everything and tries one model: the one named, else one in memory, else the smallest there is. */
export function diagnose(needs: ShelfNeeds) {
  return async function* (modelId: string | undefined, signal?: AbortSignal): AsyncGenerator<DiagnoseStage> {
    const problems: DiagnosisProblem[] = [];
    const files = needs.models.all().map(({ path }) => path);
    const clean = (line: string) => withoutPaths(line, needs.surroundings.home, files);
    const note = (at: DiagnosisProblem['at'], error: unknown) => {
      if (!isStudioError(error)) throw error;
      problems.push({ at, code: error.code, facts: withoutPathsIn(error.facts, clean) });
    };
    yield { stage: 'backend' };
    const backend = await needs.backend.choose().catch((error: unknown) => void note('backend', error));
    const memory = await needs.host
      .within((link) => link.ask('state', null).answer)
      .catch((error: unknown) => void note('backend', error));
    const stored = candidate(needs, modelId);
    let model: Diagnosis['model'] = null;
    if (stored) {
      try {
        yield { stage: 'loading', name: nameOf(stored) };
        const ready = await playableModel(needs, stored.id);
        const { context, gpuLayers, ms } = await needs.keeper.ensure(ready, { signal });
        const stop = AbortSignal.any([AbortSignal.timeout(listening), ...(signal ? [signal] : [])]);
        const measured = { msToFirstToken: 0, tokens: 0, tokensPerSecond: 0 };
        const began = performance.now();
        let firstAt = 0;
        let lastAt = 0;
        for await (const event of needs.languageModels.generateAs({ kind: 'local', model: ready }, probe, stop)) {
          if (event.kind !== 'text') continue;
          lastAt = performance.now();
          firstAt ||= lastAt;
          measured.tokens = event.tokens;
          yield { stage: 'answering', tokens: event.tokens };
        }
        measured.msToFirstToken = firstAt > 0 ? firstAt - began : 0;
        measured.tokensPerSecond = lastAt > firstAt ? ((measured.tokens - 1) * 1000) / (lastAt - firstAt) : 0;
        const { architecture, storedAs, fileBytes: bytes, weights } = ready.facts;
        model = {
          name: ready.name,
          architecture,
          storedAs,
          bytes,
          context,
          gpuLayers,
          layers: weights.layers.length + 1,
          loadMs: ms,
          ...measured,
        };
      } catch (error) {
        signal?.throwIfAborted();
        note('load', error);
      }
    }
    const { host } = needs;
    yield {
      stage: 'done',
      diagnosis: {
        made: needs.now(),
        platform: process.platform,
        arch: process.arch,
        system: release(),
        node: process.version,
        processor: cpus()[0]?.model.trim() ?? '',
        threads: cpus().length,
        ramTotal: totalmem(),
        ramFree: freemem(),
        vramTotal: memory?.vramTotal ?? 0,
        vramFree: memory?.vramFree ?? 0,
        llamaRelease: host.state.facts?.release ?? null,
        wish: preferencesIn(needs).backend,
        backend: backend ?? null,
        model,
        breaker: host.state.breaker.state,
        starts: host.state.starts,
        problems,
        log: host.log.slice(-40).map(clean),
      },
    };
  };
}

const probe: GenerateRequest = {
  prompt: {
    kind: 'chat',
    messages: [{ speaker: 'user', text: 'Describe the smell of bergamot, rose and cedarwood.' }],
  },
  maxTokens: 400,
  sampling: 'exact',
  urgency: 'interactive',
  requester: 'diagnose',
};

function candidate({ models, host }: ShelfNeeds, modelId: string | undefined): StoredModel | undefined {
  if (modelId !== undefined) return models.find(modelId);
  const loaded = host.state.loaded[0]?.model;
  const all = models.all().filter((model) => inspectionOf(model)?.verdict.kind !== 'refused');
  const sizeOf = (model: StoredModel) => inspectionOf(model)?.bytes ?? 0;
  return (
    all.find(({ id }) => id === loaded) ??
    all.filter((model) => !isDemonstration(model)).toSorted((a, b) => sizeOf(a) - sizeOf(b))[0] ??
    all.find(isDemonstration)
  );
}

function withoutPathsIn(facts: object, clean: (line: string) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? clean(value) : value]),
  );
}
