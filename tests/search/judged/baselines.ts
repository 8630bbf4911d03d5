/** @file What search is measured against: the same things and questions by words alone, and by vectors alone. */
import { createBm25 } from '#intelligence/evaluation/bm25.ts';
import type { JudgedStudio } from './judged-studio.ts';

/** Ids of subjects, the best first. */
export type Baseline = (text: string) => Promise<readonly string[]>;

/** BM25 over every word of each thing, cut into terms as search cuts them. */
export function byWordsAlone({ studio, judged }: JudgedStudio): Baseline {
  const { shelf, said, tongue } = studio.core.search;
  const things = [...shelf.all()].filter(({ item }) => judged.has(item.subject) && item.kind !== 'note');
  const score = createBm25(things.map((thing) => tongue.terms(said.wordsOf(thing))));
  return async (text) => {
    const scores = score(tongue.terms(text));
    return things
      .map(({ item }, at) => ({ id: item.subject, score: scores[at] ?? 0 }))
      .filter(({ score: its }) => its > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 50)
      .map(({ id }) => id);
  };
}

/** Nearest to the encoded question, of everything that could be an answer. */
export function byVectorsAlone({ studio, judged }: JudgedStudio): Baseline {
  const { shelf } = studio.core.search;
  return async (text) => {
    const meaning = studio.core.search.meaning();
    const [vector] = (await meaning?.encode([text])) ?? [];
    if (!meaning || !vector) return [];
    const near = await meaning.nearest(vector, {
      filters: [{ field: 'kind', any: ['material', 'recipe'] }],
      limit: 60,
    });
    return near
      .flatMap(({ id }) => shelf.find(id)?.item.subject ?? [])
      .filter((id) => judged.has(id))
      .slice(0, 50);
  };
}
