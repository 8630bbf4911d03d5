import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FreeMemory, type InMemory, type PlanWish, planMemory } from './memory-plan.ts';
import type { ShelfFacts } from './shelf-facts.ts';

const GB = 1e9;
const facts = (layerBytes: number): ShelfFacts => ({
  architecture: 'llama',
  parameters: 7e9,
  storedAs: 'Q4_K',
  fileBytes: layerBytes * 28 + 1 * GB,
  isTied: false,
  languages: [],
  hasChatTemplate: true,
  width: 3584,
  vocabulary: 152_064,
  weights: {
    embedding: 0.3 * GB,
    layers: new Array<number>(28).fill(layerBytes),
    output: 0.45 * GB,
    keptPerToken: new Array<number>(28).fill(1024),
  },
});
const seven = facts(0.14 * GB);
const wish: PlanWish = { context: 4096, gpuLayers: 'auto', kvType: 'F16', batch: 512 };
const pc: FreeMemory = { ramFree: 12 * GB, ramTotal: 16 * GB, vramFree: 7.3 * GB, vramTotal: 8 * GB };
const inMemory = (id: string, over: Partial<InMemory> = {}): InMemory => ({
  id,
  ram: 0.5 * GB,
  vram: 4.6 * GB,
  lastUsed: 0,
  isBusy: false,
  ...over,
});

describe('the memory plan', () => {
  it('puts a 7B model whole on a card of 8 GB', () => {
    expect(planMemory(seven, wish, pc)).toMatchObject({ outcome: 'fits', gpuLayers: 29, unload: [] });
  });

  it('computes with the processor where there is no card', () => {
    const plan = planMemory(seven, { ...wish, gpuLayers: 'all' }, { ...pc, vramFree: 0, vramTotal: 0 });
    expect(plan).toMatchObject({ outcome: 'fits', gpuLayers: 0, vram: 0 });
  });

  it('unloads the least recently used rather than compute a part beside the card', () => {
    const free = { ...pc, vramFree: 2.7 * GB };
    const memory = [inMemory('newer', { lastUsed: 2, vram: 2 * GB }), inMemory('older', { lastUsed: 1 })];
    expect(planMemory(seven, wish, free, memory)).toMatchObject({ gpuLayers: 29, unload: ['older'] });
  });

  it('spares a model whose going frees nothing that is short', () => {
    const free = { ...pc, vramFree: 2.7 * GB };
    const memory = [inMemory('beside', { lastUsed: 1, vram: 0 }), inMemory('on the card', { lastUsed: 2 })];
    expect(planMemory(seven, wish, free, memory)).toMatchObject({ unload: ['on the card'] });
  });

  it('sends nobody away who is in mid-sentence', () => {
    const free = { ...pc, vramFree: 2.7 * GB };
    const plan = planMemory(seven, wish, free, [inMemory('busy', { isBusy: true })]);
    expect(plan).toMatchObject({ outcome: 'fits', unload: [] });
    expect(plan.outcome === 'fits' && plan.gpuLayers).toBeLessThan(29);
  });

  it('says what is short when nothing helps', () => {
    expect(planMemory(facts(3 * GB), wish, pc)).toMatchObject({ outcome: 'too-large', of: 'ram' });
    expect(planMemory(facts(0.4 * GB), { ...wish, gpuLayers: 'all' }, pc)).toMatchObject({ of: 'vram' });
  });

  it('never promises more than is free, whatever the machine', () => {
    const gigabytes = (max: number) => fc.double({ min: 0, max, noNaN: true }).map((value) => value * GB);
    fc.assert(
      fc.property(
        fc.record({ ramFree: gigabytes(32), vramFree: gigabytes(24), layer: gigabytes(0.5) }),
        fc.array(fc.record({ ram: gigabytes(4), vram: gigabytes(6), lastUsed: fc.nat(), isBusy: fc.boolean() }), {
          maxLength: 4,
        }),
        fc.constantFrom('auto' as const, 'all' as const, 10),
        ({ ramFree, vramFree, layer }, others, gpuLayers) => {
          const memory = others.map((other, index) => ({ ...other, id: String(index) }));
          const free = { ramFree, ramTotal: 32 * GB, vramFree, vramTotal: 24 * GB };
          const plan = planMemory(facts(layer), { ...wish, gpuLayers }, free, memory);
          if (plan.outcome !== 'fits') return;
          const gone = memory.filter(({ id }) => plan.unload.includes(id));
          expect(gone.some(({ isBusy }) => isBusy)).toBe(false);
          expect(plan.ram).toBeLessThanOrEqual(ramFree + gone.reduce((sum, { ram }) => sum + ram, 0));
          expect(plan.vram).toBeLessThanOrEqual(vramFree + gone.reduce((sum, { vram }) => sum + vram, 0));
        },
      ),
    );
  });
});
