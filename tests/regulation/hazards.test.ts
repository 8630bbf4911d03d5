import { expect, it } from 'vitest';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { openStudio, refusalOf } from '#tests/library/open-studio.ts';

it('hazard codes of a material are kept in plain form with their source, and decide the draft of a mixture', async () => {
  using studio = openStudio();
  const { client } = studio;
  const { material, shelf, revision } = await client.materials.get({ materialId: 'linalool' });
  const { id: _, ...facts } = material;
  const edit = (more: object, at = revision) =>
    client.materials.edit({ materialId: 'linalool', revision: at, shelf, facts: { ...facts, ...more } });
  for (const [hazards, reason] of [
    [['H999'], 'unknown'],
    [['H317 3'], 'category'],
    [['H302 M=10'], 'factor'],
  ] as const)
    expect(await refusalOf(edit({ hazards: [...hazards] }))).toMatchObject({
      code: 'material.invalid',
      facts: { field: 'hazards', reason },
    });
  const hazards = ['h317 (1b)', 'H317 1b', 'H302 ATE=2790'];
  expect(await refusalOf(edit({ hazards }))).toMatchObject({ facts: { reason: 'form' } });
  const kept = await edit({ hazards: hazards.slice(1), hazardSource: 'Supplier A, 2026-10' });
  expect(kept.material).toMatchObject({ hazards: ['H317 1B', 'H302 ATE=2790'], hazardSource: 'Supplier A, 2026-10' });
  expect(kept.ownFields).toEqual(['hazards', 'hazardSource']);

  expect(await refusalOf(edit({ pairings: ['linalool'] }, kept.revision))).toMatchObject({
    facts: { field: 'pairings', reason: 'itself' },
  });
  expect(await refusalOf(edit({ pairings: ['nowhere'] }, kept.revision))).toMatchObject({ code: 'material.not-found' });

  const { id: recipeId } = await client.recipes.create({
    name: { en: 'Test', ko: '' },
    product: product({ dosage: '100' }),
    formula: formulaOf(line('linalool', '1')) as never,
  });
  const { sections } = await client.documents.make({ recipeId, kind: 'hazards', language: 'ko' });
  expect(sections[0]?.text).toContain('H317: 알레르기성 피부 반응을 일으킬 수 있음');
  expect(sections[1]?.rows).toEqual([['경구', '2790', '—', material.name.ko]]);
  expect(studio.bugs).toEqual([]);
});
