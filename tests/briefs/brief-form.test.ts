import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefVocabulary } from '#intelligence/composing/brief-form.ts';
import { closeJson } from '#intelligence/composing/close-json.ts';
import { parseBriefForm } from '#intelligence/composing/parse-brief-form.ts';
import { lexicon } from '#tests/language/reading-context.ts';

const text = '여름 바디 미스트. 자몽은 좋지만 바닐라는 빼 주세요. 8시간 이상, kg당 8만원 이하. 레퍼런스: 탐다오';
const vocabulary = briefVocabulary(lexicon, ['hedione']);
const form = {
  families: [],
  wanted: [{ words: '자몽', is: 'grapefruit' }],
  unwanted: [{ words: '바닐라는 빼', is: 'vanilla' }],
  moods: [],
  scenes: [],
  seasons: [{ words: '여름', is: 'summer' }],
  genders: [],
  intensity: null,
  longevity: { words: '8시간 이상', hours: 8 },
  product: { words: '바디 미스트', is: 'body-mist' },
  price: { words: 'kg당 8만원', perKilogram: 80_000, currency: 'KRW' },
  references: ['탐다오'],
};
const read = (said: object) => parseBriefForm(JSON.stringify({ ...form, ...said }), text, vocabulary);

describe('the form a model fills in', () => {
  it('becomes a reading whose every point stands in the brief', () => {
    const { reading, leftOut, isWhole } = read({});
    expect(leftOut).toEqual([]);
    expect(isWhole).toBe(true);
    const words = ({ span }: { span: { from: number; to: number } }) => text.slice(span.from, span.to);
    expect(reading.notesWanted.map((one) => [one.value, words(one)])).toEqual([[{ concept: 'grapefruit' }, '자몽']]);
    expect(reading.notesUnwanted.map((one) => [one.value, words(one)])).toEqual([
      [{ concept: 'vanilla' }, '바닐라는 빼'],
    ]);
    expect(reading.longevity?.value).toEqual({ hours: 8 });
    expect(reading.product?.value).toEqual({ type: 'body-mist', category: '2' });
    expect(reading.priceCeiling?.value).toEqual({ perKilogram: '80000', currency: 'KRW' });
    expect(reading.references.map(words)).toEqual(['탐다오']);
    expect(reading).not.toHaveProperty('intensity');
  });

  it('leaves out words that are not in the brief, meanings that are no words, and numbers its words do not say', () => {
    const { reading, leftOut } = read({
      wanted: [
        { words: '장미', is: 'rose' },
        { words: '자몽', is: 'no-such-note' },
        { words: '자몽', is: 'material hedione' },
      ],
      longevity: { words: '8시간 이상', hours: 12 },
      price: { words: 'kg당 8만원', perKilogram: 8000, currency: 'KRW' },
      intensity: { words: '아주 진하게', is: 'intense' },
      references: ['상탈 33'],
    });
    expect(reading.notesWanted.map(({ value }) => value)).toEqual([{ material: 'hedione' }]);
    expect(reading).not.toHaveProperty('longevity');
    expect(reading).not.toHaveProperty('priceCeiling');
    expect(reading.references).toEqual([]);
    expect(leftOut.map(({ field, why }) => `${field} ${why}`).sort()).toEqual([
      'intensity not-in-brief',
      'longevity not-its-number',
      'price not-its-number',
      'references not-in-brief',
      'wanted not-a-word',
      'wanted not-in-brief',
    ]);
  });

  it('is read as far as it was written, wherever it breaks off', () => {
    const whole = JSON.stringify(form);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (at) => {
        const { reading, isWhole, leftOut } = parseBriefForm(whole.slice(0, at), text, vocabulary);
        expect(isWhole).toBe(false);
        expect(leftOut).toEqual([]);
        const before = whole.slice(0, at);
        expect(reading.notesWanted).toHaveLength(before.includes('"grapefruit"}') ? 1 : 0);
        expect(reading.seasons).toHaveLength(before.includes('"summer"}') ? 1 : 0);
      }),
      { numRuns: 60 },
    );
    expect(closeJson('').value).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(() => parseBriefForm(any, text, vocabulary)).not.toThrow();
      }),
    );
  });
});
