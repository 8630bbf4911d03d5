/** @file Texts about something, as the library holds them: of a material, of a recipe, of what somebody smelled. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import type { Concept } from '#perfumery/search/concept.ts';
import type { Answer } from '../world/wanted.ts';
import type { World, WorldMaterial } from '../world/world.ts';
import { asNoun, between, closing, denied } from './korean.ts';
import { type Part, waysOf } from './part.ts';
import { englishFormOf, koreanFormOf, nameOf, type Saying } from './sentences.ts';

export interface Document extends Answer {
  readonly text: string;
}

type Tongues = readonly ('ko' | 'en')[];
const tongues: readonly Tongues[] = [['ko'], ['en'], ['ko', 'en'], ['ko', 'en']];
const familyWords: Readonly<Record<'ko' | 'en', readonly string[]>> = { ko: ['계열', ''], en: ['family', ''] };
const roleWords: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  top: ['톱 노트', 'top note'],
  heart: ['미들 노트', 'heart note'],
  base: ['베이스 노트', 'base note'],
};

/** A material: names, family, descriptors, sometimes its role. */
export function describeMaterial(world: World, material: number, saying: Saying, random: SeededRandom): Document {
  const parts = random.pick(tongues).flatMap((tongue) => materialWords(world, material, tongue, saying, random));
  return { text: parts.join(', '), evidence: world.evidence[material] as Float32Array, materials: [material] };
}

/** A recipe: sometimes a title, then its materials, the loudest first, and their words. */
export function describeRecipe(
  world: World,
  materials: readonly number[],
  title: readonly number[],
  saying: Saying,
  random: SeededRandom,
): Document {
  const chosen = random.pick(tongues);
  const parts = chosen.flatMap((tongue) => [
    ...title.map((concept) => conceptWord(world, concept, tongue, saying, random)),
    ...materials.flatMap((material) => {
      const own = world.materials[material] as WorldMaterial;
      const words = random.isLikely(0.5) ? descriptorWords(world, own, tongue, random).slice(0, 2) : [];
      return random.isLikely(0.9) ? [own.name[tongue], ...words] : words;
    }),
  ]);
  const said = new Map(title.map((concept) => [concept, 1]));
  return { text: parts.join(', '), evidence: world.evidenceOf(materials, said), materials };
}

/** What somebody wrote about a smell: concepts that are there, and some that are not. */
export function describeSmell(
  world: World,
  { present, absent }: { readonly present: readonly number[]; readonly absent: readonly number[] },
  saying: Saying,
  random: SeededRandom,
): Document {
  const said = new Map(present.map((concept, place) => [concept, 0.95 ** place]));
  const evidence = world.evidenceFrom(said);
  for (const concept of absent) evidence[concept] = 0;
  const text = saying.language === 'en' ? smellInEnglish : smellInKorean;
  return { text: text(world, present, absent, saying, random), evidence, materials: [] };
}

function materialWords(
  world: World,
  material: number,
  tongue: 'ko' | 'en',
  saying: Saying,
  random: SeededRandom,
): readonly string[] {
  const own = world.materials[material] as WorldMaterial;
  const family = world.concepts.find(({ facets }) => facets.families?.includes(own.family));
  const role = roleWords[own.role];
  return [
    ...(random.isLikely(0.9) ? [nameOf(own, tongue, random)] : []),
    ...(random.isLikely(0.3) ? own.aliases[tongue] : []),
    ...(family && random.isLikely(0.8)
      ? [`${conceptName(family, tongue, saying, random)} ${random.pick(familyWords[tongue])}`.trim()]
      : []),
    ...descriptorWords(world, own, tongue, random),
    ...(role && random.isLikely(0.4) ? [role[tongue === 'ko' ? 0 : 1]] : []),
  ];
}

function descriptorWords(
  world: World,
  { descriptors }: WorldMaterial,
  tongue: 'ko' | 'en',
  random: SeededRandom,
): string[] {
  return descriptors.flatMap((id) => {
    const words = world.descriptors.get(id);
    if (!words) return [];
    return [
      random.isLikely(0.8) || words.synonyms[tongue].length === 0
        ? words.name[tongue]
        : random.pick(words.synonyms[tongue]),
    ];
  });
}

function conceptWord(world: World, concept: number, tongue: 'ko' | 'en', saying: Saying, random: SeededRandom): string {
  return conceptName(world.concepts[concept] as Concept, tongue, saying, random);
}

function conceptName(concept: Concept, tongue: 'ko' | 'en', saying: Saying, random: SeededRandom): string {
  if (tongue === 'en') return englishFormOf(concept, { ...saying, language: 'en' }, random);
  return asNoun(koreanFormOf(concept, { ...saying, language: 'ko' }, random), random);
}

type Smell = (
  world: World,
  present: readonly number[],
  absent: readonly number[],
  saying: Saying,
  random: SeededRandom,
) => string;

const smellInKorean: Smell = (world, present, absent, saying, random) => {
  const { part } = saying;
  const formOf = (concept: number) => koreanFormOf(world.concepts[concept] as Concept, saying, random);
  const moments = random.isLikely(0.4)
    ? waysOf(
        [
          '처음에',
          '첫 향은',
          '30분 뒤',
          '중간에',
          '잔향은',
          '드라이다운에서',
          '시간이 지나면',
          '블로터에서',
          '피부에서',
        ],
        part,
      )
    : [''];
  const clauses = present.map((concept, at) =>
    [
      random.pick(moments),
      at < present.length - 1 && random.isLikely(0.6)
        ? between(formOf(concept), random, part)
        : `${closing(formOf(concept), random, part)}.`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const without = absent.map(
    (concept) => `${denied(formOf(concept), random, part)} ${random.pick(['편', '느낌', '쪽', '향'])}`,
  );
  return [...clauses, ...without].join(' ');
};

const smellInEnglish: Smell = (world, present, absent, saying, random) => {
  const { part } = saying;
  const wordOf = (concept: number) => englishFormOf(world.concepts[concept] as Concept, saying, random);
  const moments: readonly string[] = waysOf(
    [
      'opens',
      'at first',
      'the drydown is',
      'after an hour',
      'the heart is',
      'on skin',
      'on the blotter',
      'settles into',
      'later',
    ],
    part as Part,
  );
  const clauses = present.map(
    (concept) => `${random.isLikely(0.4) ? `${random.pick(moments)} ` : ''}${wordOf(concept)}`,
  );
  const without = absent.map((concept) =>
    random.pick(
      waysOf(
        [`not ${wordOf(concept)}`, `no ${wordOf(concept)}`, `without ${wordOf(concept)}`, `isn't ${wordOf(concept)}`],
        part,
      ),
    ),
  );
  return [...clauses, ...without].join(random.pick([', ', '. ', ' and ', ' ']));
};
