/** @file English words without plural and a few endings, and the words that say nothing by themselves. */

const irregular = new Map(
  Object.entries({
    leaves: 'leaf',
    knives: 'knife',
    women: 'woman',
    men: 'man',
    children: 'child',
    feet: 'foot',
    colour: 'color',
    colours: 'color',
    grey: 'gray',
    odour: 'odor',
    odours: 'odor',
    odorless: 'odorless',
    odourless: 'odorless',
    sulphur: 'sulfur',
    sulphurous: 'sulfurous',
    cosy: 'cozy',
    fibre: 'fiber',
    centre: 'center',
    savoury: 'savory',
  }),
);
const kept = new Set([
  'iris',
  'evening',
  'morning',
  'spring',
  'anis',
  'oasis',
  'ylang',
  'clematis',
  'red',
  'always',
  'series',
  'species',
  'versus',
  'molasses',
  'less',
  'absinthe',
  'wellness',
  'business',
]);

/** The stem of a word in lower case. Its own stem's stem is itself; fewer than three letters are never left. */
export function englishStem(word: string): string {
  let stem = word;
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const next = withoutOneEnding(stem);
    if (next === stem) break;
    stem = next;
  }
  return stem;
}

function withoutOneEnding(word: string): string {
  const other = irregular.get(word);
  if (other !== undefined) return other;
  if (word.length < 4 || kept.has(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word)) return word.slice(0, -1);
  for (const ending of ['iness', 'ness', 'ingly', 'ing', 'edly', 'ed', 'ly']) {
    if (!word.endsWith(ending)) continue;
    const left = word.slice(0, -ending.length) + (ending === 'iness' ? 'y' : '');
    if (left.length >= 4 && /[aeiouy]/.test(left)) return undoubled(left);
  }
  return word;
}

/** `relaxing` is relax, `blotting` is blot. */
function undoubled(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

/** Words that are in every sentence. What negates is among them: a reader of sentences sees it before. */
export const englishStopWords: ReadonlySet<string> = new Set(
  'a an the and or nor of for in on at to is are am be been was were it its this that these those there by from as but if so than then i me my we our you your he she they them his her their what which who when where how do does did done have has had can could would should will may might shall not no with without into onto over under about also just only very too some any all each more most less least such own same other please want like need looking give show find something anything thing things one ones s t re ve ll'.split(
    ' ',
  ),
);
