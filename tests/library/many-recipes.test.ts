import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedLibrary } from '#tests/bench/seed-library.ts';
import { openStudio, temporaryFolder } from '#tests/library/open-studio.ts';

const count = 20_000;
const full = temporaryFolder();

beforeAll(() => {
  seedLibrary(full, count);
  openStudio({ folder: full }).close();
}, 120_000);
afterAll(() => {
  rmSync(full, { recursive: true, force: true });
});

it('twenty thousand recipes are paged to the last and searched in Korean', async () => {
  using studio = openStudio({ folder: full });
  const { client } = studio;
  const last = await client.recipes.list({ limit: 10, offset: count });
  expect(last.total).toBe(count + 6);
  expect(last.recipes).toHaveLength(6);
  const found = await client.recipes.list({ search: '무화과 1999' });
  expect(found.recipes.length).toBe(found.total);
  expect(found.recipes.every(({ name }) => name.ko.startsWith('무화과 1999'))).toBe(true);
});
