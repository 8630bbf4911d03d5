import { readFile } from 'node:fs/promises';
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

const wizard = (page: Page) => page.getByRole('dialog', { name: 'Import a collection' });
const openSettings = (page: Page) => page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();

async function give(page: Page, name: string, text: string): Promise<void> {
  await openSettings(page);
  await page.getByRole('button', { name: 'Import a collection…' }).click();
  await expect(wizard(page)).toBeVisible();
  await page
    .locator('input[data-collection]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

async function isAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const organ = [
  'Stoff,CAS,Lieferant,Preis',
  'Linalool,78-70-6,Hekserij,45',
  'My violet 🌸,,Me,12',
  'Broken,78-70-7,,',
].join('\n');

test('imports a table whose columns it has to be told, remembers them, and takes the import back', async ({ page }) => {
  await give(page, 'organ.csv', organ);
  await wizard(page).getByRole('combobox', { name: 'Stoff holds' }).selectOption({ label: 'Name' });
  await wizard(page).getByRole('combobox', { name: 'Lieferant holds' }).selectOption({ label: 'Supplier' });
  await wizard(page).getByRole('combobox', { name: 'Preis holds' }).selectOption({ label: 'Price per kg' });
  await isAxeClean(page);
  await wizard(page).getByRole('button', { name: 'Next' }).click();
  await expect(wizard(page).getByRole('region', { name: '2 new materials', exact: true })).toContainText(
    'My violet 🌸',
  );
  await expect(wizard(page).getByRole('region', { name: '1 that the library has by name', exact: true })).toContainText(
    'Linalool',
  );
  await expect(
    wizard(page).getByRole('region', { name: '1 cell or line that cannot be read', exact: true }),
  ).toContainText('78-70-7');
  await isAxeClean(page);
  await wizard(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('“organ.csv” was imported: 2 new, 1 updated, 0 skipped.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Last imports' })).toContainText('organ.csv');
  await isAxeClean(page);

  await give(page, 'again.csv', organ);
  await expect(wizard(page)).toContainText('Filled in as the last time a table had these columns.');
  await expect(wizard(page).getByRole('combobox', { name: 'Stoff holds' })).toHaveValue('name');
  await wizard(page).getByRole('button', { name: 'Close' }).click();

  await page.getByRole('list', { name: 'Last imports' }).getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('The import was undone: 2 removed, 1 restored.')).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: 'Materials' }).click();
  await expect(page.getByText('My violet 🌸')).toHaveCount(0);
});

test('shows an import, and its undo, in every window without a reload', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(studio.address);
  await other.getByRole('navigation').getByRole('button', { name: 'Materials' }).click();
  const count = other.getByRole('search').getByRole('status');
  await expect(count).toContainText(/\d/);
  const before = await count.innerText();
  await page.getByRole('navigation').getByRole('button', { name: 'Materials' }).click();
  await page.getByRole('button', { name: 'Import many…' }).click();
  const buffer = Buffer.from('Name,Supplier\nSeen from afar,Me');
  await page.locator('input[data-collection]').setInputFiles({ name: 'far.csv', mimeType: 'text/plain', buffer });
  await wizard(page).getByRole('button', { name: 'Next' }).click();
  await wizard(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(count).not.toHaveText(before);
  await page.getByRole('log').getByRole('button', { name: 'Undo' }).click();
  await expect(count).toHaveText(before);
});

test('says why a file is no table', async ({ page }) => {
  await give(page, 'empty.csv', '   ');
  await expect(wizard(page).getByRole('alert')).toHaveText('“empty.csv” is empty.');
});

test('exports everything and brings it back', async ({ page }) => {
  await give(page, 'one.csv', 'Name,Supplier\nKept in the archive,Me');
  await wizard(page).getByRole('button', { name: 'Next' }).click();
  await wizard(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Last imports' })).toContainText('one.csv');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  const archive = await readFile(await download.path());
  await page.getByRole('list', { name: 'Last imports' }).getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText('The import was undone: 1 removed, 0 restored.')).toBeVisible();
  await page
    .locator('input[data-archive]')
    .setInputFiles({ name: 'mine.sillage', mimeType: 'application/zip', buffer: archive });
  const dialog = page.getByRole('dialog', { name: 'Restore “mine.sillage”' });
  await expect(dialog).toContainText('kept as a backup');
  await isAxeClean(page);
  await Promise.all([page.waitForEvent('load'), dialog.getByRole('button', { name: 'Replace the library' }).click()]);
  await expect(page.getByRole('grid', { name: 'Formula' })).toBeVisible();
  await openSettings(page);
  await expect(page.getByRole('list', { name: 'Last imports' })).toContainText('one.csv');

  await page
    .locator('input[data-archive]')
    .setInputFiles({ name: 'bad.sillage', mimeType: 'application/zip', buffer: archive.subarray(0, 2000) });
  await page.getByRole('button', { name: 'Replace the library' }).click();
  await expect(page.getByText('“bad.sillage” is damaged or incomplete. Nothing was changed.')).toBeVisible();
});

test('speaks Korean too', async ({ page }) => {
  await openSettings(page);
  await page.getByLabel('한국어').check();
  await page.getByRole('button', { name: '목록 가져오기…' }).click();
  await page.locator('input[data-collection]').setInputFiles({
    name: '원료.csv',
    mimeType: 'text/plain',
    buffer: Buffer.from('원료명,공급처,재고\n장미 베이스,향료상회,250 g'),
  });
  const dialog = page.getByRole('dialog', { name: '목록 가져오기' });
  await dialog.getByRole('button', { name: '다음' }).click();
  await expect(dialog.getByRole('region', { name: '새 원료 1개', exact: true })).toContainText('250 g');
  await isAxeClean(page);
});
