/**
 * @file What has to happen so that a model fits: on the card or beside it, and who has to go first. Decided before anything is
 * done, so that it can be said before it is done.
 */
import type { KvType } from './load-options.ts';
import { type EstimateOptions, estimateMemory, everyLayer, type Memory } from './memory-estimate.ts';
import type { ShelfFacts } from './shelf-facts.ts';

export interface InMemory extends Memory {
  readonly id: string;
  /** ms since 1970. */
  readonly lastUsed: number;
  /** An answer is being written: it is not sent away. */
  readonly isBusy: boolean;
}

export interface FreeMemory {
  readonly ramFree: number;
  readonly ramTotal: number;
  /** Both 0 without a graphics card. */
  readonly vramFree: number;
  readonly vramTotal: number;
}

export interface PlanWish {
  readonly context: number;
  readonly gpuLayers: 'auto' | 'all' | number;
  readonly kvType: KvType;
  readonly batch: number;
}

export type MemoryPlan =
  | ({
      readonly outcome: 'fits';
      /** Layers on the card, the head counted as one more; 0 computes with the processor. */
      readonly gpuLayers: number;
      readonly layers: number;
      /** Ids of models to unload first, in this order. */
      readonly unload: readonly string[];
    } & Memory)
  | {
      readonly outcome: 'too-large';
      readonly of: 'ram' | 'vram';
      /** Bytes, after everything that can be unloaded is. */
      readonly needed: number;
      readonly free: number;
    };

/** What is left to the desktop and to what the estimate does not see: of the card 8 %, at most 1 GB; of the RAM 8 %, at most 2 GB. */
const kept = ({ ramTotal, vramTotal }: FreeMemory): Memory => ({
  ram: Math.min(ramTotal * 0.08, 2e9),
  vram: Math.min(vramTotal * 0.08, 1e9),
});

/** Plans the loading of a model beside those in `memory`. Prefers unloading others over computing a part with the processor. */
export function planMemory(
  facts: ShelfFacts,
  wish: PlanWish,
  free: FreeMemory,
  memory: readonly InMemory[] = [],
): MemoryPlan {
  const all = everyLayer(facts);
  const hasCard = free.vramTotal > 0;
  const leaving = memory.filter(({ isBusy }) => !isBusy).toSorted((a, b) => a.lastUsed - b.lastUsed);
  const need = (gpuLayers: number): Memory => {
    const options: EstimateOptions = { context: wish.context, kvType: wish.kvType, batch: wish.batch, gpuLayers };
    return estimateMemory(facts, options);
  };
  const roomWithout = (count: number): Memory => {
    const gone = leaving.slice(0, count);
    const { ram, vram } = kept(free);
    return {
      ram: free.ramFree - ram + gone.reduce((sum, one) => sum + one.ram, 0),
      vram: free.vramFree - vram + gone.reduce((sum, one) => sum + one.vram, 0),
    };
  };
  const firstThatFits = (gpuLayers: number): MemoryPlan | undefined => {
    const { ram, vram } = need(gpuLayers);
    for (let count = 0; count <= leaving.length; count += 1) {
      const room = roomWithout(count);
      if (ram > room.ram || vram > room.vram) continue;
      const unload = sparing(leaving.slice(0, count), { ram, vram }, roomWithout(0)).map(({ id }) => id);
      return { outcome: 'fits', gpuLayers, layers: all, unload, ram, vram };
    }
    return undefined;
  };

  const asked = typeof wish.gpuLayers === 'number' ? Math.min(wish.gpuLayers, all) : all;
  const most = hasCard ? asked : 0;
  const plan = firstThatFits(most);
  if (plan) return plan;
  if (wish.gpuLayers === 'auto') {
    for (let layers = most - 1; layers >= 0; layers -= 1) {
      const fewer = firstThatFits(layers);
      if (fewer) return fewer;
    }
  }
  const least = need(wish.gpuLayers === 'auto' ? 0 : most);
  const room = roomWithout(leaving.length);
  const of = least.ram > room.ram ? 'ram' : 'vram';
  return { outcome: 'too-large', of, needed: least[of], free: Math.max(0, room[of]) };
}

/** Of those that would go, least recently used first, only the ones whose going helps: a model beside the card frees none of it. */
function sparing(leaving: readonly InMemory[], needed: Memory, room: Memory): readonly InMemory[] {
  let gone = [...leaving];
  for (const one of leaving) {
    const without = gone.filter((other) => other !== one);
    const ram = room.ram + without.reduce((sum, { ram }) => sum + ram, 0);
    const vram = room.vram + without.reduce((sum, { vram }) => sum + vram, 0);
    if (needed.ram <= ram && needed.vram <= vram) gone = without;
  }
  return gone;
}
