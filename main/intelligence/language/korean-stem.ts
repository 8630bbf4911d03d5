/**
 * @file One Korean word without its particles and endings, by rules and without a dictionary.
 *
 * Nouns lose particles (베르가못은 is 베르가못). Predicates in 하다, 롭다, 스럽다 and the rest of class ㅂ come to one stem in all
 * their forms (상큼하고, 상큼해서, 상큼함: 상큼; 가벼운: 가볍). What rules cannot tell, short stems above all (단 may be 달다), is
 * conjugated once from a list. A stem is its own stem, and two syllables are left of a word, but of short nouns that are known.
 */
import { type PredicateClass, predicateClasses } from '#perfumery/search/concept.ts';
import { endings, particles } from './korean-endings.ts';
import { lastSyllable, tailAt, withLast } from './korean-letters.ts';
import { conjugate } from './korean-predicate.ts';

const shortPredicates: Readonly<Partial<Record<PredicateClass, string>>> = {
  하: '진하 강하 약하 연하 순하 독하 탁하 과하 선하 귀하 야하 급하',
  ㅂ: '맵 덥 춥 곱 쉽 밉 눕 굽',
  ㅎ: '하얗 파랗 노랗 빨갛 까맣 뿌옇 뽀얗 말갛 동그랗',
  르: '푸르르 다르 흐르 이르 빠르 무르 고르',
  러: '푸르',
  ㅡ: '쓰 크 나쁘 예쁘 기쁘 슬프',
  ㄹ: '달 길 멀 둥글 힘들 떫 까칠',
  ㄷ: '싣',
  ㅅ: '짓',
  있: '맛있 멋있 있 없 재미있 맛없',
  규칙: '짜 차 싸 비싸 세 쎄 좋 싫 짙 옅 깊 얕 얇 두껍 검 붉 밝 맑 묽 넓 좁 높 낮 많 적 작 짧 길 늦 희 흐리 시리 여리 어리 느리 질리 끌리 빛나 설레 오래가 튀 찌르 쏘 퍼지 남 맞 같 젖 낡 싱그럽',
};

/** Surface to dictionary form, for what the rules cannot tell. */
const listed = new Map<string, string>();
for (const kind of predicateClasses) {
  for (const stem of (shortPredicates[kind] ?? '').split(' ').filter((each) => each !== '')) {
    for (const ending of endings) {
      const surface = conjugate({ stem, class: kind }, ending);
      if (surface.length > 1 || 'ㄴㅁ'.includes(ending.text))
        if (!listed.has(surface)) listed.set(surface, `${stem}다`);
    }
    listed.set(`${stem}다`, `${stem}다`);
  }
}
const shortSurfaces = new Set('단 쓴 짠 찬 센 큰 싼 긴 흰'.split(' '));
// One syllable is as often a noun: 진 is gin, 간 is a liver, 말 a horse.
for (const surface of listed.keys()) if (surface.length === 1 && !shortSurfaces.has(surface)) listed.delete(surface);

const kept = new Set(
  '바나나 일랑일랑 무화과 알로에 오렌지 프리지아 파인애플 모히토 인디고 강아지 마리골드 카모마일 코코아 아가로 로즈마리 하와이 참나무이끼 이끼 고사리 소나기 살구 모과 산사과 풋사과 청사과 나르시스 유카리 라벤더 하모니 패랭이 파우더리 메로나 아이 어린이 종이 오이 냉이 쑥갓이 잎사귀 사람 여름 구름 이름 가을 겨울 마을 노을 이슬 물방울 은방울 거울 서울 하늘 그늘 비늘 마늘 바늘'.split(
    ' ',
  ),
);

const ha =
  '하지않은 하지않고 하지않게 하지않는 하면서도 하면서 하였던 하였다 하려고 하겠다 합니다 하지만 하지도 하지는 하도록 하거나 하다가 하는데 하네요 하네 하더라 하니까 하잖아 하구나 하고도 하기도 하기에 하길 하여 하며 하면 하니 하고 하게 하다 하는 하던 하지 하진 하기 해지는 해진 해보이는 했었던 했지만 했는데 했으면 했던 했다 했고 했음 했어 해서 해요 해도 해야 해져 한데도 한데 한가 한지 한듯 한거 한게 할수록 할까 할때 함을 함이 함의 함과 함은 함도 함에 함 한 할 해';
const suffixes = new Map<string, string>(ha.split(' ').map((ending) => [ending, '']));
for (const [stem, kept] of [
  ['스럽', '스럽'],
  ['롭', '롭'],
  ['적이', ''],
] as const) {
  for (const ending of endings) {
    const surface = conjugate({ stem, class: stem === '적이' ? '규칙' : 'ㅂ' }, ending);
    if (surface.length > 1) suffixes.set(surface, kept);
  }
}
for (const ending of ['적', '적인', '적으로', '적으로는', '적일']) suffixes.set(ending, '');
for (const ending of ['스런', '스레']) suffixes.set(ending, '스럽');
// Of one syllable, only those that names hardly end in: 바닐라 is no 바닐 with 라.
const shortParticles = new Set('은 는 이 가 을 를 의 에 와 과 로 도 만 나 랑 들'.split(' '));
for (const ending of particles) {
  if (!suffixes.has(ending) && (ending.length > 1 || shortParticles.has(ending))) suffixes.set(ending, '');
}
const longest = Math.max(...[...suffixes.keys()].map(({ length }) => length));
const plainEndings =
  '지만은 지만 지는 지도 지않은 지않고 지 고도 고 게 던 다 네요 네 거나 기도 기 도록 습니다 는데 는'.split(' ');
const tails = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const plainTails = new Set([...'ㅂㅎㅍㅌㄺㅄㅆㄶㄼㅀ'].map((tail) => tails.indexOf(tail)));
const openEndings = '워서 워요 워도 웠던 웠다 우면서 우면 우며 우니 운데 운지 움을 움이 움 운 울 워'.split(' ');

/** Nouns of one syllable, and the particles that are surely particles after them. */
const shortNouns = new Set(
  '봄 밤 숲 꽃 비 눈 꿀 차 흙 풀 물 살 술 쌀 돌 강 산 섬 달 별 낮 땅 잎 배 감 쑥 먹 절 껌 빵 돈 향 씨 초 침'.split(' '),
);
const afterShort = new Set('은 는 을 를 의 에 에는 에도 에서 엔 으로 로 처럼 과 와 도 부터 까지 이나 이랑'.split(' '));

/** The stem of one Korean word in NFC. */
export function koreanStem(word: string): string {
  let stem = word;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const next = withoutOneEnding(stem);
    if (next === stem) return stem;
    stem = next;
  }
  return stem;
}

function withoutOneEnding(word: string): string {
  if (kept.has(word)) return word;
  const known = listed.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 && shortNouns.has(word.charAt(0)) && afterShort.has(word.slice(1))) return word.charAt(0);
  if (word.length < 3) return word;
  return withoutSuffix(word, 2) ?? plainEnding(word) ?? openEnding(word) ?? withoutSuffix(word, 1) ?? word;
}

/** The longest particle or ending of at least `shortest` syllables taken off. */
function withoutSuffix(word: string, shortest: number): string | undefined {
  for (let length = Math.min(longest, word.length - 1); length >= shortest; length -= 1) {
    const stem = suffixes.get(word.slice(-length));
    if (stem === undefined) continue;
    const left = word.slice(0, -length);
    if (left.length >= 2 || (left.length === 1 && stem !== '')) return left + stem;
  }
  return undefined;
}

/** 가볍고, 붉지, 있는: an ending straight after a consonant that closes predicates and hardly ever nouns. */
function plainEnding(word: string): string | undefined {
  for (const ending of plainEndings) {
    if (!word.endsWith(ending)) continue;
    const left = word.slice(0, -ending.length);
    const tail = lastSyllable(left)?.tail;
    if (left.length >= 2 && tail !== undefined && plainTails.has(tail)) return left;
  }
  return undefined;
}

/** 가벼운, 무거워서: class ㅂ before a vowel, back to 가볍, 무겁. */
function openEnding(word: string): string | undefined {
  for (const ending of openEndings) {
    if (!word.endsWith(ending)) continue;
    const left = word.slice(0, -ending.length);
    if (left.length >= 2 && lastSyllable(left)?.tail === tailAt.none) return withLast(left, { tail: tailAt.b });
  }
  return undefined;
}
