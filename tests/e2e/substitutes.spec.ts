import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { temporaryFolder } from './electron-hosts.ts';
import { type ServedStudio, serveStudio } from './served-studio.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
test.beforeEach(async ({ page }) => {
  place = temporaryFolder();
  studio = await serveStudio(place.folder);
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
