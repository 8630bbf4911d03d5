/** @file Korean words in a sentence: with endings and particles, before a noun, denied. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import { sayingEndings } from '#intelligence/language/korean-endings.ts';
import { conjugate, type Ending } from '#intelligence/language/korean-predicate.ts';
import type { KoreanForm } from '#perfumery/search/concept.ts';
import { type Part, waysOf } from './part.ts';

/** Before `향`: 상큼한, 장미, 관능적인, 설레는. */
export function beforeNoun(form: KoreanForm, random: SeededRandom): string {
  if (typeof form !== 'string') {
    if (form.class === '있') return `${form.stem}는`;
    if (form.class === '규칙' && random.isLikely(0.3)) return conjugate(form, { shape: 'plain', text: '는' });
    return conjugate(form, random.pick(sayingEndings.beforeNoun));
  }
  if (form.endsWith('적')) return random.isLikely(0.8) ? `${form}인` : form;
  if (isSaidBefore(form)) return form;
  return random.isLikely(0.25) ? `${form}${random.pick(['의', ' 같은', ' 느낌의', '스러운', ' 느낌 나는'])}` : form;
}

/** In the middle of an enumeration: 상큼하고, 장미와, 관능적이면서. */
export function between(form: KoreanForm, random: SeededRandom, part: Part): string {
  if (typeof form !== 'string') return conjugate(form, random.pick(waysOf<Ending>(connecting, part)));
  if (form.endsWith('적')) return form + random.pick(waysOf(['이고', '이면서', '이며', '이면서도'], part));
  if (isSaidBefore(form)) return form;
  return form + random.pick(waysOf([with_(form), '', '하고', '이랑', ' 그리고', '에', ' 향과', ','], part));
}

/** As the subject or object of what follows: 장미가, 상큼함이. */
export function asNoun(form: KoreanForm, random: SeededRandom): string {
  if (typeof form !== 'string') return conjugate(form, sayingEndings.asNoun[0]);
  if (form.endsWith('적')) return `${form}인 느낌`;
  if (isSaidBefore(form)) return `${form} 느낌`;
  return random.isLikely(0.2) ? `${form} ${random.pick(['향', '느낌', '노트', '냄새'])}` : form;
}

/** At the end of a sentence: 상큼하다, 장미 향이 난다. */
export function closing(form: KoreanForm, random: SeededRandom, part: Part): string {
  if (typeof form !== 'string') return conjugate(form, random.pick(waysOf<Ending>(ending, part)));
  const noun = asNoun(form, random);
  return (
    noun + random.pick(waysOf([' 향이 난다', '가 느껴짐', ' 향이 강함', ' 쪽', '이 도드라짐', ' 향이 남음'], part))
  );
}

/** What is not wanted, before a noun or an adverb: 달지 않은, 머스크 없이. */
export function denied(form: KoreanForm, random: SeededRandom, part: Part): string {
  const ways = typeof form === 'string' ? deniedNoun(form) : deniedPredicate(form);
  return random.pick(waysOf(ways, part));
}

function deniedNoun(form: string): readonly string[] {
  const noun = form.endsWith('적') ? `${form}이지` : isSaidBefore(form) ? `${form} 느낌` : form;
  if (noun.endsWith('지')) return [`${noun} 않은`, `${noun} 않고`, `너무 ${noun} 않은`];
  const subject = `${noun}${particle(noun, '이', '가')}`;
  return [
    `${noun} 없는`,
    `${noun} 없이`,
    `${noun} 향 없는`,
    `${noun} 빼고`,
    `${noun} 말고`,
    `${subject} 아닌`,
    `${noun} 향이 안 나는`,
    `${subject} 안 들어간`,
    `${noun} 제외하고`,
    `${noun} 뺀`,
    `${noun}${particle(noun, '은', '는')} 싫고`,
    `${noun} 냄새 없는`,
  ];
}

function deniedPredicate(form: Exclude<KoreanForm, string>): readonly string[] {
  const stem = conjugate(form, { shape: 'plain', text: '지' });
  const adnominal = conjugate(form, { shape: 'eu', text: 'ㄴ' });
  return [
    `${stem} 않은`,
    `너무 ${stem} 않은`,
    `${stem} 않고`,
    `안 ${adnominal}`,
    `그렇게 ${stem} 않은`,
    `${stem}도 않고`,
    `덜 ${adnominal}`,
    `${stem}는 않은`,
    `${stem} 않으면서`,
  ];
}

/** `이` or `가`, `은` or `는`, by the last syllable. */
export function particle(word: string, closed: string, open: string): string {
  const code = word.charCodeAt(word.length - 1) - 0xac00;
  return code >= 0 && code < 11_172 && code % 28 !== 0 ? closed : open;
}

/** Whether the form already stands before a noun: 설레는, 마성의, 가슴 떨리는. */
export function isSaidBefore(form: string): boolean {
  return /(는|의|한|던|운|은|인|진|난|된|린|른|찬|쓴)$/.test(form) && (form.includes(' ') || form.length > 2);
}

function with_(word: string): string {
  return particle(word, '과', '와');
}

const connecting: readonly Ending[] = sayingEndings.between;
const ending: readonly Ending[] = sayingEndings.closing;
