import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { callStudio } from './call-studio.ts';
import { temporaryFolder } from './electron-hosts.ts';
import { type ServedStudio, serveStudio } from './served-studio.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
test.beforeEach(async ({ page }) => {
  place = temporaryFolder();
  studio = await serveStudio(place.folder, ['--rest']);
  await openList(page);
});
test.afterEach(async () => {
  await studio.end('SIGKILL');
  place.remove();
});

async function openList(page: Page): Promise<void> {
  await page.goto(studio.address);
  await page.getByRole('navigation').getByRole('button', { name: 'Recipes' }).click();
  await expect(grid(page).getByRole('row').nth(1)).toContainText(/\S/); // keys before the list is there move nothing
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Recipes' });
const row = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name });
const chosen = (page: Page) => grid(page).locator('[role=row][aria-selected=true]');
const search = (page: Page) => page.getByRole('textbox', { name: 'Search' });

const call = <Answer>(method: string, at: string, body?: object) => callStudio<Answer>(studio, method, at, body);

async function choose(page: Page, name: string, act: string): Promise<void> {
  await row(page, name)
    .getByRole('button', { name: /Actions for/ })
    .click();
  await page.getByRole('menuitem', { name: act, exact: true }).click();
}

test('lists the examples with both names, product, lines and trials', async ({ page }) => {
  const chypre = row(page, 'Ember under snow').getByRole('gridcell');
  await expect(chypre.nth(0)).toHaveText(/Ember under snowExample눈 밑의 잉걸불/);
  await expect(chypre.nth(1)).toContainText('Eau de parfum');
  await expect(chypre.nth(1)).toContainText('Category 4');
  await expect(chypre.nth(2)).toHaveText(/^\d+$/);
  await expect(chypre.nth(4).locator('time')).toHaveAttribute('datetime', /^20\d\d-/);
  await expect(page.getByText('6 recipes')).toBeVisible();
});

test('searches names in either language, also in decomposed Korean, and says when nothing fits', async ({ page }) => {
  await search(page).fill('ember');
  await expect(page.getByText('1 recipe', { exact: true })).toBeVisible();
  await expect(row(page, 'Ember under snow')).toBeVisible();
  await search(page).fill('고사리'.normalize('NFD'));
  await expect(row(page, 'Fern after the rain')).toBeVisible();
  await expect(row(page, 'Ember under snow')).toHaveCount(0);
  await search(page).fill('no such recipe 🌫');
  await expect(page.getByRole('heading', { name: 'No recipe is called “no such recipe 🌫”' })).toBeVisible();
  await search(page).press('Escape');
  await expect(page.getByText('6 recipes')).toBeVisible();
});

test('opens one with the keyboard alone, and another with two clicks', async ({ page }) => {
  await expect(search(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(chosen(page)).toContainText('Ember under snow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the recipe' })).toHaveValue('Ember under snow');
  await page.getByRole('navigation').getByRole('button', { name: 'Recipes' }).click();
  await row(page, 'Fern after the rain').dblclick();
  await expect(page.getByRole('textbox', { name: 'Name of the recipe' })).toHaveValue('Fern after the rain');
});

test('duplicates, archives and brings back', async ({ page }) => {
  await choose(page, 'Fern after the rain', 'Duplicate');
  await expect(page.getByText('7 recipes')).toBeVisible();
  await choose(page, 'Dew on the stone wall', 'Archive');
  await expect(row(page, 'Dew on the stone wall')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Archived' }).check({ force: true });
  await expect(row(page, 'Dew on the stone wall')).toBeVisible();
  await choose(page, 'Dew on the stone wall', 'Bring back');
  await expect(page.getByRole('heading', { name: 'Nothing is in the archive' })).toBeVisible();
  await page.getByRole('radio', { name: 'In work' }).check({ force: true });
  await expect(row(page, 'Dew on the stone wall')).toBeVisible();
});

test('asks by name before it removes, and says which recipe keeps an accord from going', async ({ page }) => {
  await choose(page, 'Fern after the rain', 'Remove for good');
  const dialog = page.getByRole('dialog', { name: 'Remove “Fern after the rain”?' });
  await expect(dialog).toContainText('This cannot be undone.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, 'Fern after the rain')).toBeVisible();
  await choose(page, 'Fern after the rain', 'Remove for good');
  await dialog.getByRole('button', { name: 'Remove for good' }).click();
  await expect(row(page, 'Fern after the rain')).toHaveCount(0);
  await expect(page.getByText('5 recipes')).toBeVisible();

  await choose(page, 'Resin and sugar', 'Remove for good');
  const refused = page.getByRole('dialog', { name: 'Remove “Resin and sugar”?' });
  await refused.getByRole('button', { name: 'Remove for good' }).click();
  await expect(refused.getByRole('alert')).toHaveText(/Other recipes use it as an accord, so it stays: “.+”\./);
  await refused.getByRole('button', { name: 'Archive instead' }).click();
  await expect(row(page, 'Resin and sugar')).toHaveCount(0);
  const { total } = await call<{ total: number }>('GET', '/recipes?archived=true');
  expect(total).toBe(1);
});

test('follows what happens elsewhere, and keeps the chosen recipe chosen', async ({ page }) => {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toContainText('Ember under snow');
  const made = await call<{ id: string }>('POST', '/recipes', { name: { en: 'From a script', ko: '스크립트에서' } });
  await expect(row(page, 'From a script')).toBeVisible();
  await expect(chosen(page)).toContainText('Ember under snow');
  await call('PATCH', `/recipes/${made.id}`, { name: { en: 'Renamed 🌹 <b>', ko: '' } });
  await expect(row(page, 'Renamed 🌹 <b>')).toBeVisible();
  await call('DELETE', `/recipes/${made.id}`);
  await expect(row(page, 'Renamed')).toHaveCount(0);
});

test('scrolls through hundreds, fetched as they come into sight', async ({ page }) => {
  for (let number = 1; number <= 260; number += 1)
    await call('POST', '/recipes', { name: { en: `Study ${number}`, ko: '' } });
  await expect(page.getByText('266 recipes')).toBeVisible();
  expect(await grid(page).getByRole('row').count()).toBeLessThan(60);
  await search(page).press('ArrowDown');
  await page.keyboard.press('End');
  await expect(chosen(page)).toContainText('Lanterns in the night garden');
  await page.keyboard.press('PageUp');
  await expect(chosen(page)).toContainText(/Study \d+/);
  await search(page).fill('study 17');
  await expect(page.getByText('11 recipes')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the recipe' })).toHaveValue('Study 17');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`is readable and named for everyone: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(row(page, 'Ember under snow')).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await choose(page, 'Ember under snow', 'Remove for good');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.waitForTimeout(400); // until it has faded in
    expect(await serious(page)).toEqual([]);
  });
}

async function serious(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
