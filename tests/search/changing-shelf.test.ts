import { setImmediate } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import type { MaterialId } from '#foundation/ids.ts';
import { type Findable, noFacets, written } from '#services/search/items/findable.ts';
import type { Meaning } from '#services/search/meaning/meaning.ts';
import { searchLibrary } from '#services/search/search-library.ts';
import { FindableShelf } from '#services/search/shelf/findable-shelf.ts';
import { openStudio } from '#tests/library/open-studio.ts';

const studio = openStudio();
afterAll(() => studio.close());

function thing(subject: string, name: string): Findable {
  return {
    item: {
      id: `material:${subject}`,
      kind: 'material',
      subject,
      title: { en: name },
      codes: [],
      facets: noFacets,
    },
    opens: { what: 'material', materialId: subject as MaterialId },
    row: {},
    pieces: written('name', name, 1),
  };
}

it('what goes and comes while the encoder works is gone and there', async () => {
  const shelf = new FindableShelf(studio.core.search.said);
  for (let n = 0; n < 4; n += 1) shelf.put(`s${n}`, [thing(`m${n}`, `Zorblax ${n}`)]);
  const meaning: Meaning = {
    state: () => ({ stage: 'ready', model: 'none' }),
    async encode() {
      await setImmediate();
      shelf.drop('s0');
      shelf.put('s1', [thing('m1', 'Something else')]);
      shelf.put('s9', [thing('m9', 'Zorblax 9')]);
      return [new Float32Array(4)];
    },
    nearest: async () => [],
    vectorsOf: async () => new Map(),
  };
  const search = searchLibrary({ ...studio.core.search, shelf, meaning: () => meaning });
  const { groups, total } = await search({ text: 'zorblax', filters: [], without: [], limit: 9, offset: 0 });
  const subjects = groups.flatMap(({ hits }) => hits.map(({ found }) => found.item.subject));
  expect(subjects.toSorted()).toEqual(['m2', 'm3', 'm9']);
  expect(total).toBe(3);
});

it.each([1, 2, 3, 4, 5])(
  'what comes while the shelf is looked at, at rest %i, is weighed like all else',
  async (at) => {
    const shelf = new FindableShelf(studio.core.search.said);
    for (let n = 0; n < 4; n += 1) shelf.put(`s${n}`, [thing(`m${n}`, '로맨틱한 장미')]);
    let [time, rests] = [0, 0];
    const breath = {
      now: () => (time += 10),
      slice: 1,
      async rest() {
        await setImmediate();
        rests += 1;
        if (rests === at) shelf.put('s9', [thing('m9', '로맨틱한 장미')]);
      },
    };
    const search = searchLibrary({ ...studio.core.search, shelf, breath, meaning: () => undefined });
    const { groups } = await search({ text: '로맨틱한 장미', filters: [], without: [], limit: 9, offset: 0 });
    const scores = groups.flatMap(({ hits }) => hits.map(({ score }) => score));
    expect(rests).toBeGreaterThanOrEqual(at);
    expect(scores).toHaveLength(5);
    expect(new Set(scores).size).toBe(1);
    expect(scores[0]).toBeGreaterThan(0);
  },
);
