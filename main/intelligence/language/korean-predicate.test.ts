import { describe, expect, it } from 'vitest';
import type { KoreanPredicate } from '#perfumery/search/concept.ts';
import { conjugate, shapesOf } from './korean-predicate.ts';

const say = (predicate: KoreanPredicate) => ({
  modest: conjugate(predicate, { shape: 'plain', text: '지' }),
  before: conjugate(predicate, { shape: 'eu', text: 'ㄴ' }),
  noun: conjugate(predicate, { shape: 'eu', text: 'ㅁ' }),
  why: conjugate(predicate, { shape: 'eo', text: '서' }),
  past: conjugate(predicate, { shape: 'eo', text: 'ㅆ던' }),
});

describe('Korean predicates', () => {
  it.each([
    [{ stem: '상큼하', class: '하' }, '상큼하지 상큼한 상큼함 상큼해서 상큼했던'],
    [{ stem: '가볍', class: 'ㅂ' }, '가볍지 가벼운 가벼움 가벼워서 가벼웠던'],
    [{ stem: '향기롭', class: 'ㅂ' }, '향기롭지 향기로운 향기로움 향기로워서 향기로웠던'],
    [{ stem: '하얗', class: 'ㅎ' }, '하얗지 하얀 하얌 하얘서 하얬던'],
    [{ stem: '파랗', class: 'ㅎ' }, '파랗지 파란 파람 파래서 파랬던'],
    [{ stem: '다르', class: '르' }, '다르지 다른 다름 달라서 달랐던'],
    [{ stem: '흐르', class: '르' }, '흐르지 흐른 흐름 흘러서 흘렀던'],
    [{ stem: '푸르', class: '러' }, '푸르지 푸른 푸름 푸르러서 푸르렀던'],
    [{ stem: '쓰', class: 'ㅡ' }, '쓰지 쓴 씀 써서 썼던'],
    [{ stem: '나쁘', class: 'ㅡ' }, '나쁘지 나쁜 나쁨 나빠서 나빴던'],
    [{ stem: '달', class: 'ㄹ' }, '달지 단 닮 달아서 달았던'],
    [{ stem: '짙', class: '규칙' }, '짙지 짙은 짙음 짙어서 짙었던'],
    [{ stem: '시리', class: '규칙' }, '시리지 시린 시림 시려서 시렸던'],
    [{ stem: '세', class: '규칙' }, '세지 센 셈 세서 셌던'],
    [{ stem: '맛있', class: '있' }, '맛있지 맛있은 맛있음 맛있어서 맛있었던'],
  ] satisfies [KoreanPredicate, string][])('%o takes its endings', (predicate, said) => {
    expect(Object.values(say(predicate)).join(' ')).toBe(said);
  });

  it('may be written in two ways', () => {
    expect(shapesOf({ stem: '상큼하', class: '하' }).eo).toEqual(['상큼해', '상큼하여']);
    expect(shapesOf({ stem: '어리', class: '규칙' }).eo).toEqual(['어려', '어리어']);
  });
});
