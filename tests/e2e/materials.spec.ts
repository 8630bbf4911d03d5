import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { root, temporaryFolder } from './electron-hosts.ts';
import { type ServedStudio, serveStudio } from './served-studio.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
test.beforeEach(async ({ page }) => {
  place = temporaryFolder();
  studio = await serveStudio(place.folder);
  await page.goto(studio.address);
  await turnTo(page, 'Materials');
});
test.afterEach(async () => {
  await studio.end('SIGKILL');
  place.remove();
});

const turnTo = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click();
const search = (page: Page) => page.locator('[data-find-material]');
const option = (page: Page, name: RegExp) => page.getByRole('listbox').getByRole('option', { name });
const fact = (page: Page, label: string) => page.locator('dl > div', { has: page.getByText(label, { exact: true }) });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

/** How many materials a file of the catalogue ships. */
function shipped(name: string): number {
  const file = path.join(root, 'assets/catalogue', `${name}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { materials: unknown[] }).materials.length;
}

async function choose(page: Page, typed: string): Promise<void> {
  await search(page).fill(typed);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox')).toBeFocused();
}

test('lists every shipped material, draws only those in sight, and moves by arrows', async ({ page }) => {
  const count = shipped('synthetics') + shipped('naturals') + shipped('solvents') + shipped('bases');
  await expect(page.getByText(`${count} materials`)).toBeVisible();
  expect(await option(page, /./).count()).toBeLessThan(60);
  await choose(page, 'lavender');
  await expect(page.getByRole('heading', { level: 2, name: /Lavender/ })).toBeVisible();
  await search(page).fill('');
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  const last = page.getByRole('listbox').getByRole('option', { selected: true });
  await expect(last).toHaveAttribute('aria-posinset', String(count));
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('solvent');
  await expect(page.getByText(`${shipped('solvents')} materials`)).toBeVisible();
});

test('adds a material of one’s own, and refuses a mistyped CAS number with a sentence', async ({ page }) => {
  await page.getByRole('button', { name: 'Add a material' }).click();
  await page.keyboard.insertText('은하수 베이스');
  await page.getByLabel('Name in English').fill('Milky way base');
  const cas = page.getByLabel('CAS numbers');
  await cas.fill('78-70-7');
  await expect(page.getByText('78-70-7 is not a CAS number: its check digit is wrong.')).toBeVisible();
  await save(page);
  await expect(cas).toBeFocused();
  await expect(page.getByText('One field needs another look.')).toBeVisible();
  await cas.fill('78-70-6');
  await page.getByLabel('Molecular formula').fill('C10H18O');
  await expect(page.getByLabel('Molecular weight')).toHaveValue('154.253');
  await page.getByLabel('Odour words').fill('레몬');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Price per kg' }).fill('120,50');
  await page.getByRole('textbox', { name: 'In stock, g' }).fill('250');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 2, name: 'Milky way base' })).toBeVisible();
  await expect(fact(page, 'Odour words')).toContainText('lemon');
  await expect(fact(page, 'Price per kg')).toContainText('€120.50 per kg');
  await page.reload();
  await turnTo(page, 'Materials');
  await page.getByRole('combobox', { name: 'Origin' }).selectOption('own');
  await expect(option(page, /Milky way base/)).toContainText('250');
  await page.getByRole('button', { name: 'Add a material' }).click();
  await page.keyboard.insertText('은하수 베이스');
  await save(page);
  await expect(page.getByText('Another material is already called “은하수 베이스”.')).toBeVisible();
  await expect(page.getByLabel('Name in Korean')).toHaveValue('은하수 베이스');
});

test('marks what the perfumer changed beside what was shipped, and takes it off again', async ({ page }) => {
  await choose(page, 'hedione');
  const density = fact(page, 'Density at 20 °C');
  const before = (await density.locator('dd').first().innerText()).trim();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Density at 20 °C', { exact: true }).fill('0.5');
  await page.getByLabel('How Density at 20 °C is known').selectOption('supplier');
  await page.getByLabel('Source of Density at 20 °C').fill('certificate 7');
  await save(page);
  await expect(density).toContainText('0.5');
  await expect(density).toContainText('certificate 7');
  await expect(density).toContainText(`Shipped: ${before}`);
  await expect(density).toHaveAttribute('data-yours', 'true');
  await page.getByRole('button', { name: 'Back to shipped facts' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Back to shipped facts' }).click();
  await expect(density).not.toContainText('0.5');
  await expect(density).toContainText(before);
});

test('asks before unsaved changes are left, and keeps them while another page is looked at', async ({ page }) => {
  await choose(page, 'linalool');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Personal note').fill('smells of 🍋 and = signs');
  await turnTo(page, 'Settings');
  await turnTo(page, 'Materials');
  await expect(page.getByLabel('Personal note')).toHaveValue('smells of 🍋 and = signs');
  await search(page).fill('vanillin');
  await option(page, /Vanillin/)
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).last().click();
  await expect(page.getByLabel('Personal note')).toHaveValue('smells of 🍋 and = signs');
  await option(page, /Vanillin/)
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Vanillin' })).toBeVisible();
  await choose(page, 'linalool');
  await expect(fact(page, 'Personal note')).toContainText('smells of 🍋 and = signs');
});

test('archives a material, which is then found only among the archived, and brings it back', async ({ page }) => {
  await choose(page, 'calone');
  await page.getByRole('button', { name: 'Archive' }).click();
  await expect(option(page, /Calone/)).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Archived' }).selectOption('only');
  await option(page, /Calone/).click();
  await page.getByRole('button', { name: 'Bring back' }).click();
  await expect(option(page, /Calone/)).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Archived' }).selectOption('without');
  await expect(option(page, /Calone/)).toHaveCount(1);
});

test('REST opens with its switch, its token stays hidden until asked for, and closes again', async ({ page }) => {
  await turnTo(page, 'Settings');
  const isServed = () => page.evaluate(() => fetch('/api/studio').then(({ status }) => status));
  expect(await isServed()).toBe(404);
  await page.getByLabel('Answer scripts on this machine').check();
  await expect(page.getByText(`${studio.origin}/api`, { exact: true })).toBeVisible();
  await expect(page.getByText(studio.token)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText(studio.token)).toBeVisible();
  expect(await isServed()).toBe(401);
  await page.getByLabel('Answer scripts on this machine').uncheck();
  await expect(page.getByText(studio.token)).toHaveCount(0);
  expect(await isServed()).toBe(404);
});

test('a scale of nothing is refused with a sentence and the setting stays', async ({ page }) => {
  await turnTo(page, 'Settings');
  const scale = page.getByRole('textbox', { name: 'Smallest step of the scale' });
  await scale.fill('0');
  await expect(page.getByText('It has to be above 0.')).toBeVisible();
  await scale.press('Escape');
  await scale.fill('0,001');
  await scale.press('Enter');
  await page.reload();
  await turnTo(page, 'Settings');
  await expect(scale).toHaveValue('0.001');
});

test('axe finds nothing in both languages and both themes', async ({ page }) => {
  test.slow();
  const check = async (what: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.target}`)).toEqual([]);
  };
  for (const { language, theme, words } of [
    {
      language: 'English',
      theme: 'Light',
      words: { materials: 'Materials', settings: 'Settings', edit: 'Edit', close: 'Cancel' },
    },
    { language: '한국어', theme: 'Dark', words: { materials: '원료', settings: '설정', edit: '편집', close: '취소' } },
  ]) {
    await page.getByRole('navigation').getByRole('button').last().click();
    await page.getByLabel(theme, { exact: true }).check();
    await page.getByLabel(language, { exact: true }).check();
    await expect(page.getByRole('heading', { level: 1, name: words.settings })).toBeVisible();
    await check(`settings in ${language}`);
    await turnTo(page, words.materials);
    await choose(page, '베르가못');
    await check(`a material in ${language}`);
    await page.getByRole('button', { name: words.edit, exact: true }).click();
    await check(`the form in ${language}`);
    await page.getByRole('button', { name: words.close }).click();
  }
  await expect(page.getByText('베르가못 냉압착 오일').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});
