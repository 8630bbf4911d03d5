/** @file Sentences that ask for something: Korean, English, or both mixed, with what people say around it. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import type { Concept, KoreanForm } from '#perfumery/search/concept.ts';
import type { Wanted } from '../world/wanted.ts';
import type { World, WorldMaterial } from '../world/world.ts';
import { asNoun, beforeNoun, between, denied, particle } from './korean.ts';
import { type Part, waysOf } from './part.ts';

export type Language = 'ko' | 'en' | 'mixed';
/** Which forms of a concept may be said: all, all but the last in each list, or only that. */
export type Forms = 'all' | 'seen' | 'unseen';

export interface Saying {
  readonly language: Language;
  readonly part: Part;
  readonly forms: Forms;
}

/** A sentence that asks for everything in `wanted`. */
export function ask(world: World, wanted: readonly Wanted[], saying: Saying, random: SeededRandom): string {
  const mixed = saying.language === 'mixed';
  const frame = mixed ? (random.isLikely(0.6) ? 'ko' : 'en') : saying.language;
  return frame === 'ko' ? askInKorean(world, wanted, saying, random) : askInEnglish(world, wanted, saying, random);
}

/** One form of a concept. Mixed speech takes English words into Korean and the other way round. */
export function koreanFormOf({ forms }: Concept, { language, forms: which }: Saying, random: SeededRandom): KoreanForm {
  const korean = [...allowed(forms.ko, which), ...allowed(forms.loan, which)];
  const foreign = language === 'mixed' && random.isLikely(0.5);
  const list = foreign || korean.length === 0 ? allowed(forms.en, which) : korean;
  // the usual words come first and are said more often
  return list[Math.min(random.below(list.length), random.below(list.length + 2))] as KoreanForm;
}

export function englishFormOf({ forms }: Concept, { language, forms: which }: Saying, random: SeededRandom): string {
  if (language === 'mixed' && random.isLikely(0.3) && forms.loan.length + forms.ko.length > 0) {
    return beforeNoun(random.pick([...forms.ko, ...forms.loan]), random);
  }
  const list = allowed(forms.en, which);
  return list[Math.min(random.below(list.length), random.below(list.length + 2))] as string;
}

function allowed<Form>(forms: readonly Form[], which: Forms): readonly Form[] {
  if (which === 'all' || forms.length < 3) return forms;
  return which === 'seen' ? forms.slice(0, -1) : forms.slice(-1);
}

export function nameOf({ name, aliases }: WorldMaterial, language: 'ko' | 'en', random: SeededRandom): string {
  const own = aliases[language];
  return own.length > 0 && random.isLikely(0.4) ? random.pick(own) : name[language];
}

function askInKorean(world: World, wanted: readonly Wanted[], saying: Saying, random: SeededRandom): string {
  const { part } = saying;
  const [yes, no] = [wanted.filter(({ isDenied }) => !isDenied), wanted.filter(({ isDenied }) => isDenied)];
  const formOf = (one: Wanted): KoreanForm =>
    'concept' in one
      ? koreanFormOf(world.concepts[one.concept] as Concept, saying, random)
      : nameOf(world.materials[one.material] as WorldMaterial, 'ko', random);
  const said = random.shuffled(yes).map((one, at, all) => {
    const form = formOf(one);
    const concept = 'concept' in one ? (world.concepts[one.concept] as Concept) : undefined;
    if (random.isLikely(0.12)) return typeof form === 'string' ? form : beforeNoun(form, random);
    const around = concept && random.isLikely(0.5) ? circumstance(concept, form, random, part) : undefined;
    return around ?? (at < all.length - 1 ? between(form, random, part) : beforeNoun(form, random));
  });
  const not = no.map((one) => denied(formOf(one), random, part));
  const pieces = random.isLikely(0.6) ? [...not, ...said] : [...said, ...not];
  return frameKorean(pieces.join(' '), random, part);
}

const heads = [
  '향수',
  '향',
  '원료',
  '향기',
  '냄새',
  '노트',
  '레시피',
  '느낌',
  '어코드',
  '조합',
  '제품',
  '것',
  '재료',
  '시안',
  '향료',
];
const lead = [
  '',
  '',
  '',
  '요즘',
  '혹시',
  '뭔가',
  '좀',
  '아주',
  '살짝',
  '이번엔',
  '고객이 찾는',
  '저는',
  '약간',
  '진짜',
  '제일',
  '그냥',
  '전체적으로',
  '전반적으로',
  '되게',
  '정말',
];
const tail = [
  '',
  '',
  '',
  '추천',
  '추천해줘',
  '찾아줘',
  '뭐 있을까',
  '있나요',
  '보여줘',
  '알려줘',
  '찾는 중',
  '없을까',
  '좋아요',
  '골라줘',
  '어떤 게 있지',
  '목록',
  '부탁해',
  '궁금해',
  '쓰고 싶어',
  '만들고 싶다',
  '이면 좋겠다',
];

function frameKorean(core: string, random: SeededRandom, part: Part): string {
  if (random.isLikely(0.15)) return core;
  const head = random.isLikely(0.8) ? random.pick(waysOf(heads, part)) : '';
  return [random.pick(waysOf(lead, part)), core, head, random.pick(waysOf(tail, part))].filter(Boolean).join(' ');
}

/** Places, times and people take more than an ending: 봄에 어울리는, 엄마를 위한, 바다가 떠오르는. */
function circumstance({ category }: Concept, form: KoreanForm, random: SeededRandom, part: Part): string | undefined {
  const noun = asNoun(form, random);
  const object = noun + particle(noun, '을', '를');
  const subject = noun + particle(noun, '이', '가');
  switch (category) {
    case 'season':
    case 'time':
    case 'weather':
    case 'occasion':
      return random.pick(
        waysOf(
          [
            `${noun}에 어울리는`,
            `${noun}에 뿌리기 좋은`,
            `${noun}에 쓸`,
            `${noun}용`,
            `${subject} 떠오르는`,
            `${noun} 때 쓰는`,
            `${noun} 느낌의`,
            `${noun}의`,
            `${noun}에 맞는`,
          ],
          part,
        ),
      );
    case 'place':
      return random.pick(
        waysOf(
          [
            `${subject} 떠오르는`,
            `${noun} 같은`,
            `${noun}에서 나는`,
            `${noun} 냄새 나는`,
            `${noun}에 온 듯한`,
            `${noun} 분위기의`,
            `${object} 닮은`,
            `${noun} 느낌`,
            `${object} 걷는 듯한`,
          ],
          part,
        ),
      );
    case 'person':
    case 'gender':
      return random.pick(
        waysOf(
          [
            `${noun}에게 어울리는`,
            `${object} 위한`,
            `${noun}용`,
            `${subject} 쓸`,
            `${noun} 선물로 좋은`,
            `${noun}한테 맞는`,
          ],
          part,
        ),
      );
    case 'note':
    case 'descriptor':
    case 'family':
    case 'style':
      return random.pick(
        waysOf(
          [
            `${noun} 향이 나는`,
            `${noun} 냄새 나는`,
            `${noun} 향의`,
            `${noun} 같은`,
            `${subject} 들어간`,
            `${noun} 느낌 나는`,
            `${noun} 위주의`,
            `${noun} 계열`,
            `${subject} 느껴지는`,
          ],
          part,
        ),
      );
    default:
      return undefined;
  }
}

function askInEnglish(world: World, wanted: readonly Wanted[], saying: Saying, random: SeededRandom): string {
  const { part } = saying;
  const wordOf = (one: Wanted) =>
    'concept' in one
      ? englishFormOf(world.concepts[one.concept] as Concept, saying, random)
      : nameOf(world.materials[one.material] as WorldMaterial, 'en', random);
  const yes = random.shuffled(wanted.filter(({ isDenied }) => !isDenied)).map((one) => {
    const word = wordOf(one);
    const concept = 'concept' in one ? (world.concepts[one.concept] as Concept) : undefined;
    return concept && random.isLikely(0.3) ? aroundEnglish(concept, word, random, part) : word;
  });
  const no = wanted
    .filter(({ isDenied }) => isDenied)
    .map((one) => {
      const word = wordOf(one);
      return random.pick(
        waysOf(
          [
            `without ${word}`,
            `not ${word}`,
            `no ${word}`,
            `not too ${word}`,
            `that is not ${word}`,
            `but not ${word}`,
            `${word}-free`,
            `without any ${word}`,
            `isn't ${word}`,
            `except ${word}`,
            `minus the ${word}`,
            `free of ${word}`,
          ],
          part,
        ),
      );
    });
  const joined = yes.join(random.pick([' ', ' ', ' and ', ', ', ' with ', ' & ']));
  const head = random.isLikely(0.75) ? random.pick(waysOf(englishHeads, part)) : '';
  const before = random.pick(waysOf(englishLead, part));
  const isAfter = no.every((one) => !/-free$/.test(one)) || random.isLikely(0.5);
  const core = isAfter ? [joined, head, ...no] : [...no, joined, head];
  return [before, ...core, random.pick(waysOf(englishTail, part))].filter(Boolean).join(' ');
}

const englishHeads = [
  'perfume',
  'scent',
  'fragrance',
  'note',
  'material',
  'smell',
  'accord',
  'ingredient',
  'base',
  'recipe',
  'blend',
  'vibe',
  'thing',
  'aroma',
  'raw material',
];
const englishLead = [
  '',
  '',
  '',
  'something',
  'a',
  'looking for a',
  'find me',
  'which',
  'an',
  'i want a',
  'show',
  'need some',
  'slightly',
  'very',
  'really',
  'give me',
  'any',
  'a bit',
];
const englishTail = ['', '', '', '', 'please', 'ideas', 'for my client', 'you would recommend', 'list', 'suggestions'];

function aroundEnglish({ category }: Concept, word: string, random: SeededRandom, part: Part): string {
  switch (category) {
    case 'season':
    case 'time':
    case 'weather':
    case 'occasion':
    case 'person':
    case 'gender':
      return random.pick(
        waysOf(
          [
            `for ${word}`,
            `suited to ${word}`,
            `${word} wear`,
            `good for ${word}`,
            `perfect for ${word}`,
            `to wear in ${word}`,
          ],
          part,
        ),
      );
    case 'place':
      return random.pick(
        waysOf(
          [
            `like ${word}`,
            `that smells like ${word}`,
            `reminiscent of ${word}`,
            `evoking ${word}`,
            `of a ${word}`,
            `that recalls ${word}`,
          ],
          part,
        ),
      );
    default:
      return random.pick(
        waysOf(
          [
            `that smells of ${word}`,
            `with ${word}`,
            `${word}-like`,
            `smelling of ${word}`,
            `with a ${word} character`,
            `with a hint of ${word}`,
          ],
          part,
        ),
      );
  }
}
