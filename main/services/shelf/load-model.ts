import type { LoadPlan } from '#intelligence/models/model-settings.ts';
import { createPipe } from '#intelligence/models/pipe.ts';
import { playableModel } from './find-model.ts';
import type { ShelfNeeds } from './shelf-needs.ts';

/** What loading a model would do, in the window's terms. */
export interface PlannedLoad {
  readonly outcome: 'fits' | 'too-large';
  /** Tokens. */
  readonly context: number;
  readonly gpuLayers: number;
  readonly layers: number;
  /** Bytes, estimated. */
  readonly ram: number;
  readonly vram: number;
  /** With `too-large`: which memory, and what is free of it. */
  readonly of: 'ram' | 'vram' | null;
  readonly free: number;
  /** Names of models that go first. */
  readonly unloads: readonly string[];
}

export type LoadStage =
  | ({ readonly stage: 'planned' } & PlannedLoad)
  | { readonly stage: 'loading' /** 0..1. */; readonly progress: number }
  | { readonly stage: 'cancelled' }
  | { readonly stage: 'done'; readonly context: number; readonly gpuLayers: number; readonly ms: number };

/** Loads a model by its settings; says what it will do before it does. */
export function loadModelNow(needs: ShelfNeeds) {
  return async function* (modelId: string, signal?: AbortSignal): AsyncGenerator<LoadStage> {
    const left = new AbortController();
    const stop = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
    const pipe = createPipe<LoadStage>(() => left.abort());
    const work = async () => {
      const model = await playableModel(needs, modelId);
      const { context, gpuLayers, ms } = await needs.keeper.ensure(model, {
        signal: stop,
        onPlan: (plan, unloads) => pipe.push({ stage: 'planned', ...plannedOf(plan, unloads) }),
        onProgress: (progress) => pipe.push({ stage: 'loading', progress }),
      });
      pipe.push({ stage: 'done', context, gpuLayers, ms });
    };
    work().then(pipe.end, (error: unknown) => {
      if (!stop.aborted) return pipe.fail(error);
      pipe.push({ stage: 'cancelled' });
      pipe.end();
    });
    yield* pipe;
  };
}

/** What loading each model would do now; those that were refused are left out. Opens the back end to ask what is free. */
export function planLoads(needs: ShelfNeeds) {
  return async (modelIds: readonly string[]): Promise<readonly (PlannedLoad & { readonly modelId: string })[]> => {
    const planned: (PlannedLoad & { readonly modelId: string })[] = [];
    for (const modelId of modelIds) {
      const { unloads, ...plan } = await needs.keeper.plan(await playableModel(needs, modelId));
      planned.push({ modelId, ...plannedOf(plan, unloads) });
    }
    return planned;
  };
}

export function plannedOf({ plan, options }: LoadPlan, unloads: readonly string[]): PlannedLoad {
  const { context } = options;
  if (plan.outcome === 'too-large') {
    const { of, needed, free } = plan;
    return {
      outcome: 'too-large',
      context,
      gpuLayers: 0,
      layers: 0,
      ram: of === 'ram' ? needed : 0,
      vram: of === 'vram' ? needed : 0,
      of,
      free,
      unloads: [],
    };
  }
  const { gpuLayers, layers, ram, vram } = plan;
  return { outcome: 'fits', context, gpuLayers, layers, ram, vram, of: null, free: 0, unloads };
}
