import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import { openDb } from '#library/sqlite/db.ts';
import { libraryFile } from '#library/sqlite/library-file.ts';
import { backupFolder, backupsKept, migrate, migrations, versionOf } from '#library/sqlite/migrate.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { openStudio, temporaryFolder } from '#tests/library/open-studio.ts';
import { type Rows, rowsOf, writeOlderLibrary } from './older-libraries.ts';

let folder: string;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const older = migrations.slice(0, -1).map((_, at) => at + 1);

/** That every row of `before` is in `after`, as far as its columns go; a column or table may have come since. */
function expectKept(before: Rows, after: Rows): void {
  for (const [table, rows] of Object.entries(before)) {
    const found = after[table] ?? [];
    expect(found, table).toHaveLength(rows.length);
    expect(found, table).toEqual(expect.arrayContaining(rows.map((row) => expect.objectContaining(row))));
  }
}

describe.each(older)('a library of version %i', (version) => {
  it('opens at the newest version with everything that was in it, and a copy from before each of the last steps', () => {
    const before = writeOlderLibrary(folder, version);
    expect(Object.values(before).flat().length).toBeGreaterThan(4);
    const library = openLibrary(folder);
    expect(versionOf(library.db)).toBe(migrations.length);
    expectKept(before, rowsOf(library.db));
    expect(library.db.pragma('foreign_key_check')).toEqual([]);
    expect(library.trials.find('t' as TrialId)?.formula.lines[0]).toMatchObject({ parts: '0.003', note: '첫 행' });
    expect(library.recipes.find('r' as RecipeId)?.formula.lines).toHaveLength(1);
    library.close();

    const backups = readdirSync(backupFolder(folder));
    const copied = backups.map((name) => Number(/version-(\d+)/.exec(name)?.[1])).sort((a, b) => a - b);
    const steps = migrations.map((_, at) => at).slice(version);
    expect(copied).toEqual(steps.slice(-backupsKept));
    const oldest = backups.find((name) => name.includes(`version-${copied[0]}.`)) ?? '';
    const copy = openDb(path.join(backupFolder(folder), oldest), folder);
    expect(versionOf(copy)).toBe(copied[0]);
    expectKept(before, rowsOf(copy));
    copy.close();
  });

  it('takes the next step alone without losing a row', () => {
    const before = writeOlderLibrary(folder, version);
    const db = openDb(libraryFile(folder), folder);
    migrate(db, folder, migrations.slice(0, version + 1));
    expect(versionOf(db)).toBe(version + 1);
    expectKept(before, rowsOf(db));
    db.close();
  });
});

it('a library of version 6 is read by the studio of today as it was written then', async () => {
  writeOlderLibrary(folder, 6);
  using studio = openStudio({ folder });
  const { client } = studio;
  expect(await client.recipes.open({ recipeId: 'r' })).toMatchObject({ name: { ko: '밤의 장미' }, brief: 'dark' });
  const { evaluations, sittings } = await client.evaluations.of({ recipeId: 'r' });
  expect(evaluations).toMatchObject([{ words: '이끼 낀 장미', liking: 8, minutes: 30 }]);
  expect(sittings).toMatchObject([{ id: 's', due: [{ minutes: 30 }] }]);
  expect(await client.briefs.of({ recipeId: 'r' })).toMatchObject({ name: 'Spring', client: '하늘 상회' });
  expect((await client.stock.read()).lots).toMatchObject([{ number: 'L-1', left: '12.5', note: 'fresh' }]);
  expect((await client.labels.list()).recipes).toMatchObject([{ recipeId: 'r', tags: ['spring'], isFavourite: true }]);
  expect(await client.collections.imports()).toMatchObject([{ fileName: 'organ.csv', state: 'kept' }]);
  expect(await client.materials.get({ materialId: 'mine' })).toMatchObject({ shelf: { location: 'A1' } });
  expect(studio.bugs).toEqual([]);
});
