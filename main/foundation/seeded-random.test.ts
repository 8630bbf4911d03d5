import { describe, expect, it } from 'vitest';
import { SeededRandom } from './seeded-random.ts';

const draws = (random: SeededRandom, count: number) => Array.from({ length: count }, () => random.next());

describe('seeded random numbers', () => {
  it('come again from the same seed, and others from another', () => {
    expect(draws(new SeededRandom(5), 20)).toEqual(draws(new SeededRandom(5), 20));
    expect(draws(new SeededRandom(5), 20)).not.toEqual(draws(new SeededRandom(6), 20));
    expect(draws(new SeededRandom(2 ** 40), 3)).not.toEqual(draws(new SeededRandom(0), 3));
  });

  it('go on from a state put by', () => {
    const random = new SeededRandom(1);
    draws(random, 7);
    const { state } = random;
    const next = draws(random, 5);
    expect(draws(new SeededRandom(JSON.parse(JSON.stringify(state))), 5)).toEqual(next);
  });

  it('are spread evenly, and normally where asked', () => {
    const random = new SeededRandom(2);
    const numbers = draws(random, 20_000);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, x) => sum + x) / 20_000).toBeCloseTo(0.5, 1);
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    expect(normal.reduce((sum, x) => sum + x) / 20_000).toBeCloseTo(0, 1);
    expect(normal.reduce((sum, x) => sum + x * x, 0) / 20_000).toBeCloseTo(1, 1);
  });

  it('put a list in another order without losing anything', () => {
    const list = Array.from({ length: 30 }, (_, at) => at);
    const shuffled = new SeededRandom(3).shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  });
});
