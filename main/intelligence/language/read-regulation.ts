/** @file IFRA and allergens in a sentence: 카테고리 4에서 통과, passes IFRA, 4번에서 통과하는, allergen-free. What names a standard or an allergen is the scanner's. */
import { type Category, categories } from '#perfumery/safety/category.ts';
import type { ReadContext } from '#perfumery/search/sentence-reading.ts';
import type { Found } from './read-found.ts';

const category = '(1[0-2][ab]?|[1-9][a-d]?)';
const ifra = '(?:ifra|이프라)';
const passes =
  '(?:통과(?:하는|한|되는|된|할|함|가 되는|할 수 있는)?|합격(?:한|하는)?|안전(?:한|하게)?|적합(?:한)?|준수(?:한|하는)?|만족(?:하는)?|허용(?:된|되는)?|사용 가능(?:한)?|쓸 수 있는|사용할 수 있는|가능한|문제없는|문제 없는|괜찮은|ok|okay|pass(?:es|ed|ing)?|compliant|safe|allowed|legal)';
const fails =
  '(?:통과 ?못 ?하는|통과하지 (?:못한|못하는|않는)|초과(?:한|하는|된)?|불합격|부적합(?:한)?|탈락(?:한)?|걸리는|fail(?:s|ed|ing)?|not (?:pass|passing|compliant|safe|allowed)|non-?compliant|over (?:the )?limit|exceed(?:s|ing)?)';

const patterns: readonly (readonly [RegExp, 'passes' | 'fails'])[] = [
  [
    new RegExp(
      `(?:${ifra} ?)?(?:카테고리|category|cat\\.?|분류|ifra) ?${category}(?![\\d.]|%)(?:번)?(?:에서|에도|에|의|를|을|용으로|으로|용| 제품에)?(?: ?도)? ?${fails}`,
      'g',
    ),
    'fails',
  ],
  [
    new RegExp(
      `${fails} ?(?:in |for |of |the )?(?:${ifra} ?)?(?:(?:카테고리|category|cat\\.?) ?${category}(?![\\d.]))`,
      'g',
    ),
    'fails',
  ],
  [
    new RegExp(`${ifra}(?:에서|를|에|가)? ?(?:기준 ?)?(?:을 ?)?${fails}|${fails} ?(?:the )?${ifra}(?: limits?)?`, 'g'),
    'fails',
  ],
  [
    new RegExp(
      `(?:${ifra} ?)?(?:카테고리|category|cat\\.?|분류) ?${category}(?![\\d.]|%)(?:번)?(?:에서|에도|에|의|를|을|용으로|으로|용| 제품에)?(?: ?도)?(?: ?${passes})?`,
      'g',
    ),
    'passes',
  ],
  [new RegExp(`${ifra} ?${category}(?![\\d.]|%|st|nd|rd|th|차)(?:번)?(?:에서|에)? ?${passes}?`, 'g'), 'passes'],
  [
    new RegExp(`(?<![\\d.])${category} ?번(?: ?카테고리)?(?:에서|에서도|에|에도|용으로)? ?(?:ifra ?)?${passes}`, 'g'),
    'passes',
  ],
  [
    new RegExp(
      `${passes} (?:(?:in|for|with|under|at) )?(?:${ifra} )?(?:category |cat\\.? )${category}(?![\\d.]| ?(?:won|원|kg|g|%|h))`,
      'g',
    ),
    'passes',
  ],
  [
    new RegExp(
      `${ifra}(?:에서|를|에|가|상)? ?(?:기준 ?)?(?:을 ?|에 ?)?(?:모두 )?${passes}|${passes}(?: for| by| with| to| under| within)?(?: the)? ?${ifra}(?: limits?| standards?)?|ifra[- ](?:compliant|safe|ok|approved)|within ifra(?: limits?)?|meets ifra`,
      'g',
    ),
    'passes',
  ],
];

/** Every verdict that is asked for in a lower-case text. 5 alone is any of 5A to 5D. */
export function readVerdicts(text: string, asked: Category | undefined): readonly Found[] {
  const found: (Found & { readonly isNamed: boolean })[] = [];
  for (const [pattern, verdict] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const written = match.slice(1).find((group) => group !== undefined);
      const meant = written === undefined ? [asked ?? '4'] : categoriesOf(written);
      if (meant.length === 0) continue;
      const span = { from: match.index, to: match.index + match[0].trimEnd().length };
      found.push({
        ...span,
        isNamed: written !== undefined,
        topic: 'ifra',
        ...(verdict === 'fails' && { isNegated: true }),
        filter: verdict === 'passes' ? { field: 'passes', any: meant } : { field: 'passes', none: meant },
      });
    }
  }
  // IFRA said beside a category means that category.
  const named = found.filter(({ isNamed }) => isNamed);
  return named.length > 0
    ? [...named, ...found.filter((one) => !one.isNamed && !named.some((other) => near(one, other)))]
    : found;
}

function near(one: Found, other: Found): boolean {
  return one.from <= other.to + 12 && other.from <= one.to + 12;
}

function categoriesOf(written: string): readonly Category[] {
  const name = written.toUpperCase();
  return categories.filter((one) => one === name || (/^\d+$/.test(name) && one.replace(/[A-D]$/, '') === name));
}

const allergen =
  '(?:알레르겐|알러젠|알레르기(?: ?유발)?(?: ?(?:성분|물질|원료))?|알러지(?: ?유발)?(?: ?(?:성분|물질))?|(?:declared |declarable |eu |listed |labell?able )*allergens?)';
const free = new RegExp(
  `무알레르겐|hypo-?allergenic|non-?allergenic|${allergen}(?:이|가|은|는|을|를|도)? ?(?:표시(?:가|성분이)? ?)?(?:없는|없이|없고|없음|프리|free|제외(?:한|하고)?|빼고|무첨가|안 들어간|들어가지 않은|0)|${allergen}[- ]free|(?:without|no|free (?:of|from)|avoid(?:ing)?|zero|excluding|not containing)(?: any)? ${allergen}`,
  'g',
);
const has = new RegExp(
  `${allergen}(?:이|가|은|는)? ?(?:있는|들어간|포함된|포함한|표시 ?대상(?:인)?)|(?:with|contain(?:s|ing)?|declaring) ${allergen}`,
  'g',
);

/** Whether allergens are to be there at all. Nothing where the library names none. */
export function readAllergens(text: string, allergens: ReadContext['allergens']): readonly Found[] {
  const all = (allergens ?? []).map(({ id }) => id);
  if (all.length === 0) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(free)) {
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      topic: 'allergen',
      isNegated: true,
      filter: { field: 'allergens', none: all },
    });
  }
  for (const match of text.matchAll(has)) {
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      topic: 'allergen',
      filter: { field: 'allergens', any: all },
    });
  }
  return found;
}
