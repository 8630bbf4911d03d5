import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatOfVaporisation, vapourPressureAt } from './vapour-pressure.ts';

describe('vapour pressure', () => {
  it('is as given at 25 °C, and rises with temperature', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 20_000, noNaN: true }), (pressure) => {
        expect(vapourPressureAt(pressure, 25)).toBeCloseTo(pressure, 12);
        expect(vapourPressureAt(pressure, 32)).toBeGreaterThan(pressure);
        expect(vapourPressureAt(pressure, 20)).toBeLessThan(pressure);
      }),
    );
  });

  it('is 1.6 to 1.9 times as high on skin for materials of the heart', () => {
    for (const pressure of [1, 5, 20, 100, 200]) {
      const factor = vapourPressureAt(pressure, 32) / pressure;
      expect(factor).toBeGreaterThan(1.55);
      expect(factor).toBeLessThan(1.95);
    }
  });

  it('gives limonene the heat that was measured, 49.6 kJ/mol', () =>
    expect(Math.abs(heatOfVaporisation(200) / 1000 - 49.6)).toBeLessThan(1));

  it('is nothing for what does not evaporate', () => expect(vapourPressureAt(0, 32)).toBe(0));
});
