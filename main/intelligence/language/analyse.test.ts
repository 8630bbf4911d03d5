import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';

const same = (...texts: string[]) => {
  const [first, ...others] = texts.map((text) => analyse(text).join(' '));
  for (const other of others) expect(other).toBe(first);
  expect(first).not.toBe('');
};
const words =
  '상큼한 베르가모트 봄향수 로맨틱하고 비 온 뒤 흙내음 나는 원료 너무 달지 않은 바닐라 가벼운 무거워서 하얀 꽃향기 냄새 long-lasting roses C-12 78-70-6 1,250원 α-ionone 0.5% 10ml 푸른 향기로운 fougère 정향 유향 오렌지 바나나향은 cis-3-hexenol ㅂㄹ 알데히드'.split(
    ' ',
  );
const sentence = fc
  .array(
    fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 }), fc.string({ unit: 'grapheme', maxLength: 5 })),
    { maxLength: 8 },
  )
  .map((each) => each.join(' '));

describe('the terms of a text', () => {
  it('are the same in every form of a Korean word', () => {
    same('상큼한', '상큼하고', '상큼해서', '상큼했던', '상큼함이', '상큼하게', '상큼');
    same('가벼운', '가볍고', '가벼워서', '가벼움을', '가볍지만');
    same('사랑스러운', '사랑스럽고', '사랑스러워', '사랑스러움');
    same('향기로운', '향기롭고', '향기로움');
    same('관능적인', '관능적이고', '관능적');
    same('하얀', '하얗고', '하얘서');
    same('단', '달지', '달고', '달아서', '달았던', '다니');
    same('봄에', '봄', '봄의', '봄부터');
    same('베르가못은', '베르가못을', '베르가못에서', '베르가못처럼', '베르가못');
  });

  it('do not depend on spacing before 향 and its like, nor on the spelling of foreign words', () => {
    same('봄향수', '봄 향수');
    same('꽃향기가', '꽃 향기');
    same('흙냄새', '흙 냄새');
    same('베르가모트 오일', '버가못 오일', '베르가못오일'.replace('오일', ' 오일'));
    same('자스민', '재스민', '쟈스민');
    same('알데하이드', '알데히드');
    expect(analyse('유향 정향 침향')).toEqual(['유향', '정향', '침향']);
  });

  it('keep numbers, units, CAS numbers and codes', () => {
    expect(analyse('Linalool 78-70-6, 0.5% in 10ml')).toEqual(['linalool', '78-70-6', '0.5', '%', '10', 'ml']);
    expect(analyse('알데하이드 C-12 1,250원')).toEqual(['알데하이드', 'c12', '1250', '원']);
    expect(analyse('2,6-Nonadienal')).toEqual(['2,6', 'nonadienal']);
  });

  it('lose English plurals, endings, hyphens, accents and empty words', () => {
    expect(analyse('The long-lasting roses of a Fougère, blotted leaves')).toEqual([
      'long',
      'last',
      'rose',
      'fougere',
      'blot',
      'leaf',
    ]);
    same('berries', 'berry');
    same('α-ionone', 'alpha ionone');
  });

  it('are the same for NFC and NFD', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(analyse(text.normalize('NFD'))).toEqual(analyse(text.normalize('NFC')));
      }),
    );
  });

  it('are their own terms', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const terms = analyse(text);
        expect(analyse(terms.join(' '))).toEqual(terms);
      }),
      { numRuns: 500 },
    );
  });
});
