import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBrainHalf, fromHalf, toHalf } from './half-float.ts';
import { blockOf } from './tensor-type.ts';
import { dequantise, quantise, type ReadableType } from './weights.ts';

const finite = fc.double({ min: -60_000, max: 60_000, noNaN: true });

describe('half floats', () => {
  it('come back from every pattern of bits', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, half) => half).filter((half) => {
      const isNoNumber = (half & 0x7c00) === 0x7c00 && (half & 0x3ff) !== 0;
      return isNoNumber ? !Number.isNaN(fromHalf(half)) : toHalf(fromHalf(half)) !== half;
    });
    expect(wrong).toEqual([]);
  });
  it('are the nearest there is, as the platform rounds', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(fromHalf(toHalf(Math.fround(value)))).toBe(Math.f16round(Math.fround(value)));
      }),
    );
  });
  it('know the numbers of the standard', () => {
    expect([0x3c00, 0xc000, 0x7bff, 0x0001, 0x7c00].map(fromHalf)).toEqual([
      1,
      -2,
      65_504,
      2 ** -24,
      Number.POSITIVE_INFINITY,
    ]);
    expect(fromBrainHalf(0x3fc0)).toBe(1.5);
  });
});

describe('stored weights', () => {
  /** Largest error as a share of the largest weight of a block. */
  const errors: readonly [ReadableType, number][] = [
    ['F32', 1e-7],
    ['F16', 1e-3],
    ['BF16', 1e-2],
    ['Q8_0', 1 / 200],
    ['Q4_0', 1 / 7],
    ['Q4_K', 1 / 10],
    ['Q5_K', 1 / 20],
    ['Q6_K', 1 / 30],
  ];
  it.each(errors)('in %s come back nearly', (type, share) => {
    const { numbers } = blockOf(type);
    const count = Math.max(numbers, 32) * 2;
    const weights = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(weights, (list) => {
        const before = Float32Array.from(list);
        const after = dequantise(type, quantise(type, before), count);
        const largest = before.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const error = before.reduce((most, value, i) => Math.max(most, Math.abs(value - after[i]!)), 0);
        expect(error).toBeLessThanOrEqual(largest * share + 1e-6);
      }),
      { numRuns: 30 },
    );
  });

  it('of Q4_0 are d · (q − 8), low nibbles first', () => {
    const bytes = new Uint8Array(18).fill(0x88);
    bytes.set([0x00, 0x3c, 0xf0], 0);
    const numbers = dequantise('Q4_0', bytes, 32);
    expect([numbers[0], numbers[16], numbers[1]]).toEqual([-8, 7, 0]);
  });
  it('of Q8_0 are d · q', () => {
    const bytes = new Uint8Array(34);
    bytes.set([0x00, 0x38, 3, 0xff], 0);
    expect([...dequantise('Q8_0', bytes, 32).slice(0, 3)]).toEqual([1.5, -0.5, 0]);
  });
  it('of Q4_K and Q5_K are d · scale · q − dmin · minimum', () => {
    const four = new Uint8Array(144);
    four.set([0x00, 0x3c, 0x00, 0x3c, 2, 0, 0, 0, 5], 0);
    four[16] = 0x03;
    expect([...dequantise('Q4_K', four, 256).slice(0, 2)]).toEqual([2 * 3 - 5, -5]);
    const five = new Uint8Array(176);
    five.set([0x00, 0x3c, 0x00, 0x3c, 2, 0, 0, 0, 5], 0);
    five[16] = 1;
    five[48] = 0x03;
    expect([...dequantise('Q5_K', five, 256).slice(0, 2)]).toEqual([2 * (3 + 16) - 5, -5]);
  });
  it('of Q6_K are d · scale · (q − 32)', () => {
    const bytes = new Uint8Array(210);
    bytes[0] = 0x05;
    bytes[128] = 0b10;
    bytes[192] = 3;
    bytes.set([0x00, 0x3c], 208);
    expect([...dequantise('Q6_K', bytes, 256).slice(0, 2)]).toEqual([3 * (5 + 32 - 32), 3 * -32]);
  });
});
