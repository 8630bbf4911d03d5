import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { libraryFile } from '#library/sqlite/library-file.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { holdElsewhere, kill } from '#tests/library/hold-elsewhere.ts';
import { temporaryFolder } from '#tests/library/open-studio.ts';

let home: string;
let folder: string;
beforeEach(() => {
  home = temporaryFolder();
  chmodSync(home, 0o755);
  folder = path.join(home, 'library');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
/** How opening goes for a user who may not write: root may everywhere, so as somebody else. */
const openAsNobody = async () => {
  const { child, said } = await holdElsewhere(folder, ...(isRoot ? ['--as-nobody'] : []));
  await kill(child);
  return said;
};

// Windows keeps permissions elsewhere; chmod cannot take them away there
describe.skipIf(process.platform === 'win32')('a library in a place that cannot be written', () => {
  it('is refused where the folder is read-only', async () => {
    mkdirSync(folder, { mode: 0o555 });
    expect(await openAsNobody()).toBe('library.read-only');
  });

  it('is refused where the folder cannot even be made', async () => {
    chmodSync(home, 0o555);
    expect(await openAsNobody()).toBe('library.read-only');
    chmodSync(home, 0o755);
  });

  it('is refused where only its file is read-only', async () => {
    openLibrary(folder).close();
    chmodSync(folder, 0o777);
    chmodSync(libraryFile(folder), 0o444);
    expect(await openAsNobody()).toBe('library.read-only');
  });

  it('is opened by the same user where nothing is in the way', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    expect(await openAsNobody()).toBe('open');
  });
});

it('a library inside a file is refused like one that cannot be written', () => {
  writeFileSync(path.join(home, 'file'), 'not a folder');
  expect(() => openLibrary(path.join(home, 'file', 'library'))).toThrow(/^library\.read-only/);
  expect(() => openLibrary(path.join(home, 'file'))).toThrow(/^library\.read-only/);
});
