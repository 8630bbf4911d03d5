import { afterEach, beforeEach, expect, it } from 'vitest';
import { evolve } from '#perfumery/odour/evolution.ts';
import { assessStability } from '#perfumery/stability/assess-stability.ts';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';
import { materials, pressures, substances, thresholds } from './examples.ts';

let studio: OpenStudio;
beforeEach(() => {
  studio = openStudio();
});
afterEach(() => {
  studio[Symbol.dispose]();
  expect(studio.bugs).toEqual([]);
});

const formula = formulaOf(
  line('methyl-anthranilate', '20'),
  line('hydroxycitronellal', '30'),
  line('linalool', '50'),
  line('nobody-has-this', '1'),
);
const asked = { formula: { lines: [...formula.lines] }, product: product() };
const accords = new Map();

it('answers a script with the very evolution that the page reckons', async () => {
  const answer = await studio.client.physics.evolve({ ...asked, surface: 'skin' });
  expect(answer).toEqual(
    evolve(formula, { product: asked.product, accords, materials, surface: 'skin', pressures, substances, thresholds }),
  );
  expect(answer.times.at(-1)).toBeCloseTo(48, 9);
  expect(answer.families.map(({ family }) => family)).toContain('floral');
});

it('reckons on a blotter with UNIFAC unless told otherwise, and differently when told', async () => {
  const { evolve: follow } = studio.client.physics;
  const usual = await follow(asked);
  expect(usual.surface.name).toBe('blotter');
  expect(usual.assumptions.map(({ key }) => key)).toContain('activity-unifac');
  const ideal = await follow({ ...asked, activity: 'ideal' });
  expect(ideal.assumptions.map(({ key }) => key)).toContain('activity-all-ideal');
  expect(ideal.filmLeft).not.toEqual(usual.filmLeft);
});

it('lets others have their turn while it follows or looks through hundreds of lines', async () => {
  const ids = (await studio.client.materials.list()).slice(0, 400).map(({ material }) => material.id);
  const long = { formula: { lines: ids.map((id) => line(id, '1')) }, product: product() };
  for (const act of [studio.client.physics.evolve, studio.client.safety.stability]) {
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await act(long);
    isDone = true;
    expect(turns).toBeGreaterThan(1); // without breath there is none
  }
});

it('warns a script of what it warns the perfumer of', async () => {
  const answer = await studio.client.safety.stability(asked);
  expect(answer).toEqual(assessStability(formula, { product: asked.product, accords, materials }));
  expect(answer.findings.find(({ rule }) => rule === 'schiff-base')?.lineIds).toEqual([
    'methyl-anthranilate',
    'hydroxycitronellal',
  ]);
  expect(answer.notLookedAt).toEqual(['nobody-has-this']);
});

it('refuses an amount that is none as the safety check does, with the reason', async () => {
  const wrong = { ...asked, product: product({ dosage: '140' }) };
  const refused = await refusalOf(studio.client.safety.check(wrong));
  expect(refused).toMatchObject({ code: expect.any(String), facts: expect.anything() });
  expect(await refusalOf(studio.client.physics.evolve(wrong))).toEqual(refused);
  expect(await refusalOf(studio.client.safety.stability(wrong))).toEqual(refused);
});
