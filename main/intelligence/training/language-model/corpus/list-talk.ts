/** @file Talk that asks for materials by what they smell of, by family and place, and for what goes with an idea. */
import { families, type Material, roles } from '#perfumery/material/material.ts';
import { asked, type Talk } from './conversation.ts';
import { materialsKnown } from './material-talk.ts';
import { familyIn, listIn, roleIn, withArticle } from './say-facts.ts';
import type { Concept, CorpusSources, Language } from './sources.ts';
import { wellKnown } from './well-known.ts';

type Ways = Readonly<Record<Language, readonly ((subject: string) => string)[]>>;

const smelling: Ways = {
  en: [
    (word) => `Which materials have ${withArticle(word)} note?`,
    (word) => `Name some materials with ${withArticle(word)} note.`,
    (word) => `I need ${withArticle(word)} note.`,
    (word) => `What smells ${word}?`,
  ],
  ko: [
    (word) => `${word} 느낌의 원료는?`,
    (word) => `${word} 향이 나는 원료를 알려 주세요.`,
    (word) => `${word} 느낌을 내려면 무엇을 쓰나요?`,
    (word) => `${word} 원료 추천해 줘.`,
  ],
};
const ofFamily: Ways = {
  en: [
    (what) => `Name three ${what} notes.`,
    (what) => `Which ${what} notes are there?`,
    (what) => `Give me some ${what} notes.`,
  ],
  ko: [
    (what) => `${what} 노트 세 가지를 알려 주세요.`,
    (what) => `${what} 노트에는 무엇이 있나요?`,
    (what) => `${what} 노트 추천해 줘.`,
  ],
};
const fitting: Ways = {
  en: [
    (idea) => `Which notes suit “${idea}”?`,
    (idea) => `I want a perfume that says “${idea}”. Which notes?`,
    (idea) => `What goes with “${idea}”?`,
  ],
  ko: [
    (idea) => `‘${idea}’에 어울리는 노트는?`,
    (idea) => `‘${idea}’ 느낌의 향수를 만들고 싶어요. 어떤 노트가 좋을까요?`,
    (idea) => `‘${idea}’ 하면 어떤 향인가요?`,
  ],
};

/** Talks that answer with a list. */
export function listTalks(sources: CorpusSources): Readonly<Record<string, Talk>> {
  return { smelling: smellingTalk(sources), family: familyTalk(sources), idea: ideaTalk(sources) };
}

/** Always the same three, so that there is something to learn. */
function smellingTalk(sources: CorpusSources): Talk {
  const { descriptors } = sources;
  const { known: materials } = wellKnown(sources, materialsKnown);
  const strongest = (id: string) => (material: Material) => material.descriptors.indexOf(id) + 1 || 99;
  const having = [...descriptors.keys()].flatMap((id) => {
    const rank = strongest(id);
    const found = materials.filter((material) => rank(material) < 99).toSorted((a, b) => rank(a) - rank(b));
    return found.length >= 2 ? [{ id, found: found.slice(0, 3) }] : [];
  });
  return (language, random) => {
    const { id, found } = random.pick(having);
    const names = found.map(({ name }) => name[language]);
    const word = descriptors.get(id)?.[language] ?? id;
    const list = listIn(language, names);
    return {
      ...asked(smelling[language], word, random),
      answer: language === 'en' ? `${list}.` : `${list}입니다.`,
      about: id,
    };
  };
}

function familyTalk(sources: CorpusSources): Talk {
  const { known: materials } = wellKnown(sources, materialsKnown);
  const groups = families.flatMap((family) =>
    roles.flatMap((role) => {
      const found = materials.filter((material) => material.family === family && material.role === role);
      return role !== 'none' && found.length >= 3 ? [{ family, role, found: found.slice(0, 4) }] : [];
    }),
  );
  return (language, random) => {
    const { family, role, found } = random.pick(groups);
    const names = random
      .shuffled(found)
      .slice(0, 3)
      .map(({ name }) => name[language]);
    const what = `${familyIn(language, family)} ${roleIn(language, role)}`;
    return {
      ...asked(ofFamily[language], what, random),
      answer: language === 'en' ? `${listIn('en', names)}.` : `${listIn('ko', names)}입니다.`,
      about: `${family}-${role}`,
    };
  };
}

/** Notes and odour words speak for themselves. */
const ideas = new Set([
  'mood',
  'season',
  'place',
  'weather',
  'occasion',
  'time',
  'style',
  'person',
  'gender',
  'colour',
]);

function ideaTalk({ concepts }: CorpusSources): Talk {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const word = (concept: Concept, language: Language) => concept.words[language][0] ?? concept.id;
  const leading = concepts
    .filter(({ category }) => ideas.has(category))
    .flatMap((concept) => {
      const notes = concept.implies.flatMap((id) => byId.get(id) ?? []).slice(0, 3);
      return notes.length >= 2 ? [{ concept, notes }] : [];
    });
  return (language, random) => {
    const { concept, notes } = random.pick(leading);
    const said = random.pick(concept.words[language].slice(0, 2));
    const list = listIn(
      language,
      notes.map((note) => word(note, language)),
    );
    return {
      ...asked(fitting[language], said, random),
      answer: language === 'en' ? `Think of ${list}.` : `${list} 느낌을 떠올려 보세요.`,
      about: concept.id,
    };
  };
}
