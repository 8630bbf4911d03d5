/** @file Briefs as clients write them, with the same as a structured reading: JSON that names only what was said. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import type { Talk } from './conversation.ts';
import { withParticle } from './korean-particles.ts';
import type { Concept, CorpusSources, Language } from './sources.ts';

/** Fields of a reading, the categories of the lexicon behind each, and how many it takes at most. */
const fields = [
  { field: 'families', categories: ['family'], most: 2, share: 0.6 },
  { field: 'notes', categories: ['note', 'descriptor'], most: 3, share: 0.7 },
  { field: 'moods', categories: ['mood'], most: 2, share: 0.7 },
  { field: 'seasons', categories: ['season'], most: 1, share: 0.4 },
  { field: 'genders', categories: ['gender'], most: 1, share: 0.4 },
  { field: 'products', categories: ['product'], most: 1, share: 0.4 },
  { field: 'unwanted', categories: ['note', 'descriptor'], most: 1, share: 0.35 },
] as const;
type Field = (typeof fields)[number]['field'];

const requests: Readonly<Record<Language, readonly ((brief: string) => string)[]>> = {
  en: [
    (brief) => `Read this brief as JSON: ${brief}`,
    (brief) => `Brief: ${brief}\nJSON:`,
    (brief) => `Turn the brief into JSON. ${brief}`,
  ],
  ko: [
    (brief) => `이 브리프를 JSON으로 읽어 주세요: ${brief}`,
    (brief) => `브리프: ${brief}\nJSON:`,
    (brief) => `브리프를 JSON으로 바꿔 줘. ${brief}`,
  ],
};

/** A brief and its reading. */
export function briefTalk({ concepts }: CorpusSources): Talk {
  return (language, random) => {
    const chosen = chosenFrom(concepts, random);
    const words = (field: Field) => (chosen.get(field) ?? []).map((concept) => wordOf(concept, language, random));
    const brief = sentencesOf(language, words, random).join(' ');
    if (!brief) return undefined;
    const reading = Object.fromEntries([...chosen].map(([field, found]) => [field, found.map(({ id }) => id)]));
    const phrasing = random.below(requests[language].length);
    return {
      question: requests[language][phrasing]!(brief),
      answer: JSON.stringify(reading),
      about: JSON.stringify(reading),
      phrasing,
    };
  };
}

/** Nothing is wanted and unwanted at once. */
function chosenFrom(concepts: readonly Concept[], random: SeededRandom): Map<Field, readonly Concept[]> {
  const taken = new Set<string>();
  const chosen = new Map<Field, readonly Concept[]>();
  for (const { field, categories, most, share } of fields) {
    if (!random.isLikely(share)) continue;
    const isOne = ({ id, category }: Concept) => id !== 'solvent' && categories.some((each) => each === category);
    const free = concepts.filter((concept) => isOne(concept) && !taken.has(concept.id));
    if (free.length === 0) continue;
    const found = random.shuffled(free).slice(0, 1 + random.below(most));
    for (const { id } of found) taken.add(id);
    chosen.set(field, found);
  }
  return chosen;
}

function wordOf(concept: Concept, language: Language, random: SeededRandom): string {
  return random.pick(concept.words[language].slice(0, 2));
}

/** One sentence for each field that was said, in any order. */
function sentencesOf(language: Language, words: (field: Field) => readonly string[], random: SeededRandom): string[] {
  const say = sayings[language];
  return random.shuffled(fields).flatMap(({ field }) => {
    const said = words(field);
    return said.length > 0 ? [random.pick(say[field])(said)] : [];
  });
}

type Saying = (words: readonly string[]) => string;
const and = (words: readonly string[]) => words.join(' and ');
const comma = (words: readonly string[]) => words.join(', ');

const sayings: Readonly<Record<Language, Readonly<Record<Field, readonly Saying[]>>>> = {
  en: {
    families: [(w) => `It should be ${and(w)}.`, (w) => `Something ${and(w)}.`, (w) => `Direction: ${comma(w)}.`],
    notes: [(w) => `With ${and(w)}.`, (w) => `I would like to smell ${and(w)}.`, (w) => `Notes: ${comma(w)}.`],
    moods: [(w) => `The mood is ${and(w)}.`, (w) => `It feels ${and(w)}.`, (w) => `Make it ${and(w)}.`],
    seasons: [(w) => `For ${and(w)}.`, (w) => `It is meant for ${and(w)}.`],
    genders: [(w) => `The customer: ${and(w)}.`, (w) => `Target: ${and(w)}.`],
    products: [(w) => `We need it as ${and(w)}.`, (w) => `Product: ${and(w)}.`],
    unwanted: [(w) => `No ${and(w)}, please.`, (w) => `Without ${and(w)}.`, (w) => `I do not like ${and(w)}.`],
  },
  ko: {
    families: [(w) => `${comma(w)} 계열로 부탁합니다.`, (w) => `${comma(w)} 방향이면 좋겠어요.`],
    notes: [
      (w) => `${withParticle(comma(w), '이가')} 느껴지면 좋겠습니다.`,
      (w) => `노트는 ${comma(w)}.`,
      (w) => `${withParticle(comma(w), '을를')} 넣어 주세요.`,
    ],
    moods: [(w) => `분위기는 ${comma(w)}.`, (w) => `${comma(w)} 느낌으로 해 주세요.`],
    seasons: [(w) => `${comma(w)}에 쓸 향입니다.`, (w) => `계절은 ${comma(w)}.`],
    genders: [(w) => `대상은 ${comma(w)}.`, (w) => `${comma(w)} 향으로 생각하고 있어요.`],
    products: [(w) => `제품은 ${comma(w)}.`, (w) => `${withParticle(comma(w), '으로로')} 만들 예정입니다.`],
    unwanted: [
      (w) => `${withParticle(comma(w), '은는')} 빼 주세요.`,
      (w) => `${withParticle(comma(w), '은는')} 싫어요.`,
      (w) => `${comma(w)} 없이.`,
    ],
  },
};
