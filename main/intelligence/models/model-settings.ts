/** @file How the perfumer wants a model to be used, and what that means on this machine. */

import type { Sampling, SamplingPreset } from './language-models.ts';
import type { KvType, LoadOptions } from './load-options.ts';
import type { FreeMemory, InMemory, MemoryPlan } from './memory-plan.ts';
import { planMemory } from './memory-plan.ts';
import type { ShelfFacts } from './shelf-facts.ts';

export interface ModelSettings {
  /** Tokens that fit; `auto` takes what the memory allows, 8192 at most. */
  readonly context: 'auto' | number;
  readonly gpuLayers: 'auto' | 'all' | number;
  readonly threads: 'auto' | number;
  readonly kvType: KvType;
  readonly flashAttention: 'auto' | boolean;
  readonly sampling: SamplingPreset;
}

export const usualSettings: ModelSettings = {
  context: 'auto',
  gpuLayers: 'auto',
  threads: 'auto',
  kvType: 'F16',
  flashAttention: 'auto',
  sampling: 'balanced',
};

/** `exact` always says the likeliest; the others draw, the further down the list the more freely. */
export const samplings: Readonly<Record<SamplingPreset, Sampling>> = {
  exact: { temperature: 0, topK: 0, topP: 1, minP: 0, repeatPenalty: 1 },
  careful: { temperature: 0.3, topK: 40, topP: 0.9, minP: 0.05, repeatPenalty: 1 },
  balanced: { temperature: 0.7, topK: 40, topP: 0.95, minP: 0.05, repeatPenalty: 1.05 },
  inventive: { temperature: 1, topK: 100, topP: 0.98, minP: 0.02, repeatPenalty: 1.1 },
};

export const samplingOf = (wanted: SamplingPreset | Sampling): Sampling =>
  typeof wanted === 'string' ? samplings[wanted] : wanted;

export interface Machine extends FreeMemory {
  /** Cores worth computing on. */
  readonly cores: number;
  readonly hasCard: boolean;
}

export interface LoadPlan {
  readonly plan: MemoryPlan;
  readonly options: LoadOptions;
}

const automaticContexts = [8192, 4096, 2048];
const usualContext = 4096;
/** The smallest context that is of use. */
const leastContext = 256;

/** What loading a model with its settings means on `machine`, beside those in `memory`. */
export function planLoad(
  facts: ShelfFacts,
  settings: ModelSettings,
  machine: Machine,
  memory: readonly InMemory[] = [],
): LoadPlan {
  const batch = machine.hasCard ? 512 : 128;
  const { gpuLayers, kvType } = settings;
  const at = (context: number): LoadPlan => {
    const plan = planMemory(facts, { context, gpuLayers, kvType, batch }, machine, memory);
    const all = plan.outcome === 'fits' && plan.gpuLayers >= plan.layers;
    return {
      plan,
      options: {
        context,
        gpuLayers: plan.outcome !== 'fits' ? 0 : all ? 'all' : plan.gpuLayers,
        threads: settings.threads === 'auto' ? Math.max(1, machine.cores - 1) : settings.threads,
        kvType,
        flashAttention: settings.flashAttention,
        batch,
      },
    };
  };
  const most = facts.context ?? usualContext;
  if (settings.context !== 'auto') return at(Math.max(leastContext, Math.min(settings.context, most)));
  const contexts = [...new Set(automaticContexts.map((context) => Math.min(context, most)))];
  const plans = contexts.map(at);
  return plans.find(isWhole) ?? plans.findLast(({ plan }) => plan.outcome === 'fits') ?? (plans.at(-1) as LoadPlan);
}

/** Whether nothing has to be computed beside the card, where there is one, and nobody has to go. */
const isWhole = ({ plan, options }: LoadPlan): boolean =>
  plan.outcome === 'fits' && plan.unload.length === 0 && (options.gpuLayers === 'all' || plan.vram === 0);
