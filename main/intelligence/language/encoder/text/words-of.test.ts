import { describe, expect, it } from 'vitest';
import { wordsOf } from './words-of.ts';

/** Denied words with a minus before them. */
const read = (text: string) =>
  wordsOf(text)
    .map(({ text: word, isDenied }) => (isDenied ? `-${word}` : word))
    .join(' ');

describe('the words of a sentence', () => {
  it.each([
    ['상큼하고 로맨틱한 봄 향수', '상큼하고 로맨틱한 봄 향수'],
    ['너무 달지 않은 바닐라', '너무 -달지 바닐라'],
    ['머스크 없이 깨끗한 향', '-머스크 깨끗한 향'],
    ['장미나 자스민 말고 다른 꽃', '-장미나 -자스민 다른 꽃'],
    ['달지도 무겁지도 않은 우디', '-달지도 -무겁지도 우디'],
    ['바닐라 향이 안 나는 앰버', '-바닐라 -향이 앰버'],
    ['달지않은 머스크없는 향', '-달지 -머스크 향'],
    ['안 단 과일향', '-단 과일향'],
    ['덜 파우더리한 아이리스', '-파우더리한 아이리스'],
    ['끝없는 바다', '끝없는 바다'],
  ])('of %s are %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['a green note that is not galbanum', 'a green note that is -galbanum'],
    ['not too sweet vanilla', 'too -sweet vanilla'],
    ['fresh floral without white musk or patchouli', 'fresh floral -white -musk or -patchouli'],
    ['galbanum-free green', '-galbanum green'],
    ['no citrus, just woods', '-citrus just woods'],
    ['Isn’t heavy but long lasting', '-heavy but long lasting'],
    ['free of musk', '-musk'],
  ])('of %s are %s', (text, expected) => expect(read(text)).toBe(expected));

  it('are the same in NFD, in capitals and with accents', () => {
    expect(wordsOf('상큼한 Vétiver'.normalize('NFD'))).toEqual(wordsOf('상큼한 VETIVER'));
  });
});
