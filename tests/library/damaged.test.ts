import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStudioError } from '#foundation/errors.ts';
import { libraryFile } from '#library/sqlite/library-file.ts';
import { openLibrary } from '#library/sqlite/open-library.ts';
import { line } from '#tests/fixtures/bench.ts';
import { openStudio, refusalOf, temporaryFolder } from '#tests/library/open-studio.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function damage(how: (bytes: Buffer) => Buffer): Buffer {
  const damaged = how(readFileSync(libraryFile(folder)));
  writeFileSync(libraryFile(folder), damaged);
  return damaged;
}

it.each([
  ['garbage', (bytes: Buffer) => Buffer.alloc(bytes.length, 'no database')],
  ['half a file', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['a file of a few letters', () => Buffer.from('oops')],
  [
    'a broken beginning',
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(4000, 7), bytes.subarray(4100)]),
  ],
])('%s is refused as damaged and left where it is', (_, how) => {
  openLibrary(folder).close();
  const damaged = damage(how);
  expect(() => openLibrary(folder)).toThrow(/^library\.damaged/);
  expect(readFileSync(libraryFile(folder)).equals(damaged)).toBe(true);
});

it("another program's database is not taken for a library", () => {
  openLibrary(folder).close();
  damage((bytes) => {
    bytes.writeUInt32BE(0x47504b47, 68);
    return bytes;
  });
  expect(() => openLibrary(folder)).toThrow(/^library\.damaged/);
});

it('a hole in the middle is said to be damage where it is met, not a bug', async () => {
  using studio = openStudio({ folder });
  const lines = Array.from({ length: 2000 }, (_, n) =>
    line('lavender-oil', '1', { id: `l${n}`, note: 'x'.repeat(100) }),
  );
  const { id } = await studio.client.recipes.create({ name: { en: 'Rose', ko: '' }, formula: { lines } });
  studio.close();
  const pages = (bytes: Buffer) => bytes.length / 4096;
  damage((bytes) => bytes.fill(0xff, Math.floor(pages(bytes) * 0.5) * 4096, Math.floor(pages(bytes) * 0.7) * 4096));
  const meet = async () => {
    using again = openStudio({ folder });
    const refusal = await refusalOf(again.client.recipes.open({ recipeId: id }));
    expect(again.bugs).toEqual([]);
    return (refusal as { code: string }).code;
  };
  const code = await meet().catch((error: unknown) => (isStudioError(error) ? error.code : error));
  expect(code).toBe('library.damaged');
});
