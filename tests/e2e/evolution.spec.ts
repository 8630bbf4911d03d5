import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
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

const dialog = (page: Page) => page.getByRole('dialog');
const body = (page: Page) => dialog(page).locator('[aria-busy]');
const done = (page: Page) => expect(body(page)).toHaveAttribute('aria-busy', 'false');

async function open(page: Page, name = 'Evolution and radar'): Promise<void> {
  await page.getByRole('button', { name }).click();
  await done(page);
}

/** Chooses in a row of choices by the word that is seen. */
async function choose(within: Locator, name: string): Promise<void> {
  await within.locator('label').filter({ hasText: name }).click();
  await expect(within.getByRole('radio', { name, exact: true })).toBeChecked();
}

async function setting(page: Page, name: string, value: string): Promise<void> {
  const button = page.getByRole('radio', { name: value }).or(page.getByRole('button', { name: value, exact: true }));
  if (await button.first().isVisible()) return button.first().click();
  await page.getByRole('combobox', { name }).click();
  await page.getByRole('option', { name: value }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200)).slice(0, 4)])).toEqual([]);
}

test('shows what leads and when, and reckons anew on another surface', async ({ page }) => {
  await open(page);
  const chart = dialog(page).getByRole('img', { name: /^Intensity of each family from 0 to 48 hours/ });
  await expect(chart).toBeVisible();
  await choose(dialog(page), 'As a table');
  const table = dialog(page).getByRole('table', { name: /1 is the threshold/ });
  await expect(table.getByRole('columnheader')).toHaveCount(10);
  const onBlotter = await table.innerText();
  await choose(dialog(page), 'Skin, 32 °C');
  await done(page);
  await expect(table).not.toHaveText(onBlotter);
  const onSkin = await table.innerText();
  expect(onSkin).not.toBe(onBlotter);
  await choose(dialog(page), 'Ideal');
  await done(page);
  expect(await table.innerText()).not.toBe(onSkin);
  await choose(dialog(page), 'Materials');
  await expect(dialog(page).getByRole('columnheader', { name: 'Material' })).toBeVisible();
});

test('draws the materials that are ticked, estimated ones named so', async ({ page }) => {
  await open(page);
  await choose(dialog(page), 'Materials');
  const ticks = dialog(page).getByRole('group', { name: 'Shown' }).getByRole('checkbox');
  await expect(ticks.filter({ visible: true }).first()).toBeChecked();
  const drawn = await ticks.evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length);
  await ticks.last().check();
  expect(await ticks.evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length)).toBe(
    drawn + 1,
  );
  await expect(dialog(page).getByText('dashed: from estimated inputs')).toBeVisible();
});

test('lays two trials over each other and follows the moment', async ({ page }) => {
  await page.getByRole('button', { name: 'Keep as trial' }).click();
  await page.getByRole('textbox', { name: 'Name of the trial' }).fill('before');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Trial \d+ is kept\./)).toBeVisible();
  await open(page);
  await choose(dialog(page), 'Radar');
  const laid = dialog(page).getByRole('combobox', { name: 'Laid over it' });
  await laid.selectOption({ index: 2 });
  await expect(dialog(page).getByRole('columnheader')).toHaveCount(4);
  const moment = dialog(page).getByRole('slider', { name: 'Moment' });
  const early = await dialog(page).getByRole('table').innerText();
  await moment.press('End');
  await expect(moment).toHaveAttribute('aria-valuetext', '48 h after application');
  expect(await dialog(page).getByRole('table').innerText()).not.toBe(early);
});

test('sets the role of the perfumer beside the predicted one, and says what all of it rests on', async ({ page }) => {
  await open(page);
  await choose(dialog(page), 'Top, heart, base');
  await expect(dialog(page).getByText(/^The whole is smelled for/)).toBeVisible();
  await expect(dialog(page).locator('[data-differs=true]').first()).toContainText('differs');
  await choose(dialog(page), 'What this rests on');
  await expect(dialog(page).getByText(/A paper strip at 25 °C/)).toBeVisible();
  await dialog(page)
    .getByText(/^Of \d+ materials$/)
    .first()
    .click();
  await expect(dialog(page).locator('details[open]')).toContainText(/, /);
});

test('warns of what reacts, and leads to its lines', async ({ page }) => {
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('combobox', { name: 'Add a material' })).toBeFocused();
  for (const [typed, amount] of [
    ['methyl anthranilate', '20'],
    ['hydroxycitronellal', '30'],
  ] as const) {
    await page.keyboard.press('Control+j');
    await page.keyboard.insertText(typed);
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-cell=amount]:focus')).toHaveCount(1);
    await page.keyboard.type(amount);
  }
  const warning = page.getByRole('button', { name: /Schiff bases/ });
  await warning.click();
  await expect(page.getByText('All together, at most')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
  await page.getByRole('complementary').getByRole('button', { name: 'Hydroxycitronellal', exact: true }).last().click();
  await expect(page.getByRole('row', { name: /: Hydroxycitronellal/ })).toBeInViewport();
});

// colours differ by theme, words by language: two of the four show both of each
for (const [language, theme, button, radar, places] of [
  ['English', 'Light', 'Evolution and radar', 'Radar', 'Top, heart, base'],
  ['한국어', 'Dark', '향 변화와 레이더', '레이더', '톱·하트·베이스'],
] as const) {
  test(`axe finds nothing serious: ${language}, ${theme}`, async ({ page }) => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page
      .getByLabel(/^Theme/)
      .or(page.getByRole('radio', { name: theme }))
      .first()
      .waitFor();
    await setting(page, 'Theme', theme);
    await setting(page, 'Language', language);
    await page.getByRole('navigation').getByRole('button').first().click();
    await open(page, button);
    await expectAccessible(page);
    await choose(dialog(page), radar);
    await expectAccessible(page);
    await choose(dialog(page), places);
    await expectAccessible(page);
  });
}
