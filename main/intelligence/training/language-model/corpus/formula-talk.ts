/** @file Formula drafts: one JSON object a line, a material's id and its parts. Those of the example recipes among them. */
import type { SeededRandom } from '#foundation/seeded-random.ts';
import { type Family, families, type Material } from '#perfumery/material/material.ts';
import { asked, type Talk } from './conversation.ts';
import { materialsKnown } from './material-talk.ts';
import { familyIn, withArticle } from './say-facts.ts';
import type { CorpusSources, Language } from './sources.ts';
import { wellKnown } from './well-known.ts';

const drafting: Readonly<Record<Language, readonly ((what: string) => string)[]>> = {
  en: [
    (what) => `Draft ${withArticle(what)} formula as JSON lines.`,
    (what) => `Give me ${withArticle(what)} formula, one JSON object a line.`,
    (what) => `Propose ${withArticle(what)} formula.`,
  ],
  ko: [
    (what) => `${what} 포뮬러를 JSON 줄로 써 주세요.`,
    (what) => `${what} 포뮬러 초안을 한 줄에 하나씩 JSON으로.`,
    (what) => `${what} 포뮬러를 제안해 주세요.`,
  ],
};
const wishing: Readonly<Record<Language, readonly ((wish: string) => string)[]>> = {
  en: [(wish) => `Draft a formula as JSON lines. ${wish}`, (wish) => `${wish} Propose a formula.`],
  ko: [(wish) => `포뮬러를 JSON 줄로 써 주세요. ${wish}`, (wish) => `${wish} 포뮬러를 제안해 주세요.`],
};

interface Line {
  readonly material: string;
  readonly parts: number;
}

/** What a family's formula is built around, by place: how many of its own, how many of its neighbours. */
const build = [
  { role: 'top', own: 2, others: 1 },
  { role: 'heart', own: 2, others: 1 },
  { role: 'base', own: 1, others: 1 },
] as const;

/** Talks that answer with a formula. */
export function formulaTalks(sources: CorpusSources): Readonly<Record<string, Talk>> {
  const { known } = wellKnown(sources, materialsKnown);
  const usable = known.filter(({ kind, typicalUse }) => kind !== 'solvent' && typicalUse);
  const drafted = families.filter((family) => family !== 'solvent');
  return {
    draft: (language, random) => {
      const family = random.pick(drafted);
      return {
        ...asked(drafting[language], familyIn(language, family), random),
        answer: linesOf(draft(usable, family, random)),
        about: family,
      };
    },
    example: (language, random) => {
      const { wish, lines } = random.pick(sources.examples);
      return {
        ...asked(wishing[language], wish[language], random),
        answer: linesOf(lines.slice(0, 10)),
        about: wish.en,
      };
    },
  };
}

/** Few candidates for each place, so that a draft can be learned; parts follow common use. */
function draft(materials: readonly Material[], family: Family, random: SeededRandom): Line[] {
  const ofFamily = materials.filter((material) => material.family === family);
  const besideIt = new Set(ofFamily.flatMap(({ pairings = [] }) => pairings));
  const neighbours = materials.filter((material) => material.family !== family && besideIt.has(material.id));
  return build.flatMap(({ role, own, others }) => {
    const few = (list: readonly Material[]) => random.shuffled(list.filter((each) => each.role === role).slice(0, 6));
    const first = few(ofFamily).slice(0, own);
    const rest = few(neighbours).slice(0, own + others - first.length);
    return [...first, ...rest].map(({ id, typicalUse }) => ({
      material: id,
      parts: Math.max(1, Math.round((typicalUse?.value ?? 1) * 4)),
    }));
  });
}

const linesOf = (lines: readonly Line[]): string => lines.map((line) => JSON.stringify(line)).join('\n');
