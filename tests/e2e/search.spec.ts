import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { writeTinyEncoder } from '../fixtures/tiny-encoder.ts';
import { temporaryFolder } from './electron-hosts.ts';
import { type ServedStudio, serveStudio } from './served-studio.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
test.beforeAll(async () => {
  place = temporaryFolder();
  studio = await serveStudio(place.folder, ['--rest']);
  await isRead();
});
test.beforeEach(async ({ page }) => {
  await page.goto(studio.address);
  await page.getByRole('navigation').getByRole('button', { name: 'Bench' }).waitFor();
});
test.afterAll(async () => {
  await studio.end('SIGKILL');
  place.remove();
});

/** Everything has been looked through, so that nothing moves any more. */
async function isRead(): Promise<void> {
  const ask = async (what: string) => {
    const headers = { authorization: `Bearer ${studio.token}` };
    return (await fetch(`${studio.origin}/api/${what}`, { headers })).json();
  };
  await ask('search?text=rose');
  await expect
    .poll(async () => (await ask('search/state')) as object, { timeout: 120_000 })
    .toMatchObject({ shelf: { stage: 'resting' }, meaning: { stage: 'ready' } });
}

async function isAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const box = (page: Page) => page.getByRole('combobox', { name: 'Search everything in the library' });
const rows = (page: Page) =>
  page.getByRole('row', { selected: true }).or(page.locator('[role=row][aria-selected=false]'));
const go = (page: Page, where: string) =>
  page.getByRole('navigation').getByRole('button', { name: where, exact: true }).click();
test('a Korean sentence becomes chips and filters with counts, by keyboard alone as far as the open formula', async ({
  page,
}) => {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('머스크 없이 포근한 겨울 원료');
  const chips = page.getByRole('list', { name: 'Understood from what you wrote' });
  await expect(chips.getByRole('listitem')).toHaveCount(4);
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Musk/ })).toHaveCount(0);
  await expect(rows(page).first()).toContainText(/warm|sweet|amber|woody|cosy|cozy|soft|powdery|vanilla/i);
  await isAxeClean(page);

  const found = page.getByRole('status').filter({ hasText: 'found, the closest first' });
  const before = await found.textContent();
  await chips.getByRole('button', { name: 'Do not ask for “머스크 없이”' }).click();
  await expect(chips.getByRole('listitem').filter({ hasText: '머스크' })).toHaveCount(0);
  await expect(found).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Take 1 back' }).click();
  await expect(found).toHaveText(before ?? '');

  const families = page.getByRole('group', { name: 'Family' });
  const count = () => families.locator('div', { hasText: 'Woody' }).locator('span').last().textContent();
  await families.getByRole('checkbox', { name: 'Woody' }).check();
  await expect.poll(async () => (await found.textContent()) === `${await count()} found, the closest first`).toBe(true);
  await expect(rows(page).first()).toContainText(/woody/i);
  await families.getByRole('checkbox', { name: 'Woody' }).uncheck();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('citrus that lasts longer');
  await expect(rows(page).first()).toContainText(/\d h on a blotter/);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('vetiver');
  await expect(rows(page).first()).toContainText('Vetiver');
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('row', { selected: true });
  const id = await second.getAttribute('id');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', id ?? '');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/was added to “/)).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Vetiver/ }).first()).toBeVisible();
});

test('a word of one’s own is taught where it was missed, and found; a search is saved; the library is a map', async ({
  page,
}) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zorblax');
  await expect(page.getByText('Not known here: “zorblax”.')).toBeVisible();
  await page.getByRole('button', { name: 'Teach this word…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Teach a word' });
  await expect(dialog.getByLabel('The word, in Korean or English')).toHaveValue('zorblax');
  await dialog.getByRole('combobox', { name: 'What it means' }).fill('galbanum');
  await page.getByRole('option').first().click();
  await isAxeClean(page);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Search knows “zorblax” from now on.')).toBeVisible();
  await expect(page.getByText('Not known here')).toHaveCount(0);
  await expect(rows(page).first()).toContainText(/Galban/);
  await expect(rows(page).first()).toContainText(/galbanum/i);

  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  const saved = page.getByRole('region', { name: 'Saved searches' });
  await box(page).fill('');
  await saved.getByRole('button', { name: 'zorblax', exact: true }).click();
  await expect(box(page)).toHaveValue('zorblax');

  await page.getByRole('radio', { name: 'Odour map' }).check({ force: true });
  await expect(page.getByText(/things, by/)).toBeVisible();
  await page.getByRole('radio', { name: 'As a table' }).check({ force: true });
  await expect(page.getByRole('columnheader', { name: 'Nearest on the map' })).toBeVisible();
  await isAxeClean(page);
});

test('a path typed before the folders are there stays as it was typed', async ({ page }) => {
  await page.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => void setTimeout(() => socket.send(message), 500));
  });
  await page.reload();
  await go(page, 'Settings');
  await page.getByRole('region', { name: 'Encoder' }).getByRole('button', { name: 'Add a folder…' }).click();
  const adding = page.getByRole('dialog', { name: 'Add an encoder' });
  await adding.getByLabel('Path of the folder').fill('/somewhere/else');
  await expect(adding.getByRole('button', { name: 'One folder up' })).toBeVisible();
  await expect(adding.getByLabel('Path of the folder')).toHaveValue('/somewhere/else');
});

test('an encoder of a folder takes over, and vectors leave the machine only where that is confirmed', async ({
  page,
}) => {
  const folder = path.join(place.folder, 'tiny-e5');
  writeTinyEncoder(folder);
  await go(page, 'Settings');
  const encoders = page.getByRole('region', { name: 'Encoder' });
  await encoders.getByRole('button', { name: 'Add a folder…' }).click();
  const adding = page.getByRole('dialog', { name: 'Add an encoder' });
  await adding.getByLabel('Path of the folder').fill(place.folder);
  await adding.getByRole('button', { name: 'Add this folder' }).click();
  await expect(adding.getByRole('alert')).toContainText('There is no model in');
  await adding.getByLabel('Path of the folder').fill(folder);
  await adding.getByRole('button', { name: 'Add this folder' }).click();
  await expect(encoders.getByRole('button', { name: /^Use int8 \(cosine 0\.99\d*\): tiny-e5/ })).toBeVisible();
  await encoders.getByRole('button', { name: 'Use tiny-e5', exact: true }).click();
  const tiny = encoders.getByRole('listitem').filter({ hasText: 'tiny-e5' }).first();
  await expect(tiny).toContainText('Serves');
  await isAxeClean(page);

  await page.getByRole('button', { name: 'Choose a place…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where search vectors lie' });
  await dialog.getByRole('radio', { name: 'Object store (S3)' }).check({ force: true });
  await dialog.getByLabel('Address').fill('s3://bucket/studio');
  await dialog.getByLabel('Endpoint').fill('http://storage.example.com');
  await dialog.getByLabel('Access key').fill('somebody');
  await dialog.getByLabel('Secret key').fill('something');
  await expect(dialog.getByRole('button', { name: 'Use this place' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('is not encrypted');
});
