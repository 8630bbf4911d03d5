import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { TrialId } from '#foundation/ids.ts';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import type { OverviewCell } from '#perfumery/safety/import/overview.ts';
import { columnOf, overviewRows } from '#tests/fixtures/overview-rows.ts';
import { openStudio, refusalOf } from '#tests/library/open-studio.ts';

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

async function rejudged(client: ReturnType<typeof openStudio>['client'], signal?: AbortSignal) {
  const stages = [];
  for await (const stage of await client.regulation.rejudge(undefined, signal ? { signal } : {})) stages.push(stage);
  return stages;
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
    first.core.close();
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
    const stages = await rejudged(studio.client);
    const last = stages.at(-1);
    expect(last).toMatchObject({ stage: 'done', changed: 0, amendment: 51 });
    expect(last?.total).toBeGreaterThan(0);
    const trialId = studio.core.library.verdicts.trialIds()[0] as TrialId;
    const [verdict] = await studio.client.regulation.verdicts({ trialId });
    expect(verdict).toMatchObject({ trialId, tableId: 'shipped', amendment: 51, checked: ifra.checked });
    expect(verdict?.judged.slice(0, 2)).toBe('20');
  });

  it.each([false, true])(
    'tells whose verdict is another one by a new amendment (judged before: %s)',
    async (isBefore) => {
      using studio = openStudio();
      const { client } = studio;
      if (isBefore) await rejudged(client);
      const [, imported] = await client.regulation.keep({ file: await workbook(stricter) });
      await client.regulation.choose({ tableId: imported?.tableId ?? '' });
      const stages = await rejudged(client);
      const changed = stages.flatMap((stage) => (stage.stage === 'judging' ? stage.changed : []));
      expect(changed.length).toBeGreaterThan(0);
      expect(stages.at(-1)).toMatchObject({ stage: 'done', changed: changed.length, amendment: 52 });
      for (const { changes } of changed) expect(changes).toMatchObject([{ where: '4', now: 'over-limit' }]);
      const again = await rejudged(client);
      expect(again.at(-1)).toMatchObject({ changed: 0 });
    },
  );

  it('ends without a word when somebody cancels, and can be done again', async () => {
    using studio = openStudio();
    const stop = new AbortController();
    const stages = [];
    for await (const stage of await studio.client.regulation.rejudge(undefined, { signal: stop.signal })) {
      stages.push(stage);
      stop.abort();
    }
    expect(stages.some(({ stage }) => stage === 'done')).toBe(false);
    expect((await rejudged(studio.client)).at(-1)).toMatchObject({ stage: 'done' });
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
