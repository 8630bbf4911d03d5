import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BpeTokenizer } from './bpe-tokenizer.ts';
import { trainBpe } from './train-bpe.ts';

const texts = ['장미와 장미 향, 장미 향이 난다.', 'rose and rose oil, rose absolute'];
const tokenizer = new BpeTokenizer(trainBpe({ texts, size: 270, pre: 'qwen2' }), ['<|end|>']);

describe('a learned vocabulary', () => {
  it('holds every byte first, then what was most frequent', () => {
    expect(tokenizer.tokens).toHaveLength(271);
    expect(new Set(tokenizer.tokens.slice(0, 256).map((letter) => [...letter].length))).toEqual(new Set([1]));
    expect(tokenizer.encode(' rose')).toHaveLength(1);
    expect(tokenizer.encode('장미').length).toBeLessThan(6);
  });
  it('is the same from the same texts', () => {
    expect(trainBpe({ texts, size: 290, pre: 'qwen2' })).toEqual(trainBpe({ texts, size: 290, pre: 'qwen2' }));
  });
  it('merges ties in a fixed order and never a pair seen once', () => {
    expect(trainBpe({ texts: ['ab cd'], size: 400, pre: 'gpt-2' }).merges).toEqual([]);
    expect(trainBpe({ texts: ['cd cd ab ab'], size: 400, pre: 'gpt-2' }).merges.slice(0, 2)).toEqual(['a b', 'c d']);
  });
});

describe('a tokenizer', () => {
  it('gives every text back', () => {
    const pieces = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('장미', ' 향', '🌹', '\n\n', '  ', "don't")),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
      }),
    );
  });
  it('takes control tokens for themselves only when asked to', () => {
    const end = tokenizer.idOf('<|end|>');
    expect(tokenizer.encode('rose<|end|>', { withControls: true }).at(-1)).toBe(end);
    expect(tokenizer.encode('rose<|end|>')).not.toContain(end);
    expect(tokenizer.decode([end])).toBe('');
  });
});
