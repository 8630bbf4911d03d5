import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBrief } from '#intelligence/language/read-brief.ts';
import { context, lexicon } from '#tests/language/reading-context.ts';
import { englishBriefs } from './english-briefs.ts';
import { koreanBriefs } from './korean-briefs.ts';
import { type BriefField, briefFields, scoreBriefs } from './score-briefs.ts';

const read = (text: string) => readBrief(text, lexicon, context);

/** A little below what was reached: the reader and the briefs have one author, so other briefs will score lower. */
const gates: Readonly<Record<BriefField | 'all', number>> = {
  families: 0.9,
  notesWanted: 0.93,
  notesUnwanted: 0.9,
  moods: 0.9,
  scenes: 0.88,
  seasons: 0.95,
  genders: 0.95,
  intensity: 0.85,
  longevity: 0.85,
  product: 0.93,
  priceCeiling: 0.95,
  references: 0.9,
  all: 0.94,
};

describe('the reader of briefs without a model', () => {
  it.each([
    ['Korean', koreanBriefs],
    ['English', englishBriefs],
  ])('tells what thirty %s briefs say, field by field', (_, briefs) => {
    expect(briefs).toHaveLength(30);
    const scores = scoreBriefs(
      briefs,
      briefs.map(({ text }) => read(text)),
    );
    const low = [...briefFields, 'all' as const].filter(
      (field) => Math.min(scores[field].precision, scores[field].recall) < gates[field],
    );
    expect(low.map((field) => ({ field, ...scores[field] }))).toEqual([]);
  });

  it('gives every point its words', () => {
    const { text, notesUnwanted, priceCeiling, references, product } = read(
      'Dear Olive,\nA candle like “Feu de Bois”. Smoke and leather, but no vanilla. Under €40 per kg.\nBest,\nRose',
    );
    const words = (told: { span: { from: number; to: number } } | undefined) =>
      told && text.slice(told.span.from, told.span.to);
    expect(notesUnwanted.map(words)).toEqual(['no vanilla']);
    expect(words(priceCeiling)).toBe('under €40 per kg'.replace('u', 'U'));
    expect(references.map(words)).toEqual(['Feu de Bois']);
    expect(words(product)).toBe('candle');
  });

  it('passes over greetings, heads of e-mails and signatures, whatever flowers are in them', () => {
    const { notesWanted, families } = read(
      '보낸 사람: 백합 <rose@example.com>\n안녕하세요, 장미님.\n레몬 향을 원합니다.\n\n감사합니다.\n라일락 드림\n재스민코스메틱',
    );
    expect(notesWanted.map(({ value }) => value)).toEqual([{ concept: 'lemon' }]);
    expect(families).toEqual([]);
    const onOneLine = read('안녕하세요. 레몬 향에 바닐라는 빼 주세요.\n장미는 좋습니다.');
    expect(onOneLine.notesUnwanted.map(({ value }) => value)).toEqual([{ concept: 'vanilla' }]);
  });

  it('leaves unsaid what is not said, and never fails', () => {
    expect(read('')).toEqual({
      text: '',
      families: [],
      notesWanted: [],
      notesUnwanted: [],
      moods: [],
      scenes: [],
      seasons: [],
      genders: [],
      references: [],
    });
    const words = [...koreanBriefs, ...englishBriefs].flatMap(({ text }) => text.split(/(?<=\s)/));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 }),
        (each) => {
          const reading = read(each.join(''));
          for (const { span } of [
            ...reading.notesWanted,
            ...reading.notesUnwanted,
            ...reading.moods,
            ...reading.references,
          ]) {
            expect(span.to).toBeGreaterThan(span.from);
            expect(span.to).toBeLessThanOrEqual(reading.text.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
