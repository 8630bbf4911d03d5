/** @file What the columns of a collection hold, guessed from their headings in Korean or English. */
import type { CollectionField, CollectionKind, ColumnMapping } from './collection-fields.ts';

type Words = readonly (readonly [CollectionField, RegExp])[];

const materialWords: Words = [
  ['cas', /^cas\b|^cas ?(no|number|rn|#|번호)|^카스/],
  ['inci', /^inci\b|전성분명/],
  [
    'name-ko',
    /^(name|material|이름|원료명?|품명) ?\(?(ko|korean|한국어|국문|한글)\)?$|^(한국어|국문|한글) ?(이름|명|원료명)?$/,
  ],
  [
    'name-en',
    /^(name|material|이름|원료명?|품명) ?\(?(en|english|영어|영문)\)?$|^(영어|영문|english) ?(이름|명|name|원료명)?$/,
  ],
  ['aliases', /^alias(es)?\b|^synonyms?$|^other names?|^다른 이름|^별칭|^이명$/],
  ['kind', /^kind$|^type$|^종류|^구분$/],
  ['family', /^(odou?r )?family$|^계열/],
  ['role', /^role$|^(perfume )?note type$|^pyramid|^역할|^노트 ?구분/],
  ['descriptors', /^descriptors?$|^odou?r( profile| description)?$|^향취|^묘사어|^향 ?묘사/],
  ['supplier', /^(shelf )?(supplier|vendor|manufacturer|source|brand)$|^공급|^제조사|^구입처|^거래처/],
  [
    'sku',
    /^(shelf )?(sku|code|item (no|code|number)|product (code|no|number)|article|catalog(ue)? (no|number))\.?$|^제품 ?코드|^품번|^코드$/,
  ],
  [
    'price-gram',
    /^(price|cost)( ?(\/|per) ?g(ram)?| ?\(.*\/ ?g\))$|^(그램|g)당 ?(가격|단가)|^(가격|단가) ?\(.*\/ ?g\)/,
  ],
  ['price-kilogram', /^(shelf )?(price|cost|unit price)\b|^가격|^단가|^(kg|킬로)당/],
  ['currency', /^currency$|^(shelf )?price currency$|^통화|^화폐/],
  ['price-date', /^(price|purchase|bought) ?(date|on)$|^date$|^구입일|^구매일|^가격일|^날짜$/],
  ['stock', /^(shelf )?(stock|quantity|qty|on hand|amount|inventory)\b|^재고|^수량|^보유/],
  ['location', /^(shelf )?(location|place|shelf|storage|box)$|^위치|^보관|^선반|^장소/],
  ['molecular-weight', /^(mw|mol(ecular)? ?w(eigh)?t\.?|molecular ?weight.*)$|^분자량/],
  ['density', /^density\b|^specific gravity$|^밀도|^비중/],
  ['vapour-pressure', /^vapou?r ?pressure\b|^vp\b|^증기압/],
  ['typical-use', /^typical ?use\b|^usual ?(use|level|%)|^통상 ?사용|^사용 ?농도/],
  ['maximum-use', /^max(imum)?\.? ?use\b|^최대 ?사용/],
  ['note', /^(shelf )?(notes?|comments?|remarks?|memo)$|^비고|^메모|^노트$|^참고/],
  [
    'name',
    /^(raw )?(materials?|ingredients?|names?|items?|products?|chemicals?)( names?)?$|^원료|^향료|^재료|^성분|^이름|^품명|^물질/,
  ],
];

const recipeWords: Words = [
  [
    'recipe',
    /^(recipes?|formulas?|formulae|perfumes?|fragrances?|accords?|trials?|mods?)( names?)?$|^레시피|^포뮬러|^처방|^향수|^시안/,
  ],
  ['cas', /^cas\b|^cas ?(no|number|rn|#|번호)|^카스/],
  ['dilution', /^dil(ution|uted|\.)?\b|^strength|^희석|^농도/],
  ['solvent', /^(solvent|diluent|diluted in|in)$|^용매|^용제/],
  ['locked', /^lock(ed)?$|^잠금|^고정$/],
  ['carrier', /^carrier$|^캐리어|^담체/],
  ['line-note', /^(notes?|comments?|remarks?)$|^비고|^메모|^노트$/],
  [
    'name',
    /^(raw )?(materials?|ingredients?|names?|items?|components?)( names?)?$|^원료|^향료|^재료|^성분|^이름|^품명/,
  ],
  [
    'parts',
    /^(parts?|amounts?|qty|quantity|weight|grams?|g|%|percent(age)?)\b|^배합|^부수|^부$|^양$|^수량|^중량|^비율|^함량/,
  ],
];

/** The most likely mapping of columns with these headings, for this kind of collection. */
export function guessMapping(kind: CollectionKind, headings: readonly string[]): ColumnMapping {
  const words = kind === 'materials' ? materialWords : recipeWords;
  const taken = new Set<CollectionField>();
  return headings.map((heading) => {
    const folded = foldHeading(heading);
    const field = words.find(([one, pattern]) => !taken.has(one) && pattern.test(folded))?.[0];
    if (field) taken.add(field);
    return field ?? null;
  });
}

/** Recipes where a column names them and another holds amounts; materials otherwise. */
export function guessKind(headings: readonly string[]): CollectionKind {
  const mapping = guessMapping('recipes', headings);
  return mapping.includes('recipe') && mapping.includes('parts') ? 'recipes' : 'materials';
}

/** A heading as it is compared and remembered: without case, its spaces single. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .trim();
}
