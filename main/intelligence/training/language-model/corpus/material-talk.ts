/** @file Talk about one material: what it is, how long it lasts, how much of it is used, what goes with it, what replaces it. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import type { Material } from '#perfumery/material/material.ts';
import { asked, type Exchange, type Talk } from './conversation.ts';
import { withParticle } from './korean-particles.ts';
import { familyIn, kindIn, lastingIn, listIn, roleIn, smellIn } from './say-facts.ts';
import type { CorpusSources, Language } from './sources.ts';
import { wellKnown } from './well-known.ts';

type Ways = Readonly<Record<Language, readonly ((name: string) => string)[]>>;
/** A model of this size knows this many by heart. */
export const materialsKnown = 160;

type Answer = (language: Language, material: Material, sources: CorpusSources) => string | undefined;

const aboutIt: Ways = {
  en: [
    (name) => `What does ${name} smell like?`,
    (name) => `Tell me about ${name}.`,
    (name) => `Describe ${name}.`,
    (name) => `What is ${name}?`,
    (name) => `${name}?`,
    (name) => `How would you describe the smell of ${name}?`,
  ],
  ko: [
    (name) => `${withParticle(name, '은는')} 어떤 향인가요?`,
    (name) => `${name}에 대해 알려 주세요.`,
    (name) => `${name} 설명해 줘.`,
    (name) => `${withParticle(name, '은는')} 무엇인가요?`,
    (name) => `${name} 향은 어때요?`,
    (name) => `${withParticle(name, '이가')} 뭐예요?`,
  ],
};
const howLong: Ways = {
  en: [
    (name) => `How long does ${name} last?`,
    (name) => `Is ${name} a top, heart or base note?`,
    (name) => `How tenacious is ${name}?`,
    (name) => `Where does ${name} sit in the pyramid?`,
  ],
  ko: [
    (name) => `${withParticle(name, '은는')} 얼마나 오래가나요?`,
    (name) => `${withParticle(name, '은는')} 어떤 노트인가요?`,
    (name) => `${name} 지속력은요?`,
    (name) => `${withParticle(name, '은는')} 톱, 하트, 베이스 중 무엇인가요?`,
  ],
};
const howMuch: Ways = {
  en: [
    (name) => `How much ${name} should I use?`,
    (name) => `What is a typical dose of ${name}?`,
    (name) => `How strong should ${name} be in a formula?`,
    (name) => `What share of ${name} is usual?`,
  ],
  ko: [
    (name) => `${withParticle(name, '은는')} 얼마나 쓰나요?`,
    (name) => `${name}의 보통 사용량은?`,
    (name) => `${withParticle(name, '을를')} 몇 % 넣어야 하나요?`,
    (name) => `${name} 사용량 알려 주세요.`,
  ],
};
const insteadOf: Ways = {
  en: [
    (name) => `What can replace ${name}?`,
    (name) => `Is there a substitute for ${name}?`,
    (name) => `What can I use instead of ${name}?`,
    (name) => `I have no ${name}. What else?`,
  ],
  ko: [
    (name) => `${withParticle(name, '을를')} 무엇으로 대신하나요?`,
    (name) => `${name} 대체 원료가 있나요?`,
    (name) => `${name} 대신 쓸 수 있는 것은?`,
    (name) => `${withParticle(name, '이가')} 없으면 무엇을 쓰나요?`,
  ],
};
const besideIt: Ways = {
  en: [
    (name) => `What goes well with ${name}?`,
    (name) => `What should I pair with ${name}?`,
    (name) => `Which materials are often used beside ${name}?`,
    (name) => `${name} goes with what?`,
  ],
  ko: [
    (name) => `${withParticle(name, '과와')} 무엇이 어울리나요?`,
    (name) => `${name} 옆에 무엇을 두면 좋을까요?`,
    (name) => `${withParticle(name, '과와')} 자주 쓰는 원료는?`,
    (name) => `${name}에 어울리는 원료를 알려 주세요.`,
  ],
};
const insideIt: Ways = {
  en: [
    (name) => `What is in ${name}?`,
    (name) => `What is ${name} made of?`,
    (name) => `Main constituents of ${name}?`,
  ],
  ko: [
    (name) => `${name}에는 무엇이 들어 있나요?`,
    (name) => `${name}의 주성분은?`,
    (name) => `${withParticle(name, '은는')} 무엇으로 이루어져 있나요?`,
  ],
};

/** Answers leave the name out: what was asked about is clear, and a small model does not have to copy it. */
const describe: Answer = (language, material, sources) => {
  if (material.kind === 'solvent')
    return language === 'en'
      ? 'A solvent: it dilutes and carries other materials.'
      : '용매입니다. 다른 원료를 희석하고 실어 나릅니다.';
  const family = familyIn(language, material.family);
  const kind = kindIn(language, material.kind);
  const smell = smellIn(language, material, sources);
  const place = saysPlace(language, material, sources);
  return language === 'en'
    ? `${kind} of the ${family} family with ${smell} notes. ${place ?? ''}`.trim()
    : `${family} 계열의 ${kind}입니다. ${smell} 느낌이 납니다. ${place ?? ''}`.trim();
};

const saysPlace: Answer = (language, { role, blotterLife }) => {
  if (role === 'none' || !blotterLife) return undefined;
  const note = roleIn(language, role);
  const lasting = lastingIn(language, blotterLife.value);
  return language === 'en'
    ? `A ${note} note that lasts about ${lasting} on a blotter.`
    : `${note} 노트이고 블로터에서 약 ${lasting} 갑니다.`;
};

const saysAmount: Answer = (language, { typicalUse, maximumUse }) => {
  if (!typicalUse || !maximumUse) return undefined;
  return language === 'en'
    ? `Usually ${typicalUse.value} % of the concentrate, rarely above ${maximumUse.value} %. The verdict on the bench says what is safe.`
    : `보통 원액의 ${typicalUse.value} %를 쓰고 ${maximumUse.value} %를 넘기는 일은 드뭅니다. 안전한지는 작업대의 판정이 알려 줍니다.`;
};

const saysSubstitute: Answer = (language, { substitutes = [] }, { materials }) => {
  const [first] = substitutes;
  const other = materials.find(({ id }) => id === first?.materialId);
  if (!first || !other) return undefined;
  return language === 'en'
    ? `${other.name.en}. ${first.reason.en}`
    : `${withParticle(other.name.ko, '을를')} 쓸 수 있습니다. ${first.reason.ko}`;
};

const saysPairings: Answer = (language, { pairings = [] }, { materials }) => {
  const names = pairings
    .slice(0, 3)
    .flatMap((id) => materials.find((material) => material.id === id)?.name[language] ?? []);
  if (names.length < 2) return undefined;
  const list = listIn(language, names);
  return language === 'en' ? `Often found beside ${list}.` : `${withParticle(list, '과와')} 자주 함께 씁니다.`;
};

const saysConstituents: Answer = (language, { constituents = [] }) => {
  const most = constituents.toSorted((a, b) => b.typical - a.typical).slice(0, 3);
  if (most.length < 2) return undefined;
  const list = listIn(
    language,
    most.map(({ name: inside, typical }) => `${inside} (${typical} %)`),
  );
  return language === 'en' ? `Above all ${list}.` : `주성분은 ${list}입니다.`;
};

/** What it says of the many materials that it has not learned. */
const unknown: Answer = (language) =>
  language === 'en'
    ? 'I do not know that one. Look it up in the library.'
    : '제가 모르는 원료입니다. 라이브러리에서 찾아보세요.';

/** One talk for each thing that is asked of a material. */
export function materialTalks(sources: CorpusSources): Readonly<Record<string, Talk>> {
  const { known, others } = wellKnown(sources, materialsKnown);
  const about = (ways: Ways, answer: Answer, among: readonly Material[] = known): Talk => {
    const answerable = among.filter((material) => answer('en', material, sources) !== undefined);
    return (language, random) => exchangeOn(random.pick(answerable), { ways, answer, sources, language, random });
  };
  const unknowns = [aboutIt, aboutIt, howLong, howMuch, insteadOf, besideIt].map((ways) =>
    about(ways, unknown, others),
  );
  return {
    describe: about(aboutIt, describe),
    lasting: about(howLong, saysPlace),
    amount: about(howMuch, saysAmount),
    substitute: about(insteadOf, saysSubstitute),
    pairing: about(besideIt, saysPairings),
    constituents: about(insideIt, saysConstituents),
    unknown: (language, random) => random.pick(unknowns)(language, random),
  };
}

interface On {
  readonly ways: Ways;
  readonly answer: Answer;
  readonly sources: CorpusSources;
  readonly language: Language;
  readonly random: SeededRandom;
}

/** Asks by name, now and then by another name it goes by. */
function exchangeOn(material: Material, { ways, answer, sources, language, random }: On): Exchange | undefined {
  const said = answer(language, material, sources);
  if (said === undefined) return undefined;
  const others = material.aliases[language];
  const name = others.length > 0 && random.isLikely(0.15) ? random.pick(others) : material.name[language];
  return { ...asked(ways[language], name, random), answer: said, about: material.id };
}
