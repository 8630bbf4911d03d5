import { describe, expect, it } from 'vitest';
import { countText, numberText, sizeText } from './size-text.ts';

describe('sizes', () => {
  it('have the unit that leaves few digits', () => {
    expect(sizeText(4_683_074_048, 'en')).toBe('4.68\u00a0GB');
    expect(sizeText(812_000_000, 'en')).toBe('810\u00a0MB');
    expect(sizeText(0, 'en')).toBe('0\u00a0B');
  });

  it('of models are counted as each language counts', () => {
    expect(countText(7_615_616_512, 'en')).toBe('7.62B');
    expect(countText(7_615_616_512, 'ko')).toBe('76.2억');
    expect(numberText(48.72, 'ko')).toBe('48.7');
  });
});
