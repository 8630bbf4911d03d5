import { copyFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { TrialId } from '#foundation/ids.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import type { OverviewCell } from '#perfumery/safety/import/overview.ts';
import { formulaOf, line } from '#tests/fixtures/bench.ts';
import { columnOf, overviewRows } from '#tests/fixtures/overview-rows.ts';
import { openStudio, refusalOf, temporaryFolder } from '#tests/library/open-studio.ts';

const { ifra } = loadRegulation(resolve('assets/regulation'));

/** A workbook of the shipped table in which some cells say something else. */
async function workbook(
  changes: readonly (readonly [key: string, header: string, value: OverviewCell])[],
): Promise<File> {
  const rows = overviewRows(ifra);
  for (const [key, header, value] of changes) {
    const row = rows[ifra.standards.findIndex((standard) => standard.key === key) + 3];
    if (row) row[columnOf(header)] = value;
  }
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null || value === undefined
        ? null
        : { value: value as string | number, type: typeof value === 'number' ? Number : String },
    ),
  );
  return new File([new Uint8Array(await writeXlsxFile(cells as never).toBuffer())], 'amendment-52.xlsx');
}

const stricter = [
  ['coumarin', 'Amendment number', 52],
  ['coumarin', 'Category 4 (%)', 0.0001],
] as const;

/** Waits until nothing is judged any more, and answers the newest run. */
async function rejudged(client: ReturnType<typeof openStudio>['client']) {
  for await (const { now } of await client.regulation.watchRejudging()) if (!now) break;
  const [latest] = await client.regulation.rejudgings();
  return latest;
}

describe('an imported amendment', () => {
  it('lies beside the shipped one, comes into force when chosen, and everything follows', async () => {
    using studio = openStudio();
    const { client } = studio;
    const file = await workbook(stricter);
    const read = await client.regulation.read({ file });
    expect(read).toMatchObject({ amendment: 52, standards: ifra.standards.length, problems: [] });
    expect(read.differences).toMatchObject([
      { key: 'coumarin', cells: [{ category: '4', now: { percent: '0.0001' } }] },
    ]);

    const [shipped, imported] = await client.regulation.keep({ file });
    expect(shipped).toMatchObject({ tableId: 'shipped', amendment: 51, isInForce: true });
    expect(imported).toMatchObject({ amendment: 52, fileName: 'amendment-52.xlsx', isInForce: false });

    const tables = await client.regulation.choose({ tableId: imported?.tableId ?? '' });
    expect(tables.map(({ isInForce }) => isInForce)).toEqual([false, true]);
    expect((await client.safety.regulation()).ifra.amendment).toBe(52);
    expect((await client.studio.info()).ifraAmendment).toBe(52);
    expect(studio.bugs).toEqual([]);
  });

  it('is still in force after the library was closed', async () => {
    using first = openStudio();
    const [, imported] = await first.client.regulation.keep({ file: await workbook(stricter) });
    await first.client.regulation.choose({ tableId: imported?.tableId ?? '' });
    void first.core.close();
    using again = openStudio({ folder: first.folder });
    expect((await again.client.safety.regulation()).ifra.amendment).toBe(52);
    again.close();
  });

  it('cannot be removed while it is in force, nor can the shipped one', async () => {
    using studio = openStudio();
    const { client } = studio;
    const [, imported] = await client.regulation.keep({ file: await workbook(stricter) });
    const tableId = imported?.tableId ?? '';
    await client.regulation.choose({ tableId });
    expect(await refusalOf(client.regulation.remove({ tableId }))).toMatchObject({ code: 'regulation.table-in-use' });
    await client.regulation.choose({ tableId: 'shipped' });
    expect(await refusalOf(client.regulation.remove({ tableId: 'shipped' }))).toMatchObject({
      code: 'regulation.table-in-use',
    });
    expect(await client.regulation.remove({ tableId })).toHaveLength(1);
    expect(await refusalOf(client.regulation.choose({ tableId }))).toMatchObject({ code: 'regulation.not-found' });
  });

  it('is refused with row and column where a cell is not understood', async () => {
    using studio = openStudio();
    const file = await workbook([['coumarin', 'Category 4 (%)', 'ask IFRA']]);
    const read = await studio.client.regulation.read({ file });
    const row = ifra.standards.findIndex(({ key }) => key === 'coumarin') + 4;
    expect(read.problems).toMatchObject([{ why: 'cell-unreadable', row, column: 'Category 4 (%)', stops: true }]);
    expect(await refusalOf(studio.client.regulation.keep({ file }))).toMatchObject({
      code: 'regulation.not-kept',
      facts: { why: 'cell-unreadable', row, column: 'Category 4 (%)' },
    });
    expect(await studio.client.regulation.tables()).toHaveLength(1);
  });

  it('is no workbook of IFRA when it is something else', async () => {
    using studio = openStudio();
    const file = new File(['hello'], 'hello.xlsx');
    expect(await refusalOf(studio.client.regulation.read({ file }))).toMatchObject({ code: 'file.not-understood' });
  });
});

describe('judging stored trials again', () => {
  it('stores amendment and date with every verdict, and changes nothing by the same table', async () => {
    using studio = openStudio();
    const { client } = studio;
    await client.regulation.rejudge();
    const run = await rejudged(client);
    expect(run).toMatchObject({ why: 'asked', state: 'done', changed: 0, amendment: 51, trials: [] });
    expect(run?.total).toBeGreaterThan(0);
    expect(run?.done).toBe(run?.total);
    const trialId = studio.core.library.verdicts.trialIds()[0] as TrialId;
    const [verdict] = await client.regulation.verdicts({ trialId });
    expect(verdict).toMatchObject({ trialId, tableId: 'shipped', amendment: 51, checked: ifra.checked });
    expect(verdict?.judged.slice(0, 2)).toBe('20');
    expect(studio.bugs).toEqual([]);
  });

  it('begins by itself when a table is imported and when it comes into force, and tells what changed', async () => {
    using studio = openStudio();
    const { client } = studio;
    const [, imported] = await client.regulation.keep({ file: await workbook(stricter) });
    const preview = await rejudged(client);
    expect(preview).toMatchObject({ why: 'imported', amendment: 52, state: 'done' });
    expect(preview?.changed).toBeGreaterThan(0);
    await client.regulation.choose({ tableId: imported?.tableId ?? '' });
    const run = await rejudged(client);
    expect(run).toMatchObject({ why: 'table', amendment: 52, changed: preview?.changed });
    expect(run?.trials.map(({ trialId }) => trialId)).toEqual(preview?.trials.map(({ trialId }) => trialId));
    for (const { changes } of run?.trials ?? []) expect(changes).toMatchObject([{ where: '4', now: 'over-limit' }]);
    await client.regulation.rejudge();
    expect(await rejudged(client)).toMatchObject({ why: 'asked', changed: 0 });
    expect(await client.regulation.rejudgings()).toHaveLength(3);
    expect(studio.bugs).toEqual([]);
  });

  it('begins by itself for the trials of a material in which something a regulation sees has changed', async () => {
    using studio = openStudio();
    const { client } = studio;
    const recipe = await client.recipes.create({
      name: { en: 'Test', ko: '' },
      formula: formulaOf(line('linalool', '1')) as never,
    });
    const { trial } = await client.recipes.keepTrial({ recipeId: recipe.id });
    const { material, shelf, revision } = await client.materials.get({ materialId: 'linalool' });
    const { id: _, ...facts } = material;
    const cas = ['80-54-6'];
    const edited = await client.materials.edit({ materialId: 'linalool', revision, shelf, facts: { ...facts, cas } });
    const inci = { ...facts, cas, inci: 'Another name' };
    await client.materials.edit({ materialId: 'linalool', revision: edited.revision, shelf, facts: inci });
    const folder = temporaryFolder();
    for (const part of ['library.sqlite', 'library.sqlite-wal'])
      copyFileSync(join(studio.folder, part), join(folder, part));
    using killed = openStudio({ folder });
    for await (const { latest } of await client.regulation.watchRejudging()) if (latest) break;
    const run = await rejudged(client);
    expect(run).toMatchObject({ why: 'materials', materials: [material.name], state: 'done' });
    expect(run?.trials.map(({ trialId }) => trialId)).toContain(trial.id);
    expect(studio.bugs).toEqual([]);

    for await (const { latest } of await killed.client.regulation.watchRejudging()) if (latest) break;
    const later = await rejudged(killed.client);
    expect(later, 'a studio killed before it began').toMatchObject({ why: 'materials', materials: [material.name] });
    expect(later?.trials).toEqual(run?.trials);
    killed.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on where it was after the studio ended in the middle of it', async () => {
    using first = openStudio();
    const [, imported] = await first.client.regulation.keep({ file: await workbook(stricter) });
    await rejudged(first.client);
    await first.client.regulation.choose({ tableId: imported?.tableId ?? '' });
    void first.core.close();
    using again = openStudio({ folder: first.folder });
    for await (const { latest, now } of await again.client.regulation.watchRejudging())
      if (latest === 2 && !now) if ((await again.client.regulation.rejudgings())[0]?.state === 'done') break;
    expect(await rejudged(again.client)).toMatchObject({ number: 2, why: 'table', amendment: 52, state: 'done' });
    expect(again.core.library.verdicts.hasAllBy(imported?.tableId ?? '')).toBe(true);
    expect([...first.bugs, ...again.bugs]).toEqual([]);
    again.close();
  });

  it('stops when it is told to, and can be asked for again', async () => {
    using studio = openStudio();
    const { client } = studio;
    await client.regulation.rejudge();
    expect(await client.regulation.stopRejudging()).toMatchObject({ now: null });
    expect((await client.regulation.rejudgings())[0]).toMatchObject({ state: 'stopped' });
    await client.regulation.rejudge();
    expect(await rejudged(client)).toMatchObject({ state: 'done' });
    expect(studio.bugs).toEqual([]);
  });

  it('is not needed for a trial that was just frozen, nor for the examples', async () => {
    using studio = openStudio();
    const { client, core } = studio;
    expect(core.library.verdicts.hasAllBy('shipped')).toBe(true);
    const recipe = await client.recipes.create({
      name: { en: 'Test', ko: '' },
      formula: formulaOf(line('oakmoss-absolute', '1')) as never,
    });
    const { trial } = await client.recipes.keepTrial({ recipeId: recipe.id });
    const [verdict] = await client.regulation.verdicts({ trialId: trial.id });
    expect(verdict).toMatchObject({ tableId: 'shipped', amendment: 51, judged: trial.created });
    expect(verdict?.categories[3]).toBe('o');
    const copy = await client.recipes.duplicate({ recipeId: recipe.id });
    expect(await client.regulation.verdicts({ trialId: copy.trials[0]?.id ?? ('' as TrialId) })).toMatchObject([
      { categories: verdict?.categories },
    ]);
  });

  it('never holds up the studio, however huge a trial: 2,000 lines with accords inside accords', async () => {
    using studio = openStudio();
    const { client } = studio;
    const ids = (await client.materials.list()).map(({ material }) => material.id);
    const lines = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        line(ids[at % ids.length] ?? '', String(1 + (at % 7)), { id: `l${at}` }),
      );
    const frozen = async (formula: object) => {
      const { id } = await client.recipes.create({ name: { en: 'Part', ko: '' }, formula: formula as never });
      const { trial } = await client.recipes.keepTrial({ recipeId: id });
      return { kind: 'accord', recipeId: id, trialId: trial.id } as const;
    };
    const inner = await frozen(formulaOf(...lines(400)));
    const outer = await frozen(formulaOf(...lines(400), line('accord', '5', { ingredient: inner as never })));
    const huge = await frozen(formulaOf(...lines(1998), line('accord', '9', { ingredient: outer as never })));
    expect(await client.regulation.verdicts({ trialId: huge.trialId }), 'too much to be judged at once').toEqual([]);
    for await (const { now } of await client.regulation.watchRejudging())
      if (!now && studio.core.library.verdicts.hasAllBy('shipped')) break;
    expect(await client.regulation.verdicts({ trialId: huge.trialId })).toMatchObject([{ tableId: 'shipped' }]);
    expect(studio.bugs).toEqual([]);
  });
});

describe('imported contributions of naturals', () => {
  const csv = (text: string) => new File([text], 'annex.csv');
  const header = 'Natural_Name,Constituent_Name,Constituent_CAS,Percentage\n';

  it('override typical shares, visibly, and leave the others', async () => {
    using studio = openStudio();
    const { client } = studio;
    const natural = (await client.materials.list()).find(
      ({ material }) => material.kind === 'natural' && (material.constituents?.length ?? 0) > 2,
    );
    const [first, ...rest] = natural?.material.constituents ?? [];
    const file = csv(
      `${header}"${natural?.material.name.en}","Something",${first?.cas},12.25\nNobody’s oil,Linalool,78-70-6,3\n`,
    );
    const read = await client.regulation.readAnnex({ file });
    expect(read.entries).toMatchObject([{ added: 0, changed: 1 }, { name: 'Nobody’s oil' }]);
    expect(read.entries[1]?.material).toBeUndefined();
    await client.regulation.keepAnnex({ file });
    const after = await client.materials.get({ materialId: natural?.material.id as never });
    expect(after.ownFields).toEqual(['constituents']);
    expect(after.material.constituents).toHaveLength(rest.length + 1);
    expect(after.material.constituents?.at(-1)).toMatchObject({
      typical: 12.25,
      method: 'stated',
      source: 'annex.csv',
    });
  });

  it('are refused whole for one row that cannot be read', async () => {
    using studio = openStudio();
    const file = csv(`${header}Balm oil,Citronellal,106-23-1,6.88\n`);
    expect(await refusalOf(studio.client.regulation.keepAnnex({ file }))).toMatchObject({
      code: 'regulation.not-kept',
      facts: { why: 'cas-check-digit', row: 2 },
    });
  });
});
