import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { LocalServer } from '../models/shelf/local-server.ts';
import { callStudio } from './call-studio.ts';
import { temporaryFolder } from './electron-hosts.ts';
import { type ServedStudio, serveStudio } from './served-studio.ts';
import { serveStandIn } from './stand-in-model.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
let server: LocalServer | undefined;
// one studio for all: looking through the library for the first time is what takes longest
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  place = temporaryFolder();
  // no demonstration model, wherever one ships
  studio = await serveStudio(place.folder, ['--rest'], { SILLAGE_DEMONSTRATION: place.folder });
});
test.beforeEach(async ({ page }) => {
  await page.goto(studio.address);
  await page.getByRole('navigation').getByRole('button', { name: 'Recipes' }).click();
  await page.getByRole('grid', { name: 'Recipes' }).getByText('Dew on the stone wall').dblclick();
  await expect(lines(page)).toHaveText('22 lines');
});
test.afterEach(async () => {
  await server?.close();
  server = undefined;
});
test.afterAll(async () => {
  await studio.end('SIGKILL');
  place.remove();
});

const call = <Answer>(method: string, at: string, body?: object) => callStudio<Answer>(studio, method, at, body);

/** A server on this machine plays every role. */
async function castStandIn(pause: number): Promise<void> {
  server = await serveStandIn({ pause });
  await call('PATCH', '/models/preferences', { areServersOn: true });
  const { address } = server;
  const facts = { name: 'Box', address, kind: 'llama-server', model: 'big', context: 32_768, isConfirmed: true };
  const { id: serverId } = await call<{ id: string }>('POST', '/models/servers', facts);
  await call('PUT', '/models/roles/orchestrator', { player: { kind: 'server', serverId } });
}

const lines = (page: Page) => page.getByText(/^\d+ lines$/).first();
const dialog = (page: Page) => page.getByRole('dialog');
async function open(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
async function ask(page: Page, message: string): Promise<void> {
  await dialog(page).getByLabel('Ask the assistant').fill(message);
  await dialog(page).getByRole('button', { name: 'Ask', exact: true }).click();
}

test('without a model it says what to add, and the engine answers and lays out a formula by itself', async ({
  page,
}) => {
  await open(page, /^Assistant/);
  await expect(dialog(page).getByRole('note')).toContainText('Add Qwen3-8B');
  await dialog(page)
    .getByRole('button', { name: /^Why is this formula limited/ })
    .click();
  await expect(dialog(page).getByText(/category 4, dosage 5 %: it passes/)).toBeVisible();
  await dialog(page).getByRole('radio', { name: 'Draft from a brief' }).check({ force: true });
  await dialog(page).getByRole('button', { name: 'Lay out without a model' }).click();
  await expect(dialog(page).getByText(/^Laid out by the engine/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Open Models' }).click();
  await expect(page.getByRole('radio', { name: 'On the shelf' })).toBeVisible();
});

test('a draft comes line by line, can be stopped, and changes the formula only when it is accepted', async ({
  page,
}) => {
  await castStandIn(40);
  await open(page, /^Assistant/);
  await dialog(page).getByRole('radio', { name: 'Draft from a brief' }).check({ force: true });
  await dialog(page).getByRole('radio', { name: 'Detailed, with reasons' }).check({ force: true });
  await dialog(page).getByRole('button', { name: 'Write a draft' }).click();
  await expect(
    dialog(page).getByRole('region', { name: 'Lines written so far' }).getByRole('listitem').nth(1),
  ).toBeVisible({
    timeout: 60_000,
  });
  await expect(dialog(page).getByText('The text leaves this machine.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog(page).getByText(/^Stopped after \d+ lines/)).toBeVisible();

  await dialog(page).getByRole('radio', { name: 'Basic, 8–12 lines' }).check({ force: true });
  await dialog(page).getByRole('button', { name: 'Write a draft' }).click();
  const draft = dialog(page).getByRole('region', { name: 'Draft', exact: true });
  await expect(draft).toContainText('Passes in this product’s category');
  await draft.getByRole('button', { name: 'Put into this formula' }).click();
  await expect(draft.getByRole('group', { name: 'Put into this formula' })).toContainText(
    '22 lines are replaced by 10',
  );
  await expect(lines(page)).toHaveText('22 lines');
  await draft.getByRole('button', { name: 'Replace' }).click();
  await expect(lines(page)).toHaveText('10 lines');
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(lines(page)).toHaveText('22 lines');
});

test('talk proposes a change, shows it first, and changes nothing without a click', async ({ page }) => {
  await castStandIn(0);
  const id = await page.locator('section[data-recipe]').getAttribute('data-recipe');
  const formula = async () => (await call<{ formula: object }>('GET', `/recipes/${id}`)).formula;
  const before = await formula();
  await open(page, /^Assistant/);
  await ask(page, 'cut the first line to half');
  const preview = dialog(page).getByRole('group', { name: 'Preview of a change' });
  await expect(preview).toContainText('to 7.5 parts');
  await expect(dialog(page).getByText(/1 sentence is not shown.*4711/)).toBeVisible();
  expect(await formula()).toEqual(before);
  await ask(page, 'find rose');
  await expect(
    dialog(page)
      .getByRole('button', { name: /^Rose oil/ })
      .first(),
  ).toBeVisible();
  expect(await formula()).toEqual(before);
  await preview.getByRole('button', { name: 'Apply' }).click();
  await expect(preview.getByRole('button', { name: 'Applied' })).toBeDisabled();
  await expect.poll(formula).not.toEqual(before);
});

test('a brief is read by its words and by a model, and what is taken over is kept', async ({ page }) => {
  await castStandIn(0);
  await open(page, 'Brief');
  await dialog(page).getByLabel('Name of the brief').fill('Mist');
  const brief =
    'Dear Olive,\nA sheer summer body mist with grapefruit, like the first day off. No vanilla, and no vanilla bean. Under €40 per kg.';
  await dialog(page).getByLabel('What the perfume should be').fill(brief);
  await dialog(page).getByRole('button', { name: 'Read the brief' }).click();
  const reading = dialog(page).getByRole('region', { name: 'What the brief says' });
  await expect(reading.getByRole('row').filter({ hasText: 'the first day off' })).toContainText('big (Box)', {
    timeout: 60_000,
  });
  await expect(reading.getByRole('row').filter({ hasText: 'grapefruit' })).toContainText('lexicon, big (Box)');
  await expect(reading).toContainText('“a word that is not there”');
  await expect(reading.locator('mark').filter({ hasText: 'grapefruit' })).toBeVisible();
  await reading.getByRole('checkbox', { name: 'free' }).uncheck();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await reading.getByRole('button', { name: /^Take over/ }).click();
  await expect(dialog(page).getByLabel('Most per kg of concentrate')).toHaveValue('40');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(dialog(page)).toBeHidden();
  const [kept] = await call<{ wishes: Record<string, unknown>; limits: object }[]>('GET', '/briefs');
  expect(kept?.wishes).toMatchObject({
    notesWanted: expect.arrayContaining([{ concept: 'grapefruit' }]),
    notesUnwanted: [{ concept: 'vanilla' }],
    seasons: ['summer'],
    product: 'body-mist',
  });
  expect(kept?.wishes.moods).not.toContain('free');
  expect(kept?.limits).toMatchObject({ category: '2', costCeiling: { perKilogram: '40', currency: 'EUR' } });
});
