import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import { bootstrap } from '#intelligence/evaluation/bootstrap.ts';
import { figuresOf, type RankingFigures } from '#intelligence/evaluation/ranking.ts';
import type { SearchFilter } from '#perfumery/search/search-filter.ts';
import { type Baseline, byVectorsAlone, byWordsAlone } from './baselines.ts';
import { gradeOf, type JudgedQuery, judgedQueries, queryClasses } from './judge.ts';
import { type JudgedStudio, openJudgedStudio } from './judged-studio.ts';

let library: JudgedStudio;
const answers = new Map<JudgedQuery, { figures: RankingFigures; ids: readonly string[] }>();
const baselines: { words: number; vectors: number } = { words: Number.NaN, vectors: Number.NaN };

beforeAll(async () => {
  library = await openJudgedStudio();
  for (const query of judgedQueries) answers.set(query, await answer(query));
  baselines.words = await scored(byWordsAlone(library));
  baselines.vectors = await scored(byVectorsAlone(library));
  print();
}, 400_000);
afterAll(() => library.studio[Symbol.dispose]());

/** The first fifty of search, whatever their kind, by score. */
async function answer(query: JudgedQuery) {
  const { groups } = await library.studio.client.search.find({
    text: query.text,
    filters: [{ field: 'kind', any: ['material', 'recipe'] }],
    limit: 50,
  });
  const ids = groups
    .flatMap(({ hits }) => hits)
    .sort((a, b) => b.score - a.score)
    .map(({ subject }) => subject)
    // what nobody judged, the examples, is left out of the list (condensed lists, Sakai 2007)
    .filter((id) => library.judged.has(id));
  return { ids, figures: graded(query, ids) };
}

async function scored(baseline: Baseline): Promise<number> {
  let sum = 0;
  for (const query of judgedQueries) sum += graded(query, await baseline(query.text)).ndcg10;
  return sum / judgedQueries.length;
}

function graded(query: JudgedQuery, ids: readonly string[]): RankingFigures {
  const all = [...library.judged.values()].map((one) => gradeOf(one, query));
  const grades = ids.map((id) => {
    const one = library.judged.get(id);
    return one ? gradeOf(one, query) : 0;
  });
  return figuresOf(grades, all);
}

function mean(choose: (query: JudgedQuery) => boolean, figure: keyof RankingFigures = 'ndcg10') {
  const values = [...answers].filter(([query]) => choose(query)).map(([, { figures }]) => figures[figure]);
  const random = new SeededRandom(1);
  return bootstrap(values, () => random.next());
}

function print() {
  const two = (value: number) => value.toFixed(2);
  const names = ['precision5', 'precision10', 'recall50', 'ndcg10', 'averagePrecision', 'reciprocalRank'] as const;
  const row = (name: string, choose: (query: JudgedQuery) => boolean) => {
    const { low, high } = mean(choose);
    return [
      name.padEnd(12),
      ...names.map((figure) => two(mean(choose, figure).mean).padStart(7)),
      `  nDCG ${two(low)}..${two(high)}`,
    ].join('');
  };
  const rows = [
    row('all', () => true),
    ...(['ko', 'en', 'mixed'] as const).map((lang) => row(lang, (query) => query.lang === lang)),
    ...queryClasses.map((name) => row(name, (query) => query.class === name)),
  ];
  const weakest = [...answers]
    .filter(([, { figures }]) => figures.ndcg10 < 0.6)
    .sort(([, a], [, b]) => a.figures.ndcg10 - b.figures.ndcg10)
    .map(([query, { figures }]) => `${two(figures.ndcg10)} ${query.class}: ${query.text}`);
  console.log(['                P@5   P@10   R@50   nDCG    MAP    MRR', ...rows].join('\n'));
  console.log(`nDCG of words alone (BM25) ${two(baselines.words)}, of vectors alone ${two(baselines.vectors)}`);
  if (process.env.SILLAGE_WEAKEST) console.log(weakest.join('\n'));
}

describe('search, on the judged set', () => {
  it('puts what was meant first', () => {
    expect(mean(() => true).mean).toBeGreaterThanOrEqual(0.85);
  });
  it('does so in Korean', () => {
    expect(mean(({ lang }) => lang === 'ko').mean).toBeGreaterThanOrEqual(0.82);
  });
  it('does so in English', () => {
    expect(mean(({ lang }) => lang === 'en').mean).toBeGreaterThanOrEqual(0.82);
  });
  it('hears what is not wanted', () => {
    expect(mean((query) => query.class === 'negation').mean).toBeGreaterThanOrEqual(0.8);
  });
  it('does better than words alone and than vectors alone', () => {
    const ours = mean(() => true);
    expect(baselines.words).toBeGreaterThan(0.2);
    expect(baselines.vectors).toBeGreaterThan(0.2);
    expect(ours.low).toBeGreaterThan(baselines.words);
    expect(ours.low).toBeGreaterThan(baselines.vectors);
  });
});

describe('with the encoder at work, a count', () => {
  const find = (text: string, filters: readonly SearchFilter[]) =>
    library.studio.client.search.find({ text, filters: filters as never, limit: 3 });
  const texts = [
    '포근한 겨울',
    '장미',
    'zorblax',
    '누룽지 같은',
    'a green note that is not galbanum',
    '너무 달지 않은',
  ];

  it.each(texts)('is what ticking its value leaves, alone and beside another: %s', async (text) => {
    expect((await library.studio.client.search.state()).meaning.stage).toBe('ready');
    const beside: SearchFilter = { field: 'kind', any: ['material'] };
    for (const own of [[], [beside]]) {
      const { facets } = await find(text, own);
      for (const { field, values } of facets.filter((facet) => facet.field !== 'kind' || own.length === 0)) {
        for (const { value, count } of values.slice(0, 4)) {
          const ticked = { field, any: [value] } as SearchFilter;
          const { total } = await find(text, [...own, ticked]);
          expect({ own, field, value, total }).toEqual({ own, field, value, total: count });
        }
      }
    }
  });

  it('of nothing leads to what comes nearest of what is left, and to the word that this is a guess', async () => {
    const { client } = library.studio;
    const text = 'zorblax';
    const { groups } = await client.search.find({ text, limit: 200 });
    const found = new Set(groups.flatMap(({ hits }) => hits.map(({ subject }) => subject)));
    const far = (await client.materials.list())
      .map(({ material }) => material.id)
      .filter((id) => !found.has(id))
      .slice(0, 40);
    const own: SearchFilter[] = [
      { field: 'materials', any: far },
      { field: 'kind', any: ['material'] },
    ];
    const guess = await client.search.find({ text, filters: own as never, limit: 20 });
    expect(guess.isGuess).toBe(true);
    expect(guess.total).toBe(far.length);
    const cosines = guess.groups[0]?.hits.map(({ why }) => why.meaning ?? Number.NaN) ?? [];
    expect(cosines).toHaveLength(20);
    expect(cosines).toEqual(cosines.toSorted((a, b) => b - a));
  });
});
