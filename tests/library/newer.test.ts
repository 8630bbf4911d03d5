import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StudioError } from '#foundation/errors.ts';
import { libraryFile } from '#library/sqlite/library-file.ts';
import { type Migration, migrations } from '#library/sqlite/migrate.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { temporaryFolder } from '#tests/library/open-studio.ts';

let folder: string;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fromTheFuture: readonly Migration[] = [...migrations, (db) => db.exec('CREATE TABLE dream (scent TEXT) STRICT')];
const newer = () =>
  new StudioError('library.newer', { folder, found: migrations.length + 1, known: migrations.length });
const contents = () =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.startsWith('library.sqlite') && !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );

it('a library from a newer studio is refused and not touched by a byte', () => {
  openLibrary(folder, fromTheFuture).close();
  const before = contents();
  expect(() => openLibrary(folder)).toThrow(newer());
  expect(contents()).toEqual(before);
  openLibrary(folder, fromTheFuture).close();
});

it('a newer library whose newer half is still in the log is refused and not touched either', () => {
  openLibrary(folder).close();
  const held = openLibrary(folder, fromTheFuture);
  const crashed = temporaryFolder();
  for (const suffix of ['', '-wal']) cpSync(libraryFile(folder) + suffix, libraryFile(crashed) + suffix);
  held.close();
  rmSync(folder, { recursive: true });
  folder = crashed;
  const before = contents();
  expect([...before.keys()]).toEqual(['library.sqlite', 'library.sqlite-wal']);
  expect(() => openLibrary(folder)).toThrow(newer());
  expect(contents()).toEqual(before);
});

it('an older library is brought up to date, with a copy of how it was', () => {
  openLibrary(folder).close();
  openLibrary(folder, fromTheFuture).close();
  const [backup = ''] = readdirSync(path.join(folder, 'backups'));
  const restored = temporaryFolder();
  cpSync(path.join(folder, 'backups', backup), libraryFile(restored));
  openLibrary(restored).close();
  rmSync(restored, { recursive: true });
});
