import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import { evolve } from '#perfumery/odour/evolution.ts';
import { radarAt } from '#perfumery/odour/radar.ts';
import { surfaceNames } from '#perfumery/volatility/surface.ts';
import { formulaOf, line, lineId, product } from '#tests/fixtures/bench.ts';
import { accords, materials, pressures, recipes, substances, thresholds } from './examples.ts';

const cologne = formulaOf(
  line('d-limonene', '300'),
  line('linalool', '150'),
  line('hedione-methyl-dihydrojasmonate', '250'),
  line('vanillin', '50', { dilution: '20', solvent: 'dipropylene-glycol-dpg' }),
  line('galaxolide', '250'),
);
const settings = {
  product: product({ dosage: '15' }),
  accords: new Map(),
  materials,
  thresholds,
  pressures,
  substances,
};
const onBlotter = evolve(cologne, { ...settings, surface: 'blotter' });
const of = (id: string, evolution = onBlotter) => {
  const found = evolution.materials.find(({ materialId }) => materialId === id);
  if (!found) expect.fail(`${id} is not in the evolution`);
  return found;
};
const at = (hour: number) => onBlotter.times.findIndex((time) => time >= hour);

describe('the evolution of a perfume', () => {
  it('sees ethanol off in minutes, limonene within hours, and keeps the musk for days', () => {
    expect(of('ethanol').left[at(0.5)]).toBeLessThan(0.01);
    expect(of('d-limonene').left[at(6)]).toBeLessThan(0.01);
    expect(of('galaxolide').left.at(-1)).toBeGreaterThan(0.8);
    expect(of('linalool').left[at(0.5)]).toBeGreaterThan(of('d-limonene').left[at(0.5)] ?? 1);
  });

  it('goes from the top to the base by itself', () => {
    const order = ['d-limonene', 'linalool', 'hedione-methyl-dihydrojasmonate', 'galaxolide'];
    const halves = order.map(
      (id) => onBlotter.times[of(id).left.findIndex((left) => left < 0.5)] ?? Number.POSITIVE_INFINITY,
    );
    expect(halves).toEqual(halves.toSorted((a, b) => a - b));
    expect(order.map((id) => of(id).predictedRole)).toEqual(['top', 'top', 'base', 'base']);
    expect(of('hedione-methyl-dihydrojasmonate').role).toBe('heart');
  });

  it('is quicker on warm skin', () => {
    const onSkin = evolve(cologne, { ...settings, surface: 'skin' });
    expect(of('linalool', onSkin).left[at(1)]).toBeLessThan(of('linalool').left[at(1)] ?? 0);
  });

  it('never names a solvent as the note that leads, and always one that is smelled', () => {
    for (const [index, id] of onBlotter.dominant.entries()) {
      if (id === undefined) continue;
      expect(of(id).isSolvent).toBe(false);
      const most = Math.max(...onBlotter.materials.map((one) => (one.isSolvent ? 0 : (one.odourValue?.[index] ?? 0))));
      expect(of(id).odourValue?.[index]).toBe(most);
    }
    expect(onBlotter.dominant[0]).toBeDefined();
  });

  it('does not move by a bit when lines change places or one is split in two', () => {
    const moved = evolve({ lines: cologne.lines.toReversed() }, { ...settings, surface: 'blotter' });
    const [first, ...others] = cologne.lines;
    if (!first) expect.fail('there is a first line');
    const half = { ...first, parts: '150' as typeof first.parts };
    const split = evolve(
      { lines: [half, ...others, { ...half, id: lineId('rest') }] },
      { ...settings, surface: 'blotter' },
    );
    for (const evolution of [moved, split]) {
      expect(evolution.families).toEqual(onBlotter.families);
      expect(evolution.dominant).toEqual(onBlotter.dominant);
      expect(evolution.filmLeft).toEqual(onBlotter.filmLeft);
    }
    expect(of('d-limonene', split).lineIds).toHaveLength(2);
  });

  it('says which inputs are estimated, and draws nothing it does not know', () => {
    expect(of('d-limonene').inputs.vapourPressure).toBe('known');
    expect(of('vanillin').inputs.activity).toBe('unifac');
    const strange = evolve(formulaOf(line('nobody-knows', '1'), line('bergamot-oil-expressed', '1')), {
      ...settings,
      surface: 'skin',
    });
    expect(of('nobody-knows', strange).intensity).toBeUndefined();
    expect(of('nobody-knows', strange).left.at(-1)).toBe(1);
    expect(of('bergamot-oil-expressed', strange)).toMatchObject({
      composition: 'opened',
      threshold: { from: 'constituents' },
      inputs: { vapourPressure: 'estimated', molecularWeight: 'estimated', odourThreshold: 'estimated' },
    });
    const said = new Map(strange.assumptions.map(({ key, materialIds }) => [key, materialIds]));
    expect(said.get('pressure-unknown')).toEqual(['nobody-knows']);
    expect(said.get('natural-opened')).toEqual(['bergamot-oil-expressed']);
    expect(said.has('temperature')).toBe(true);
    for (const { text } of strange.assumptions) expect(Math.min(text.en.length, text.ko.length)).toBeGreaterThan(10);
  });

  it('smells only by thresholds of their own when there is no model', () => {
    const { thresholds: _, ...without } = settings;
    const evolution = evolve(cologne, { ...without, surface: 'blotter' });
    for (const { materialId, intensity } of evolution.materials) {
      expect(intensity !== undefined).toBe(materials(materialId as MaterialId)?.odourThreshold !== undefined);
    }
  });

  it('dries a natural by what is in it: bergamot loses its limonene first, labdanum keeps its resin', () => {
    const naturals = formulaOf(line('bergamot-oil-expressed', '1'), line('labdanum-absolute', '1'));
    const evolution = evolve(naturals, { ...settings, surface: 'blotter' });
    const { substances: _, ...without } = settings;
    const asOne = evolve(naturals, { ...without, surface: 'blotter' });
    const left = (id: string, hour: number, one = evolution) => of(id, one).left[at(hour)] ?? Number.NaN;
    expect(left('labdanum-absolute', 24)).toBeGreaterThan(0.9);
    expect(left('labdanum-absolute', 24, asOne)).toBe(0);
    expect(left('bergamot-oil-expressed', 0.1)).toBeLessThan(left('bergamot-oil-expressed', 0.1, asOne));
    expect(left('bergamot-oil-expressed', 4)).toBeGreaterThan(left('bergamot-oil-expressed', 4, asOne));
    expect(of('labdanum-absolute', evolution).predictedRole).toBe('base');
    expect(asOne.assumptions.map(({ key }) => key)).toContain('natural-as-one');
  });

  it('gives a constituent to each material it comes in, by how much of it comes in each', () => {
    const alone = evolve(formulaOf(line('linalool', '1')), { ...settings, surface: 'blotter' });
    const both = evolve(formulaOf(line('linalool', '1'), line('ho-wood-oil', '1')), {
      ...settings,
      surface: 'blotter',
    });
    // Rosewood's like is nearly all linalool: together they dry as one film of it.
    expect(of('ho-wood-oil', both).left[at(4)]).toBeCloseTo(of('linalool', both).left[at(4)] ?? Number.NaN, 1);
    expect(of('linalool', both).concentration?.[0]).toBeLessThan(of('linalool', alone).concentration?.[0] ?? 0);
  });

  it('follows what has no vapour pressure of its own by an estimate that is named', () => {
    const { vapourPressure: _, ...bare } = materials('linalool' as MaterialId) ?? expect.fail('linalool ships');
    const evolution = evolve(formulaOf(line('linalool', '1')), {
      ...settings,
      materials: (id) => (id === bare.id ? bare : materials(id)),
      surface: 'blotter',
    });
    expect(of('linalool', evolution)).toMatchObject({
      pressure: { from: 'boiling-point' },
      inputs: { vapourPressure: 'estimated' },
    });
    expect(of('linalool', evolution).left[at(24)]).toBeLessThan(0.05);
    expect(evolution.assumptions.find(({ key }) => key === 'pressure-from-boiling-point')?.materialIds).toEqual([
      'linalool',
    ]);
  });

  it('can be followed for every shipped recipe, on every surface, ideal or not', () => {
    for (const { product: of, formula } of recipes) {
      for (const surface of surfaceNames) {
        for (const activity of ['ideal', 'unifac'] as const) {
          const evolution = evolve(formula, { ...settings, product: of, accords, surface, activity });
          expect(evolution.times).toHaveLength(98);
          expect(evolution.times[0]).toBe(0);
          expect(evolution.times.at(-1)).toBeCloseTo(48, 9);
          for (const { materialId, left, intensity = [] } of evolution.materials) {
            const isFalling = left.every((share, index) => share >= 0 && share <= (left[index - 1] ?? 1));
            expect([materialId, isFalling, intensity.every(Number.isFinite)]).toEqual([materialId, true, true]);
          }
          expect(evolution.families.length).toBeGreaterThan(3);
        }
      }
    }
  });

  it('is nothing for a formula of nothing', () => {
    const empty = evolve(formulaOf(), { ...settings, surface: 'blotter' });
    expect(empty.materials).toEqual([]);
    expect(empty.dominant.every((id) => id === undefined)).toBe(true);
  });
});

const palette = [
  'd-limonene',
  'linalool',
  'vanillin',
  'galaxolide',
  'bergamot-oil-expressed',
  'rose-oil-rosa-damascena',
  'oakmoss-absolute',
  'prunol',
  'dipropylene-glycol-dpg',
  'nobody-has-this',
];
const arbitraryLines = fc.array(
  fc.record({
    id: fc.constantFrom(...palette),
    parts: fc.integer({ min: 1, max: 100_000 }).map((thousandths) => (thousandths / 1000).toFixed(3)),
    dilution: fc.constantFrom('100', '10', '1.5'),
  }),
  { minLength: 1, maxLength: 8 },
);
const lined = (lines: readonly { readonly id: string; readonly parts: string; readonly dilution: string }[]) =>
  formulaOf(
    ...lines.map(({ id, parts, dilution }, place) => ({
      ...line(id, parts, { dilution, solvent: 'ethanol' }),
      id: lineId(`${id} ${place}`),
    })),
  );

describe.each(['blotter', 'skin', 'room'] as const)('whatever dries on %s', (surface) => {
  const follow = (lines: Parameters<typeof lined>[0]) => evolve(lined(lines), { ...settings, surface });

  it('never has less than nothing or more than before, and comes to the sum of its materials', () => {
    fc.assert(
      fc.property(arbitraryLines, (lines) => {
        const { materials: all, filmLeft, times } = follow(lines);
        const named = all.reduce((sum, { share }) => sum + share, 0);
        for (const time of times.keys()) {
          const sum = all.reduce((total, { share, left }) => total + (share / named) * (left[time] ?? Number.NaN), 0);
          expect(Math.abs(sum - (filmLeft[time] ?? Number.NaN))).toBeLessThan(1e-9);
          for (const { left } of [...all, { left: filmLeft }]) {
            expect(left[time]).toBeGreaterThanOrEqual(0);
            expect(left[time]).toBeLessThanOrEqual((left[time - 1] ?? 1) + 1e-12);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is the same perfume with its lines in any order, and with any of them split in two', () => {
    fc.assert(
      fc.property(arbitraryLines, fc.nat(), (lines, which) => {
        const whole = lines[which % lines.length] as (typeof lines)[number];
        const part = (Math.round(Number(whole.parts) * 1000) * 0.37) | 0;
        const split = [part, Math.round(Number(whole.parts) * 1000) - part].flatMap((thousandths) =>
          thousandths > 0 ? [{ ...whole, parts: (thousandths / 1000).toFixed(3) }] : [],
        );
        const others = lines.filter((one) => one !== whole);
        const { assumptions, ...usual } = follow(lines);
        for (const same of [lines.toReversed(), [...others, ...split]]) {
          const { assumptions: _, ...evolution } = follow(same);
          expect(withoutLines(evolution)).toEqual(withoutLines(usual));
        }
        expect(assumptions.length).toBeGreaterThan(3);
      }),
      { numRuns: 12 },
    );
  });
});

const withoutLines = ({ materials: all, ...rest }: Omit<ReturnType<typeof evolve>, 'assumptions'>) => ({
  ...rest,
  materials: all.map(({ lineIds: _, ...one }) => one),
});

describe('the perfumery radar', () => {
  it('has one axis for each family that smells, and turns with time', () => {
    const opening = radarAt(onBlotter, 0);
    const dryDown = radarAt(onBlotter, 24);
    expect(opening.map(({ family }) => family)).toEqual(dryDown.map(({ family }) => family));
    const of = (axes: typeof opening, family: string) => axes.find((axis) => axis.family === family)?.intensity ?? 0;
    expect(of(opening, 'citrus')).toBeGreaterThan(of(dryDown, 'citrus'));
    expect(of(dryDown, 'musk')).toBeGreaterThan(of(opening, 'musk'));
    expect(of(opening, 'leather')).toBe(0);
  });

  it('lies on the curve at its times', () => {
    const hour = onBlotter.times[40] ?? 0;
    for (const { family, intensity } of onBlotter.families.filter((one) => one.family !== 'solvent')) {
      expect(radarAt(onBlotter, hour).find((axis) => axis.family === family)?.intensity).toBeCloseTo(
        intensity[40] ?? 0,
        12,
      );
    }
  });
});
