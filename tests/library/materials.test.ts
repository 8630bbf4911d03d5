import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { factsShape, shelfShape } from '#contract/shapes.ts';
import { createMaterialLibrary } from '#library/material-library.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { amount, materialId } from '#tests/fixtures/bench.ts';
import { type OpenStudio, openStudio, refusalOf } from '#tests/library/open-studio.ts';

let studio: OpenStudio;
let client: OpenStudio['client'];
beforeEach(() => {
  studio = openStudio();
  client = studio.client;
});
afterEach(() => {
  studio[Symbol.dispose]();
  expect(studio.bugs).toEqual([]);
});

type Facts = z.output<typeof factsShape>;
const base: Facts = {
  name: { en: 'House musk base', ko: '머스크 베이스' },
  aliases: { en: [], ko: [] },
  cas: [],
  kind: 'base',
  family: 'musk',
  role: 'base',
  descriptors: ['fresh'],
  flags: [],
};
const shelf: z.output<typeof shelfShape> = {
  supplier: 'Aroma Ltd',
  sku: 'AR-1',
  price: { perKilogram: amount('84.5'), currency: 'EUR', date: '2026-03-01' },
  stock: amount('12.25'),
  location: 'B2',
  note: '향이 진하다 🌿',
  dilutions: [{ percent: amount('10'), solventId: materialId('bergamot-oil-expressed') }],
};
const bergamot = 'bergamot-oil-expressed';
const factsOf = async (id: string) => {
  const { material, revision } = await client.materials.get({ materialId: id });
  const { id: _, ...facts } = material;
  return { facts, revision };
};

describe("the perfumer's own materials", () => {
  it('are there again after a restart, shelf and all', async () => {
    const added = await client.materials.add({ facts: base, shelf });
    expect(added).toMatchObject({ origin: 'own', ownFields: [], shelf, revision: 1, material: base });
    studio.close();
    using again = openStudio({ folder: studio.folder });
    expect(await again.client.materials.get({ materialId: added.material.id })).toEqual(added);
  });

  it('can be weighed in a recipe at once', async () => {
    const { material } = await client.materials.add({ facts: base });
    const ingredient = { kind: 'material' as const, materialId: material.id };
    const after = { id: 'l', ingredient, parts: '1', dilution: '100', locked: false, carrier: false, note: '' };
    const recipe = await client.recipes.create({ name: { en: 'x', ko: '' }, formula: { lines: [after] } });
    expect(recipe.formula.lines[0]?.ingredient).toEqual(ingredient);
    expect(studio.core.materialById(material.id)?.name).toEqual(base.name);
  });

  it.each([
    ['a CAS number with a wrong check digit', { cas: ['78-70-7'] }, 'cas', 'check-digit'],
    ['a CAS number that is none', { cas: ['linalool'] }, 'cas', 'form'],
    ['a word outside the vocabulary', { descriptors: ['quixotic'] }, 'descriptors', 'unknown'],
    ['no name at all', { name: { en: ' ', ko: '' } }, 'name', 'empty'],
    [
      'a constituent outside its own range',
      {
        constituents: [
          { cas: '78-70-6', name: 'Linalool', typical: 5, max: 4, method: 'supplier' as const, source: 'x' },
        ],
      },
      'constituents',
      'range',
    ],
  ])('are refused with %s', async (_, wrong, field, reason) => {
    const asked = client.materials.add({ facts: { ...base, ...wrong } });
    expect(await refusalOf(asked)).toMatchObject({
      kind: 'INVALID',
      code: 'material.invalid',
      facts: { field, reason },
    });
    expect((await client.materials.list()).every(({ origin }) => origin === 'shipped')).toBe(true);
  });

  it('keep CAS numbers in their plain form, each once', async () => {
    const { material } = await client.materials.add({ facts: { ...base, cas: ['CAS 00078‑70‑6', '78-70-6'] } });
    expect(material.cas).toEqual(['78-70-6']);
  });

  it.each([
    [{ stock: amount('-1') }, 'stock', 'negative'],
    [{ price: { perKilogram: amount('-0.01'), currency: 'EUR', date: '2026-01-01' } }, 'price', 'negative'],
    [{ dilutions: [{ percent: amount('101'), solventId: materialId(bergamot) }] }, 'dilutions', 'range'],
  ])('are refused with a shelf of %j', async (wrong, field, reason) => {
    const asked = client.materials.add({ facts: base, shelf: { ...shelf, ...wrong } });
    expect(await refusalOf(asked)).toMatchObject({ code: 'material.invalid', facts: { field, reason } });
  });

  it('need a name nobody has, in either language and in any case', async () => {
    const { material } = await client.materials.get({ materialId: bergamot });
    const name = { en: material.name.en.toUpperCase(), ko: '' };
    expect(await refusalOf(client.materials.add({ facts: { ...base, name } }))).toEqual({
      kind: 'REFUSED',
      code: 'material.name-taken',
      facts: { name: name.en, materialId: bergamot },
    });
    const decomposed = { en: 'Other', ko: material.name.ko.normalize('NFD') };
    expect(await refusalOf(client.materials.add({ facts: { ...base, name: decomposed } }))).toMatchObject({
      code: 'material.name-taken',
    });
  });
});

describe('shipped materials', () => {
  it("keep only what differs as the perfumer's own, and are shipped again when it no longer does", async () => {
    const { facts, revision } = await factsOf(bergamot);
    const density = { value: 0.881, method: 'supplier' as const, source: 'CoA 7' };
    const mine = await client.materials.edit({ materialId: bergamot, revision, facts: { ...facts, density }, shelf });
    expect(mine).toMatchObject({ origin: 'shipped', ownFields: ['density'], revision: 1 });
    const back = await client.materials.edit({ materialId: bergamot, revision: 1, facts, shelf });
    expect(back).toMatchObject({ ownFields: [], revision: 2, shelf });
    expect(back.material).toEqual({ ...facts, id: bergamot });
  });

  it('can have a fact taken away, and given back', async () => {
    const { facts, revision } = await factsOf(bergamot);
    const { density, ...without } = facts;
    const { material } = await client.materials.edit({ materialId: bergamot, revision, facts: without, shelf });
    expect(material).not.toHaveProperty('density');
    const reverted = await client.materials.revert({ materialId: bergamot });
    expect(reverted.material.density).toEqual(density);
    expect(reverted.shelf).toEqual(shelf);
  });

  it('take a newer catalogue wherever the perfumer said nothing', async () => {
    const { facts, revision } = await factsOf(bergamot);
    await client.materials.edit({ materialId: bergamot, revision, facts: { ...facts, inci: 'Mine' }, shelf });
    const catalogue = studio.core.library.folder;
    studio.close();
    const library = openLibrary(catalogue);
    const newer = { ...facts, id: materialId(bergamot), role: 'heart' as const, inci: 'Newer' };
    const found = createMaterialLibrary([newer], library.materials).find(materialId(bergamot));
    library.close();
    expect(found?.material).toMatchObject({ inci: 'Mine', role: 'heart' });
    expect(found?.ownFields).toEqual(['inci']);
  });

  it('are archived without losing what is the perfumer’s', async () => {
    const { facts, revision } = await factsOf(bergamot);
    await client.materials.edit({ materialId: bergamot, revision, facts: { ...facts, inci: 'Mine' }, shelf });
    const archived = await client.materials.archive({ materialId: bergamot, archived: true });
    expect(archived).toMatchObject({ archived: true, ownFields: ['inci'], shelf });
    expect(await client.materials.list()).toContainEqual(archived);
  });

  it('are duplicated as own materials under a free name', async () => {
    const { facts } = await factsOf(bergamot);
    const copy = await client.materials.duplicate({ materialId: bergamot });
    expect(copy.origin).toBe('own');
    expect(copy.material.name).toEqual({ en: `${facts.name.en} (2)`, ko: `${facts.name.ko} (2)` });
    expect({ ...copy.material, name: facts.name }).toEqual({ ...facts, id: copy.material.id });
    expect((await client.materials.duplicate({ materialId: copy.material.id })).material.name.en).toMatch(/ \(3\)$/);
  });

  it('refuse an edit made on an older revision', async () => {
    const { facts } = await factsOf(bergamot);
    await client.materials.edit({ materialId: bergamot, revision: 0, facts, shelf });
    expect(await refusalOf(client.materials.edit({ materialId: bergamot, revision: 0, facts, shelf }))).toEqual({
      kind: 'REFUSED',
      code: 'material.changed-elsewhere',
      facts: { materialId: bergamot, expected: 0, actual: 1 },
    });
  });

  it('are told about to whoever follows, and only when something changed', async () => {
    const heard = await client.materials.watch();
    await client.materials.archive({ materialId: bergamot, archived: false });
    await client.materials.archive({ materialId: bergamot, archived: true });
    const { value } = await heard.next();
    expect(value).toMatchObject({ archived: true, material: { id: bergamot } });
    await heard.return?.();
  });
});

it('a verdict follows what the perfumer knows better', async () => {
  const trialId = 'example-chypre.1';
  const worst = async () => (await client.safety.checkTrial({ trialId })).unknowns.map(({ materialId: id }) => id);
  const { formula } = await client.recipes.trial({ trialId });
  const [naturalLine] = formula.lines.filter(
    ({ ingredient }) => 'materialId' in ingredient && ingredient.materialId === bergamot,
  );
  expect(naturalLine).toBeDefined();
  expect(await worst()).not.toContain(bergamot);
  const { facts, revision } = await factsOf(bergamot);
  const { constituents: _, ...unknown } = facts;
  await client.materials.edit({ materialId: bergamot, revision, facts: { ...unknown, cas: [] }, shelf });
  expect(await worst()).toContain(bergamot);
});
