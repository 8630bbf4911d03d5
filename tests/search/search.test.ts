import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchFound, SearchHit } from '#contract/search.ts';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import type { OpenStudio } from '#tests/library/open-studio.ts';
import { refusalOf } from '#tests/library/open-studio.ts';
import { allRead, openFindable, until } from './findable-studio.ts';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openFindable({ locale: 'ko' });
});
afterAll(() => studio[Symbol.dispose]());

type Asked = Parameters<OpenStudio['client']['search']['find']>[0];
const find = (asked: Asked): Promise<SearchFound> => studio.client.search.find(asked);
const materials = ({ groups }: SearchFound): readonly SearchHit[] =>
  groups.find(({ kind }) => kind === 'material')?.hits ?? [];
const subjects = (found: SearchFound) => materials(found).map(({ subject }) => subject);

function line(materialId: string, parts: string, note = '') {
  return {
    id: `line-${materialId}` as LineId,
    ingredient: { kind: 'material' as const, materialId: materialId as MaterialId },
    parts,
    dilution: '100',
    locked: false,
    carrier: false,
    note,
  };
}

async function recipe(name: string, lines: readonly ReturnType<typeof line>[], brief = '') {
  const made = await studio.client.recipes.create({
    name: { en: '', ko: name },
    brief,
    formula: { lines: lines as never },
  });
  await allRead(studio);
  return made;
}

describe('what is called by its name', () => {
  it.each([
    ['베르가못', 'bergamot-oil-expressed'],
    ['bergamot', 'bergamot-oil-expressed'],
    ['ㅂㄹㄱㅁ', 'bergamot-oil-expressed'],
    ['qpfmrkaht', 'bergamot-oil-expressed'],
    ['78-70-6', 'linalool'],
    ['hedione', 'hedione-methyl-dihydrojasmonate'],
  ])('%s comes first', async (text, subject) => {
    expect(subjects(await find({ text }))[0]).toBe(subject);
  });

  it('is marked where it stands in the name', async () => {
    const [first] = materials(await find({ text: 'hedione' }));
    expect(first?.title.en?.slice(...(first.titleSpans.en[0] ?? [0, 0])).toLowerCase()).toBe('hedione');
  });
});

describe('what is described', () => {
  it('is found by what it smells of, in both languages', async () => {
    const korean = subjects(await find({ text: '장미 향 원료', limit: 20 }));
    const english = subjects(await find({ text: 'rose-smelling materials', limit: 20 }));
    expect(korean).toContain('rose-oxide');
    expect(english).toContain('rose-oxide');
  });

  it('shows what was understood as chips, and asks without one that was put away', async () => {
    const found = await find({ text: '머스크 없이 포근한 원료' });
    const chip = found.chips.find(({ isNegated }) => isNegated);
    expect(chip).toMatchObject({ isHard: true, isNegated: true });
    const with_ = await find({ text: '머스크 없이 포근한 원료', filters: [{ field: 'families', any: ['musk'] }] });
    expect(with_.total).toBe(0);
    const without = await find({
      text: '머스크 없이 포근한 원료',
      without: [chip?.key ?? ''],
      filters: [{ field: 'families', any: ['musk'] }],
    });
    expect(without.chips.some(({ key }) => key === chip?.key)).toBe(false);
    expect(without.total).toBeGreaterThan(0);
  });

  it('tells words that nobody knows apart from those that stand in the library, begin one of it, or are slips', async () => {
    expect((await find({ text: '뾰롱한 zorblax 느낌의 vetiv' })).unknown).toEqual(['뾰롱한', 'zorblax']);
    for (const text of ['ㅂㄹㄱㅁ', 'qpfmrkaht', '상큼한 봄', 'galban']) {
      expect((await find({ text })).unknown, text).toEqual([]);
    }
  });

  it('says why: concepts that were wished for before those that only bring them to mind', async () => {
    const [first] = materials(await find({ text: '비 온 뒤 흙내음 나는 원료' }));
    expect(first?.why.concepts.length).toBeGreaterThan(0);
    expect(first?.why.concepts.every(({ label }) => label.ko !== '' && label.en !== '')).toBe(true);
  });

  it('comes earlier when it lasts as long, or as short, as was wished for', async () => {
    const firstSix = async (text: string) => materials(await find({ text, limit: 6 })).map(({ tenacity }) => tenacity);
    const long = await firstSix('지속력 좋은 시트러스 원료');
    const short = await firstSix('fleeting citrus materials');
    expect([long.length, short.length]).toEqual([6, 6]);
    expect(long.every((hours) => hours !== undefined && hours >= 24)).toBe(true);
    expect(short.every((hours) => hours !== undefined && hours <= 8)).toBe(true);
  });

  it('comes later when it holds what is not wanted', async () => {
    const plain = await find({ text: '바닐라', limit: 60 });
    const less = await find({ text: '너무 달지 않은 바닐라', limit: 60 });
    const sweet = (hits: readonly SearchHit[]) =>
      hits.slice(0, 6).filter(({ why }) => why.concepts.some(({ id }) => id === 'sweet')).length;
    expect(sweet(materials(less))).toBeLessThanOrEqual(sweet(materials(plain)));
  });
});

describe('filters', () => {
  it('leave only what satisfies them, and count as if their own field were not set', async () => {
    const found = await find({ text: '', filters: [{ field: 'families', any: ['citrus'] }], limit: 50 });
    expect(found.groups.flatMap(({ hits }) => hits).every(({ family }) => family === 'citrus' || family)).toBe(true);
    const families = found.facets.find(({ field }) => field === 'families')?.values ?? [];
    expect(families.map(({ value }) => value)).toContain('floral');
    const citrus = families.find(({ value }) => value === 'citrus')?.count;
    expect(citrus).toBe(found.total);
  });

  it.each(['장미', 'warm woody', '비 온 뒤 흙내음', 'something clean', ''])(
    'leaves as many as its value said, by names, words and concepts: %s',
    async (text) => {
      const { facets } = await find({ text });
      const values = facets.flatMap(({ field, values }) => values.slice(0, 3).map((one) => ({ field, ...one })));
      for (const { field, value, count } of values) {
        const { total } = await find({ text, filters: [{ field, any: [value] } as never] });
        expect({ field, value, total }).toEqual({ field, value, total: count });
      }
    },
  );

  it('that leave nothing say which of them to lift, and how many would come', async () => {
    const filters = [
      { field: 'families', any: ['citrus'] },
      { field: 'stock', min: 1_000_000 },
    ] as Asked['filters'];
    const found = await find({ text: '', filters });
    expect(found.total).toBe(0);
    const [best] = found.lifts;
    expect(best?.filter).toBe(1);
    const lifted = await find({ text: '', filters: [{ field: 'families', any: ['citrus'] }] });
    expect(best?.would).toBe(lifted.total);
  });

  it('do not take unknown for known: what has no price is no bargain', async () => {
    const found = await find({ text: '', filters: [{ field: 'pricePerKg', max: 1e9 }] });
    expect(materials(found)).toEqual([]);
  });

  it('know that unknown is not pass', async () => {
    const found = await find({ text: '', filters: [{ field: 'passes', any: ['4'] }], limit: 200 });
    const states = materials(found).map(({ ifra }) => ifra?.state);
    expect(states.length).toBeGreaterThan(0);
    expect(states).not.toContain('unknown');
    expect(states).not.toContain('prohibited');
  });
});

it('unknown words never empty a result', async () => {
  const gibberish = await find({ text: 'zzqqxyv' });
  expect(gibberish.isGuess).toBe(true);
  expect(gibberish.total).toBeGreaterThan(500);
  const mixed = await find({ text: '장미 zzqqxyv' });
  expect(mixed.isGuess).toBe(false);
  expect(mixed.total).toBeGreaterThan(5);
});

describe('the library as it changes', () => {
  it('finds a recipe by its name, its brief, and what is in it', async () => {
    const { id } = await recipe('별빛 산책', [line('vetiver-oil', '10'), line('linalool', '5')], '눈 오는 밤');
    const by = async (text: string) =>
      (await find({ text, filters: [{ field: 'kind', any: ['recipe'] }] })).groups[0]?.hits[0]?.subject;
    expect(await by('별빛')).toBe(id);
    expect(await by('눈 오는 밤')).toBe(id);
    const holding = await find({ text: '', filters: [{ field: 'materials', any: ['vetiver-oil'] }] });
    expect(holding.groups.flatMap(({ hits }) => hits).map(({ subject }) => subject)).toContain(id);
  });

  it('finds trials, what was smelled of them and notes', async () => {
    const { id } = await recipe('장작', [line('cedarwood-oil-virginia', '10', '불에 그을린 참나무 같다')]);
    const { trial } = await studio.client.recipes.keepTrial({
      recipeId: id as RecipeId,
      note: '조금 더 마른 느낌으로',
    });
    await studio.client.evaluations.evaluate({
      recipeId: id,
      trialId: trial.id,
      impression: {
        minutes: 30,
        medium: 'blotter',
        liking: 8,
        descriptors: ['smoky'],
        words: '겨울 오두막 냄새',
        verdict: 'go-on',
      },
    } as never);
    await until(async () => (await find({ text: '오두막' })).groups.some(({ kind }) => kind === 'evaluation'));
    expect((await find({ text: '그을린 참나무' })).groups.map(({ kind }) => kind)).toContain('note');
    const rated = async () => {
      const { groups } = await find({ text: '', filters: [{ field: 'rating', min: 8 }], limit: 20 });
      return groups.map(({ kind }) => kind);
    };
    await until(async () => (await rated()).includes('recipe'));
    expect(await rated()).toEqual(expect.arrayContaining(['trial', 'recipe', 'evaluation']));
  });

  it('follows a price, a name and a removal', async () => {
    const made = await recipe('사라질 것', [line('linalool', '1')]);
    const hasIt = async (text: string) =>
      (await find({ text, limit: 50 })).groups.some(({ hits }) => hits.some(({ subject }) => subject === made.id));
    expect(await hasIt('사라질')).toBe(true);
    await studio.client.recipes.describe({ recipeId: made.id, name: { en: '', ko: '남을 것' } });
    await until(() => hasIt('남을 것'));
    await studio.client.recipes.remove({ recipeId: made.id });
    await until(async () => !(await hasIt('남을 것')));

    const id = 'linalool' as MaterialId;
    const { material, shelf, revision } = await studio.client.materials.get({ materialId: id });
    const { id: _, ...facts } = material;
    const price = { perKilogram: '9000', currency: 'KRW', date: '2026-11-01' };
    await studio.client.materials.edit({ materialId: id, revision, facts, shelf: { ...shelf, price } } as never);
    const cheap = () => find({ text: '', filters: [{ field: 'pricePerKg', max: 10_000 }] });
    await until(async () => subjects(await cheap()).includes('linalool'));
    expect((await cheap()).currency).toBe('KRW');
  });
});

it('cheap and expensive are what they are among the prices there are', async () => {
  const cost = async (materialId: string, perKilogram: string) => {
    const { material, shelf, revision } = await studio.client.materials.get({ materialId: materialId as MaterialId });
    const { id, ...facts } = material;
    const price = { perKilogram, currency: 'KRW', date: '2026-11-01' };
    await studio.client.materials.edit({ materialId: id, revision, facts, shelf: { ...shelf, price } } as never);
  };
  const first = async (text: string) => subjects(await find({ text, filters: [{ field: 'pricePerKg', min: 0 }] }))[0];
  await cost('linalool', '500000');
  for (const [cheap, dear] of [
    ['iso-e-super', 'sandalwood-oil-s-album'],
    ['sandalwood-oil-s-album', 'iso-e-super'],
  ] as const) {
    await cost(cheap, '40000');
    await cost(dear, '3000000');
    await until(async () => (await first('비싼 우디')) === dear && (await first('저렴한 우디')) === cheap);
  }
});

describe('like this', () => {
  it('finds what smells alike, and never itself', async () => {
    const found = await find({ like: { ids: ['material:lemon-oil-cold-pressed'] }, limit: 10 });
    expect(subjects(found)).not.toContain('lemon-oil-cold-pressed');
    expect(materials(found).filter(({ family }) => family === 'citrus').length).toBeGreaterThanOrEqual(7);
  });

  it('but further towards a concept, as far as the slider says', async () => {
    const axes = await studio.client.search.axes();
    expect(axes.length).toBeGreaterThan(5);
    const towards = { concept: 'sweet', amount: 1 };
    const plain = subjects(await find({ like: { ids: ['material:lemon-oil-cold-pressed'] }, limit: 15 }));
    const sweeter = subjects(await find({ like: { ids: ['material:lemon-oil-cold-pressed'], towards }, limit: 15 }));
    expect(sweeter).not.toEqual(plain);
  });

  it('lies between two, nearer to the one the slider is at', async () => {
    const pair = ['material:lemon-oil-cold-pressed', 'material:sandalwood-oil-s-album'];
    const near = materials(await find({ like: { ids: pair, share: 0.1 }, limit: 10 }));
    const far = materials(await find({ like: { ids: pair, share: 0.9 }, limit: 10 }));
    const citrus = (hits: readonly SearchHit[]) => hits.filter(({ family }) => family === 'citrus').length;
    expect(citrus(near)).toBeGreaterThan(citrus(far));
  });

  it('refuses what is not there', async () => {
    expect(await refusalOf(find({ like: { ids: ['material:nobody'] } }))).toMatchObject({ code: 'search.not-found' });
  });
});

describe('saved searches', () => {
  it('are kept, renamed, removed and brought back', async () => {
    const { search } = studio.client;
    const asked = { text: '봄', filters: [{ field: 'families' as const, any: ['floral'] }], without: [] };
    const kept = await search.keep({ id: 'one', name: '  봄 꽃 ', asked });
    expect(kept.name).toBe('봄 꽃');
    await search.keep({ id: 'one', name: '봄꽃', asked });
    expect(await search.saved()).toEqual([{ ...kept, name: '봄꽃', asked }]);
    const removed = await search.removeSaved({ id: 'one' });
    expect(await search.saved()).toEqual([]);
    await search.keep({ id: removed.id, name: removed.name, asked: removed.asked });
    expect((await search.saved())[0]?.asked).toEqual(asked);
    expect(await refusalOf(search.removeSaved({ id: 'two' }))).toMatchObject({ code: 'search.not-found' });
    expect(await refusalOf(search.keep({ id: 'two', name: ' ', asked }))).toMatchObject({ code: 'search.invalid' });
  });
});

it('an answer nobody waits for any more is given up', async () => {
  const stop = new AbortController();
  stop.abort();
  await expect(studio.client.search.find({ text: '장미' }, { signal: stop.signal })).rejects.toThrow();
});

it('the library as a map is the same twice, with like beside like', async () => {
  await until(async () => (await studio.client.search.state()).meaning.stage === 'ready');
  const lay = async () => {
    for await (const stage of await studio.client.search.map({ kinds: ['material'] })) {
      if (stage.stage === 'done') return stage.points;
    }
    return [];
  };
  const points = await lay();
  expect(points.length).toBeGreaterThan(500);
  expect(points.every(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1)).toBe(true);
  const near = points.map((one) => {
    const others = points.filter((other) => other !== one);
    const nearest = others.reduce((best, other) =>
      (other.x - one.x) ** 2 + (other.y - one.y) ** 2 < (best.x - one.x) ** 2 + (best.y - one.y) ** 2 ? other : best,
    );
    return nearest.family === one.family;
  });
  expect(near.filter(Boolean).length / points.length).toBeGreaterThan(0.6);
  expect(await lay()).toEqual(points);
});

it('knows at the next start what it knew, from what it kept', async () => {
  const folder = studio.folder;
  const { items } = await studio.client.search.state();
  studio.close();
  studio = await openFindable({ folder, locale: 'ko' });
  expect((await studio.client.search.state()).items).toBe(items);
  expect(studio.bugs).toEqual([]);
});
