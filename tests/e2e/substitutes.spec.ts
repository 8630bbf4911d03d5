import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { formulaOf, line, product } from '#tests/fixtures/bench.ts';
import { callStudio } from './call-studio.ts';
import { temporaryFolder } from './electron-hosts.ts';
import { type ServedStudio, serveStudio } from './served-studio.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
test.beforeEach(async ({ page }) => {
  place = temporaryFolder();
  studio = await serveStudio(place.folder, ['--rest']);
  await page.goto(studio.address);
  await expect(page.getByRole('grid', { name: 'Formula' })).toBeVisible();
});
test.afterEach(async () => {
  await studio.end('SIGKILL');
  place.remove();
});

async function isAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('shows what is like a line’s material, previews it, replaces as one act that undo takes back', async ({
  page,
}) => {
  const grid = page.getByRole('grid', { name: 'Formula' });
  await grid.locator('button[aria-haspopup="menu"]').nth(2).click();
  await page.getByRole('menuitem', { name: 'Similar materials…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Similar to/ });
  await expect(dialog.getByRole('radio', { name: /^Choose/ }).first()).toBeChecked();
  await expect(dialog.getByRole('region', { name: 'By' })).toContainText('alike');
  await expect(dialog.getByRole('region', { name: 'What would change' })).toContainText('Verdict');
  await expect(dialog.getByRole('region', { name: /^How it dries/ })).toContainText('24 h');
  await dialog
    .getByRole('radio', { name: /^Choose/ })
    .nth(1)
    .check();
  await isAxeClean(page);
  await dialog.getByRole('button', { name: 'Replace in the formula' }).click();
  await expect(page.getByText(/was replaced by/)).toBeVisible();
  await expect(page.locator('[data-saving]')).toHaveText('Saved');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.locator('[data-saving]')).toHaveText('Saved');
});

test('leads from the cost to what is in stock, and says so when nothing is short', async ({ page }) => {
  await page.getByRole('button', { name: 'Replace what is out of stock…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace what is out of stock' });
  await expect(dialog).toContainText('Of everything that has been counted there is enough for the batch.');
  await isAxeClean(page);
});

const call = <Answer>(method: string, at: string, body?: object) => callStudio<Answer>(studio, method, at, body);

interface OnShelf {
  readonly material: { readonly id: string; readonly name: { readonly en: string } };
  readonly shelf: object;
  readonly revision: number;
}

/** Puts a price, or a stock, on the shelf of a material; answers its name. */
async function shelve(materialId: string, shelf: object): Promise<string> {
  const { material, revision, ...before } = await call<OnShelf>('GET', `/materials/${materialId}`);
  const { id: _, ...facts } = material;
  await call('PUT', `/materials/${materialId}`, { revision, facts, shelf: { ...before.shelf, ...shelf } });
  return material.name.en;
}

test('replaces so that it passes, by what costs less and by what there is, each seen before it is done', async ({
  page,
}) => {
  const near = await call<readonly { materialId: string }[]>('GET', '/materials/linalool/nearest?limit=2');
  const price = (perKilogram: string) => ({ price: { perKilogram, currency: 'EUR', date: '2026-11-21' } });
  await shelve('linalool', { ...price('500'), stock: '1' });
  const cheaper = await shelve(near[0]?.materialId ?? '', price('5'));
  const inStock = await shelve(near[1]?.materialId ?? '', { stock: '500' });
  const formula = formulaOf(
    line('oakmoss-absolute', '30'),
    line('linalool', '100'),
    line('hedione-methyl-dihydrojasmonate', '100'),
  );
  await call('POST', '/recipes', { name: { en: 'To be mended', ko: '' }, product: product(), formula });
  await page.getByRole('navigation').first().getByRole('button', { name: 'Recipes' }).click();
  await page.getByRole('gridcell', { name: 'To be mended', exact: true }).dblclick();
  await expect(page.getByRole('heading', { name: 'Over the limit' })).toBeVisible();

  const dialog = page.getByRole('dialog');
  const changes = dialog.getByRole('region', { name: 'What would change' });
  const dries = dialog.getByRole('region', { name: 'How it dries on a blotter' });
  const look = async (goal: string) => {
    await page.getByRole('button', { name: goal }).click();
    await expect(changes.getByRole('row', { name: /^Verdict/ })).toBeVisible();
    await expect(dries).toContainText('24 h');
  };

  await look('Replace what is out of stock…');
  await expect(changes).toContainText(`Linalool → ${inStock}`);
  await expect(dialog.getByRole('radio', { name: /^Choose/ })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await look('Replace by what costs less…');
  await expect(changes).toContainText(`Linalool → ${cheaper}`);
  const cost = (await changes.getByRole('row', { name: /^Batch/ }).innerText()).match(/[\d.]+/g)?.map(Number) ?? [];
  expect(cost[1], 'it costs less').toBeLessThan(cost[0] ?? 0);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await look('Replace so that it passes…');
  await expect(changes).toContainText('Oakmoss absolute →');
  await expect(changes.getByRole('row', { name: /^Verdict/ })).toContainText(/Over a limit\s*→\s*Passes/);
  await isAxeClean(page);
  await dialog.getByRole('button', { name: 'Replace in the formula' }).click();
  await expect(page.getByText('“Oakmoss absolute” was replaced by')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Over the limit' })).toHaveCount(0);
});
