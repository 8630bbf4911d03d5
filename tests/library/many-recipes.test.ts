import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedLibrary } from '#tests/bench/seed-library.ts';
import { openStudio, temporaryFolder } from '#tests/library/open-studio.ts';

const count = 20_000;
const full = temporaryFolder();
const empty = temporaryFolder();

beforeAll(() => {
  seedLibrary(full, count);
  openStudio({ folder: full }).close();
  openStudio({ folder: empty }).close();
}, 120_000);
afterAll(() => {
  for (const folder of [full, empty]) rmSync(folder, { recursive: true, force: true });
});

/** Milliseconds to open the studio, show the first page and open its first recipe. */
async function timeToBench(folder: string): Promise<number> {
  const begun = performance.now();
  using studio = openStudio({ folder });
  const { recipes } = await studio.client.recipes.list({});
  await studio.client.recipes.open({ recipeId: recipes[0]!.id });
  return performance.now() - begun;
}

it('twenty thousand recipes open as fast as none', async () => {
  const times = { full: [] as number[], empty: [] as number[] };
  for (let round = 0; round < 9; round++) {
    times.full.push(await timeToBench(full));
    times.empty.push(await timeToBench(empty));
  }
  const best = (values: number[]) => Math.min(...values);
  expect(best(times.full) / best(times.empty)).toBeLessThan(1.5);
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
