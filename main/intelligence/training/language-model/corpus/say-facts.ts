/** @file Facts of a material as a perfumer says them, in both languages. */
import type { Material } from '#perfumery/material/material.ts';
import type { CorpusSources, Language } from './sources.ts';

const families: Readonly<Record<Language, Readonly<Record<Material['family'], string>>>> = {
  en: {
    citrus: 'citrus',
    aldehydic: 'aldehydic',
    green: 'green',
    aquatic: 'aquatic',
    aromatic: 'aromatic',
    spicy: 'spicy',
    fruity: 'fruity',
    floral: 'floral',
    gourmand: 'gourmand',
    woody: 'woody',
    mossy: 'mossy',
    amber: 'amber',
    leather: 'leather',
    animalic: 'animalic',
    musk: 'musk',
    solvent: 'solvent',
  },
  ko: {
    citrus: '시트러스',
    aldehydic: '알데하이드',
    green: '그린',
    aquatic: '아쿠아틱',
    aromatic: '아로마틱',
    spicy: '스파이시',
    fruity: '프루티',
    floral: '플로럴',
    gourmand: '구르망',
    woody: '우디',
    mossy: '모시',
    amber: '앰버',
    leather: '레더',
    animalic: '애니멀릭',
    musk: '머스크',
    solvent: '용매',
  },
};
const kinds: Readonly<Record<Language, Readonly<Record<Material['kind'], string>>>> = {
  en: { synthetic: 'A synthetic', natural: 'A natural', base: 'A base', solvent: 'A solvent' },
  ko: { synthetic: '합성 원료', natural: '천연 원료', base: '베이스', solvent: '용매' },
};
const roles: Readonly<Record<Language, Readonly<Record<Material['role'], string>>>> = {
  en: { top: 'top', heart: 'heart', base: 'base', none: '' },
  ko: { top: '톱', heart: '하트', base: '베이스', none: '' },
};

export const familyIn = (language: Language, family: Material['family']): string => families[language][family];
export const kindIn = (language: Language, kind: Material['kind']): string => kinds[language][kind];
export const roleIn = (language: Language, role: Material['role']): string => roles[language][role];

/** `10 hours`, `5일`: days from two days on. */
export function lastingIn(language: Language, hours: number): string {
  const isDays = hours >= 48;
  const count = Math.round(isDays ? hours / 24 : hours);
  if (language === 'ko') return `${count}${isDays ? '일' : '시간'}`;
  return `${count} ${isDays ? 'day' : 'hour'}${count === 1 ? '' : 's'}`;
}

/** `rose, green and fresh`; `장미, 그린, 상쾌한`. */
export function listIn(language: Language, words: readonly string[]): string {
  if (language === 'ko' || words.length < 2) return words.join(', ');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The first three odour words of a material. */
export function smellIn(language: Language, { descriptors }: Material, sources: CorpusSources): string {
  const words = descriptors.slice(0, 3).map((id) => sources.descriptors.get(id)?.[language] ?? id);
  return listIn(language, words);
}

/** `an aquatic`, `a floral`. */
export const withArticle = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
