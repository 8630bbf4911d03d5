import { describe, expect, it } from 'vitest';
import { diffusivity } from './diffusivity.ts';

describe('diffusivity in air', () => {
  it('comes within 10 % of what was measured (Lugg, Anal. Chem. 1968, 40, 1072: ethanol 0.1181, benzene 0.0932 cm²/s at 25 °C)', () => {
    expect(Math.abs(diffusivity({ weight: 46.069, formula: 'C2H6O' }, 25) * 1e4 - 0.1181)).toBeLessThan(0.0118);
    expect(
      Math.abs(diffusivity({ weight: 78.114, formula: 'C6H6', aromaticRings: 1 }, 25) * 1e4 - 0.0932),
    ).toBeLessThan(0.0094);
  });

  it('needs no formula, and passes over one with an element it does not know', () => {
    const known = diffusivity({ weight: 154.253, formula: 'C10H18O' }, 25);
    expect(diffusivity({ weight: 154.253 }, 25)).toBeCloseTo(known, 12);
    expect(diffusivity({ weight: 154.253, formula: 'C10H18Si' }, 25)).toBeCloseTo(known, 12);
  });

  it('is less for the heavy, and more on warm skin', () => {
    expect(diffusivity({ weight: 258 }, 25)).toBeLessThan(diffusivity({ weight: 136 }, 25));
    expect(diffusivity({ weight: 136 }, 32)).toBeGreaterThan(diffusivity({ weight: 136 }, 25));
  });
});
