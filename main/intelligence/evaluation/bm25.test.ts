import { describe, expect, it } from 'vitest';
import { createBm25 } from './bm25.ts';

describe('plain word search', () => {
  const documents = [['rose', 'sweet'], ['rose', 'rose', 'green', 'leaf'], ['musk']];
  const score = createBm25(documents);

  it('is worked out as on paper', () => {
    const mean = 7 / 3;
    const rarity = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const first = (rarity * 2.2) / (1 + 1.2 * (0.25 + (0.75 * 2) / mean));
    expect(score(['rose'])[0]).toBeCloseTo(first, 12);
    expect([...score(['rose'])].at(2)).toBe(0);
  });

  it('counts a rare word more than a common one, and a word said twice once', () => {
    const [green = 0, rose = 0] = [score(['green'])[1], score(['rose'])[0]];
    expect(green).toBeGreaterThan(rose);
    expect([...score(['rose', 'rose'])]).toEqual([...score(['rose'])]);
    expect([...score(['nothing'])]).toEqual([0, 0, 0]);
  });
});
