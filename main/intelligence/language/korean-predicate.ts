/**
 * @file Korean verbs and adjectives with their endings: 가볍 + ㄴ is 가벼운, 가볍 + 어서 is 가벼워서.
 *
 * A stem stands before endings in three shapes. Before 고, 지, 게 it is plain (가볍-). Before endings that want 으 after a
 * consonant it is the 으-shape (가벼우-). Before 아 or 어 it is the 어-shape, with that vowel already in it (가벼워-). An
 * irregular stem is one whose second and third shape do not follow from the first.
 */
import type { KoreanPredicate } from '#perfumery/search/concept.ts';
import { lastSyllable, syllable, tailAt, vowelAt, withLast } from './korean-letters.ts';

export type Shape = 'plain' | 'eu' | 'eo';

/** The shapes of a stem. There may be two ways of writing one: 하여 and 해. */
export function shapesOf({ stem, class: kind }: KoreanPredicate): Readonly<Record<Shape, readonly string[]>> {
  switch (kind) {
    case '하':
      return { plain: [stem], eu: [stem], eo: [`${stem.slice(0, -1)}해`, `${stem}여`] };
    case 'ㅂ': {
      const open = withLast(stem, { tail: tailAt.none });
      return { plain: [stem], eu: [`${open}우`], eo: [open + (isOneOf(stem, ['곱', '돕']) ? '와' : '워')] };
    }
    case 'ㅎ': {
      const open = withLast(stem, { tail: tailAt.none });
      return { plain: [stem], eu: [open], eo: [withLast(open, { vowel: colourVowel(open) })] };
    }
    case '르': {
      const before = stem.slice(0, -1);
      return {
        plain: [stem],
        eu: [stem],
        eo: [withLast(before, { tail: tailAt.l }) + (isBright(before) ? '라' : '러')],
      };
    }
    case '러':
      return { plain: [stem], eu: [stem], eo: [`${stem}러`] };
    case 'ㅡ': {
      const vowel = isBright(stem.slice(0, -1)) ? vowelAt.a : vowelAt.eo;
      return { plain: [stem], eu: [stem], eo: [withLast(stem, { vowel })] };
    }
    case 'ㄹ':
      return { plain: [stem], eu: [stem], eo: [withVowel(stem)] };
    case 'ㄷ': {
      const soft = withLast(stem, { tail: tailAt.l });
      return { plain: [stem], eu: [`${soft}으`], eo: [withVowel(soft)] };
    }
    case 'ㅅ': {
      const open = withLast(stem, { tail: tailAt.none });
      return { plain: [stem], eu: [`${open}으`], eo: [open + (isBright(open) ? '아' : '어')] };
    }
    case '있':
      return { plain: [stem], eu: [`${stem}으`], eo: [`${stem}어`] };
    case '규칙': {
      const isClosed = (lastSyllable(stem)?.tail ?? 0) !== tailAt.none;
      return {
        plain: [stem],
        eu: [isClosed ? `${stem}으` : stem],
        eo: [...new Set([contracted(stem), withVowel(stem)])],
      };
    }
  }
}

/** An ending, and the shape it is put to. A lone consonant closes the syllable before it: 은 and ㄴ are one ending, `ㄴ`. */
export interface Ending {
  readonly shape: Shape;
  readonly text: string;
}

/** The predicate with an ending, in its usual writing. */
export function conjugate(predicate: KoreanPredicate, { shape, text }: Ending): string {
  const stem = shapesOf(predicate)[shape][0] ?? predicate.stem;
  // ㄹ gives way before ㄴ, ㅂ and ㅅ: 단, 다니.
  const gives = predicate.class === 'ㄹ' && shape !== 'eo' && /^[ㄴㅂㅅㄹㅁ나-닣사-싷]/.test(text);
  if (!gives) return join(stem, text);
  return /^[ㅁ]/.test(text)
    ? withLast(stem, { tail: 10 }) + text.slice(1)
    : join(withLast(stem, { tail: tailAt.none }), text);
}

const closing: Readonly<Record<string, number>> = {
  ㄴ: tailAt.n,
  ㄹ: tailAt.l,
  ㅁ: tailAt.m,
  ㅂ: tailAt.b,
  ㅆ: tailAt.ss,
};

function join(stem: string, ending: string): string {
  const tail = closing[ending.charAt(0)];
  return tail === undefined ? stem + ending : withLast(stem, { tail }) + ending.slice(1);
}

/** 아 or 어 after it: after ㅏ, ㅗ, ㅑ the bright one. */
function withVowel(stem: string): string {
  return stem + (isBright(stem) ? '아' : '어');
}

function isBright(word: string): boolean {
  const vowel = lastSyllable(word)?.vowel;
  return vowel === vowelAt.a || vowel === vowelAt.o || vowel === vowelAt.ya;
}

/** Vowels that run together: 가 + 아 = 가, 지 + 어 = 져, 오 + 아 = 와, 두 + 어 = 둬, 되 + 어 = 돼. */
function contracted(stem: string): string {
  const end = lastSyllable(stem);
  if (!end || end.tail !== tailAt.none) return withVowel(stem);
  const into: Readonly<Record<number, number>> = {
    [vowelAt.i]: vowelAt.yeo,
    [vowelAt.o]: vowelAt.wa,
    [vowelAt.u]: vowelAt.wo,
    11: vowelAt.wae,
  };
  const isSame = [vowelAt.a, vowelAt.eo, vowelAt.ae, vowelAt.e, vowelAt.yeo].includes(end.vowel);
  const vowel = isSame ? end.vowel : into[end.vowel];
  return vowel === undefined ? withVowel(stem) : stem.slice(0, -1) + syllable({ ...end, vowel });
}

/** 하얗 + 어 = 하얘, 파랗 + 어 = 파래, 허옇 + 어 = 허예, 그렇 + 어 = 그래. */
function colourVowel(open: string): number {
  const vowel = lastSyllable(open)?.vowel;
  if (vowel === vowelAt.ya) return vowelAt.yae;
  return vowel === vowelAt.yeo ? vowelAt.ye : vowelAt.ae;
}

function isOneOf(stem: string, words: readonly string[]): boolean {
  return words.includes(stem);
}
