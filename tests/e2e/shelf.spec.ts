import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { writeTinyGguf } from '../fixtures/tiny-gguf.ts';
import { temporaryFolder } from './electron-hosts.ts';
import { type ServedStudio, serveStudio } from './served-studio.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
test.beforeEach(async ({ page }) => {
  place = temporaryFolder();
  writeTinyGguf(path.join(place.folder, 'rose.gguf'), { name: 'Rose' });
  studio = await serveStudio(place.folder);
  await page.goto(studio.address);
  await page.getByRole('navigation').getByRole('button', { name: 'Models', exact: true }).click();
});
test.afterEach(async () => {
  await studio.end('SIGKILL');
  place.remove();
});

async function isAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const view = (page: Page, name: string) => page.getByRole('radio', { name }).check({ force: true });

test('a model is found in a folder, loaded, asked and unloaded', async ({ page }) => {
  await view(page, 'Add');
  await page.getByRole('button', { name: /^Choose a file or folder/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose a file or folder' });
  await dialog.getByRole('button', { name: /^rose\.gguf/ }).click();
  await expect(page.getByText('“Rose” is on the shelf.')).toBeVisible();
  await expect(page.getByRole('cell', { name: /Qwen2\.5-7B/ })).toBeVisible();
  await isAxeClean(page);

  await view(page, 'On the shelf');
  await page.getByRole('button', { name: /^Rose/ }).first().click();
  const details = page.getByRole('region', { name: 'Rose', exact: true });
  await expect(details).toContainText('llama');
  await details.getByLabel('Threads').fill('1');
  await details.getByLabel('Threads').press('Enter');
  await page.getByRole('button', { name: 'Load: Rose' }).click();
  await expect(page.getByRole('button', { name: 'Unload: Rose' })).toBeVisible();

  await details.getByLabel('Longest answer, in tokens').fill('12');
  await details.getByRole('button', { name: 'Ask' }).click();
  await expect(details.locator('[data-done]')).toContainText('tokens');
  await isAxeClean(page);
  await page.getByRole('button', { name: 'Unload: Rose' }).click();
  await expect(page.getByRole('button', { name: 'Load: Rose' })).toBeVisible();
});

test('roles, servers that are off until they are turned on, and what this machine computes with', async ({ page }) => {
  await view(page, 'Add');
  await page.getByLabel('Path of a file or a folder').fill(path.join(place.folder, 'rose.gguf'));
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await view(page, 'Roles');
  await page.getByLabel('Orchestrator').selectOption({ label: 'Rose' });
  await expect(page.getByLabel('Assistant').locator('option').first()).toHaveText('Nobody chosen (Rose)');

  await view(page, 'Servers');
  await expect(page.getByRole('button', { name: /^Add a server/ })).toBeDisabled();
  await page.getByLabel('Let servers of my network be asked').click();
  await expect(page.getByRole('button', { name: /^Add a server/ })).toBeEnabled();
  await page.getByRole('button', { name: /^Add a server/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a server' });
  await dialog.getByLabel('Name').fill('Box');
  await dialog.getByLabel('Address', { exact: true }).fill('http://127.0.0.1:9/v1');
  await dialog.getByLabel('Model', { exact: true }).fill('big');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel(/^I know this address/).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('list', { name: 'Servers' })).toContainText('leaves this machine');
  await isAxeClean(page);

  await view(page, 'This machine');
  await page.getByLabel('Compute with').selectOption('cpu');
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(page.getByText('Models compute on the processor.')).toBeVisible();
  await isAxeClean(page);
});
