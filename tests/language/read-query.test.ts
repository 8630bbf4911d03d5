import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptsIn, readQuery } from '#intelligence/language/read-query.ts';
import { context, lexicon } from './reading-context.ts';
import { sayReading } from './say-reading.ts';
import { englishSentences, koreanSentences } from './sentences.ts';

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('  =>  '));
const read = (text: string) => readQuery(text, lexicon, context);

describe('a sentence of the search box', () => {
  it('is one of at least 200', () => {
    expect(rows(koreanSentences).length + rows(englishSentences).length).toBeGreaterThanOrEqual(200);
  });

  it.each(rows(koreanSentences))('%s', (sentence = '', reading = '') => {
    expect(sayReading(read(sentence))).toBe(reading);
  });

  it.each(rows(englishSentences))('%s', (sentence = '', reading = '') => {
    expect(sayReading(read(sentence))).toBe(reading);
  });

  it('is read alike in NFC and NFD, and whatever its spaces at the ends', () => {
    for (const [sentence = ''] of rows(koreanSentences)) {
      expect(sayReading(read(`  ${sentence.normalize('NFD')} `))).toBe(sayReading(read(sentence)));
    }
  });

  it('gives every chip its words, an id of its own, and the same again', () => {
    for (const [sentence = ''] of [...rows(koreanSentences), ...rows(englishSentences)]) {
      const { text, chips, exact } = read(sentence);
      expect(new Set(chips.map(({ id }) => id)).size).toBe(chips.length);
      for (const { span } of [...chips, ...exact]) {
        expect(text.slice(span.from, span.to).trim()).not.toBe('');
        expect(span.to).toBeLessThanOrEqual(text.length);
      }
      expect(read(sentence)).toEqual(read(sentence));
    }
  });

  it('keeps for the encoder what is neither filtered nor unwanted', () => {
    expect(read('1만원 이하 상큼한 시트러스, 머스크 없이').wanted).toBe('상큼한 시트러스,');
    expect(read('a green note that is not galbanum').wanted).toBe('a green note that is');
  });

  it('says what it took a slip of the finger for', () => {
    expect(read('qpfmrkaht').chips.map(({ corrected }) => corrected)).toEqual(['베르가못']);
    expect(read('로멘틱한').chips.map(({ corrected }) => corrected)).toEqual(['로맨틱하다']);
    expect(read('sandlewood').chips.map(({ corrected }) => corrected)).toEqual(['sandalwood']);
    expect(read('베르가못').chips.map(({ corrected }) => corrected)).toEqual([undefined]);
  });

  it('makes no filter of a price in a currency without a rate', () => {
    expect(sayReading(read('under £20 citrus'))).toBe('+cheap +citrus');
  });

  it('tells a document of its concepts, but not of what it is not', () => {
    expect([...conceptsIn('달지 않은 장미와 살짝 스모키한 가죽', lexicon)]).toEqual([
      ['rose', 1],
      ['smoky', 0.5],
      ['leather', 1],
    ]);
  });
});

describe('any text at all', () => {
  const words = [...rows(koreanSentences), ...rows(englishSentences)].flatMap(([sentence = '']) => sentence.split(' '));
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.string({ maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '\ud83c',
      '\u0000',
      'ㅋㅋㅋ',
      '1,2,3',
      '₩',
      '만만',
      '//',
      'İ',
      'ﬃ',
      '가'.repeat(40),
      '<script>',
      '없이',
      'not',
      '-',
      '1e9',
    ),
  );
  const anything = fc.array(piece, { maxLength: 14 }).map((each) => each.join(' '));

  it('is read without a complaint, and spans stay inside it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const reading = read(text);
        for (const { span } of [...reading.chips, ...reading.exact]) {
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeGreaterThan(span.from);
          expect(span.to).toBeLessThanOrEqual(reading.text.length);
        }
        for (const { weight } of reading.concepts) expect(weight > 0 && weight <= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('may be a pasted page, however it is made', () => {
    const page = '무더운 patchuli 로멘틱한 베르가몯 1만원 이하, 12,345,678 foo bar not 머스크와 '.repeat(200);
    for (const text of [
      page,
      '1,'.repeat(5000),
      '만'.repeat(10_000),
      '가'.repeat(10_000),
      'a'.repeat(10_000),
      '머스크와 '.repeat(2500),
      'not '.repeat(2500),
    ]) {
      expect(read(text).text.length).toBeLessThanOrEqual(20_000);
    }
  });
});
