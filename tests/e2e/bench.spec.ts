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

const saved = (page: Page) => expect(page.locator('[data-saving]')).toHaveText('Saved');
const total = (page: Page) => page.locator('[data-total-parts]');
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`: ${name}`) });
const amountOf = (page: Page, name: string) => page.getByRole('textbox', { name: `Amount of ${name}`, exact: true });
/** The verdict for the product's category, by its word. */
const verdict = (page: Page) => page.locator('[data-verdict]').first();

/** Starts an empty recipe by keyboard; the cursor is then where the first material goes. */
async function startRecipe(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('combobox', { name: 'Add a material' })).toBeFocused();
}

async function addLine(page: Page, typed: string, amount: string): Promise<void> {
  await page.keyboard.press('Control+j');
  await page.keyboard.insertText(typed);
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-cell=amount]:focus')).toHaveCount(1);
  await page.keyboard.type(amount);
}

test('composes with the keyboard alone: letters, 초성, CAS, the wrong layout; amounts, Tab', async ({ page }) => {
  await startRecipe(page);
  await page.keyboard.insertText('ㅂㄹㄱㅁ');
  await expect(page.getByRole('option', { name: 'Bergamot oil, expressed' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('120');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Add a material' })).toBeFocused();
  await page.keyboard.insertText('24851-98-7');
  await page.keyboard.press('Enter');
  await page.keyboard.type('250,5');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Add a material' })).toBeFocused();
  await page.keyboard.type('iso e');
  await page.keyboard.press('Enter');
  await page.keyboard.type('300');
  await expect(total(page)).toHaveText('670.5');
  await expect(amountOf(page, 'Hedione')).toHaveValue('250.5');
  await saved(page);
});

test('judges at every keystroke and applies the fix it offers', async ({ page }) => {
  await startRecipe(page);
  await addLine(page, 'hedione', '900');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'pass');
  await addLine(page, 'oakmoss', '1');
  await page.getByRole('textbox', { name: 'Dilution of Oakmoss absolute, in %' }).fill('100');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'pass');
  await amountOf(page, 'Oakmoss absolute').fill('100');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'over-limit');
  await expect(
    row(page, 'Oakmoss absolute').getByRole('img', { name: 'adds to a limit that is exceeded' }),
  ).toBeVisible();
  await page
    .getByRole('button', { name: /Oakmoss absolute.*100.*→/ })
    .first()
    .click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'pass');
  await expect(amountOf(page, 'Oakmoss absolute')).not.toHaveValue('100');
  await page.keyboard.press('Control+z');
  await expect(amountOf(page, 'Oakmoss absolute')).toHaveValue('100');
});

test('takes back one whole act at a time, and brings it back', async ({ page }) => {
  await startRecipe(page);
  await addLine(page, 'linalool', '12.5');
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(amountOf(page, 'Linalool')).toHaveValue('0');
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Linalool')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(amountOf(page, 'Linalool')).toHaveValue('12.5');
});

test('finds everything back after the plug was pulled', async ({ page }) => {
  await startRecipe(page);
  await page.getByRole('textbox', { name: 'Name of the recipe' }).fill('비 온 뒤의 정원');
  await page.keyboard.press('Enter');
  await addLine(page, '베티버', '33.333');
  await saved(page);
  await studio.end('SIGKILL');
  studio = await serveStudio(place.folder);
  await page.goto('about:blank');
  await page.goto(studio.address);
  await expect(amountOf(page, 'Vetiver oil')).toHaveValue('33.333');
  await expect(page.getByRole('textbox', { name: 'Name of the recipe' })).toHaveValue('비 온 뒤의 정원');
  await page.keyboard.press('Control+z');
  await expect(amountOf(page, 'Vetiver oil')).toHaveValue('0');
});

test('says why an amount is refused and keeps the old one', async ({ page }) => {
  await startRecipe(page);
  await addLine(page, 'linalool', '10');
  for (const [typed, sentence] of [
    ['-3', /below zero/],
    ['1e400', /Not an amount|not known/],
    ['abc', /Not an amount|not known/],
    ['99999999999', /more than anyone weighs/],
  ] as const) {
    await amountOf(page, 'Linalool').fill(typed);
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await expect(total(page)).toHaveText('10');
  }
  await page.keyboard.press('Escape');
  await expect(amountOf(page, 'Linalool')).toHaveValue('10');
});

test('weighs in every unit, dilutes, locks, balances, scales', async ({ page }) => {
  await startRecipe(page);
  await addLine(page, 'linalool', '30');
  await addLine(page, 'ambroxan', '10');
  await addLine(page, 'hedione', '60');
  await page.getByRole('textbox', { name: 'Dilution of Ambroxan, in %' }).fill('5');
  await expect(page.getByRole('combobox', { name: 'Solvent of Ambroxan' })).toHaveValue('dipropylene-glycol-dpg');
  await page.getByRole('combobox', { name: 'Unit of the amount column' }).selectOption('percent');
  await expect(amountOf(page, 'Linalool')).toHaveValue('30');
  await amountOf(page, 'Linalool').fill('50');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Unit of the amount column' }).selectOption('parts');
  await expect(amountOf(page, 'Linalool')).toHaveValue('70');
  await amountOf(page, 'Linalool').focus();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('button', { name: 'Unlock: Linalool' })).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Balance to 1000', exact: true }).click();
  await expect(total(page)).toHaveText('1000');
  await expect(amountOf(page, 'Linalool')).toHaveValue('70');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /Scale to/ }).click();
  await expect(total(page)).toHaveText('15');
});

test('moves lines and removes them by keyboard', async ({ page }) => {
  await startRecipe(page);
  await addLine(page, 'linalool', '1');
  await addLine(page, 'hedione', '2');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('row', { name: /^1: Hedione/ })).toBeVisible();
  await page.keyboard.press('Control+Delete');
  await expect(row(page, 'Hedione')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('row', { name: /^1: Hedione/ })).toBeVisible();
});

test('keeps trials, compares them and brings one back as a new one', async ({ page }) => {
  await startRecipe(page);
  await addLine(page, 'linalool', '10');
  await page.keyboard.press('Control+s');
  await page.getByRole('textbox', { name: 'Name of the trial' }).fill('plain');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Trial 1 is kept.')).toBeVisible();
  await addLine(page, 'hedione', '5');
  await page.getByRole('button', { name: /^Trials/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Trials' });
  await expect(dialog.getByRole('row', { name: /Hedione/ })).toContainText('added');
  await dialog.getByRole('button', { name: 'Restore as a new trial' }).click();
  await expect(page.getByText('Trial 1 is back as trial 2.')).toBeVisible();
  await expect(dialog.getByText('No difference.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(row(page, 'Hedione')).toHaveCount(0);
});

test('puts a recipe into another as an accord, explodes it and weighs it out', async ({ page }) => {
  await startRecipe(page);
  await page.getByRole('textbox', { name: 'Name of the recipe' }).fill('Moss heart');
  await page.keyboard.press('Enter');
  await addLine(page, 'oakmoss', '50');
  await addLine(page, 'vetiver', '50');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Trial 1 is kept.')).toBeVisible();
  await startRecipe(page);
  await addLine(page, 'Moss heart', '10');
  await addLine(page, 'hedione', '90');
  await expect(row(page, 'Moss heart, trial 1')).toBeVisible();
  await page.getByRole('button', { name: 'Exploded view' }).click();
  const exploded = page.getByRole('dialog', { name: 'Exploded view' });
  await expect(exploded.getByRole('row', { name: /Vetiver oil/ })).toContainText('5');
  await exploded.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Batch sheet' }).click();
  const sheet = page.getByRole('dialog', { name: /Batch sheet/ });
  await sheet.getByRole('checkbox', { name: 'Hedione' }).check();
  await expect(sheet.getByText('1 of 3 weighed')).toBeVisible();
  await expect(sheet.getByRole('row', { name: /^Sum/ })).toContainText('100.00');
});

test('a second window follows the first', async ({ page, context }) => {
  await startRecipe(page);
  await addLine(page, 'linalool', '10');
  await saved(page);
  const second = await context.newPage();
  await second.goto(studio.address);
  await expect(amountOf(second, 'Linalool')).toHaveValue('10');
  await amountOf(page, 'Linalool').fill('42');
  await expect(amountOf(second, 'Linalool')).toHaveValue('42');
  await amountOf(second, 'Linalool').fill('7');
  await expect(amountOf(page, 'Linalool')).toHaveValue('7');
});

test('holds text in any script as text', async ({ page }) => {
  await startRecipe(page);
  const name = `=HYPERLINK("x") 🌿 ${'가나'.normalize('NFD')} \u202Eabc <img src=x onerror=alert(1)>`;
  await page.getByRole('textbox', { name: 'Name of the recipe' }).fill(name);
  await page.keyboard.press('Enter');
  await saved(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Name of the recipe' })).toHaveValue(name.normalize('NFC'));
});

// colours differ by theme, words by language: two of the four show both of each
for (const [language, theme] of [
  ['English', 'Light'],
  ['한국어', 'Dark'],
] as const) {
  test(`axe finds nothing serious: ${language}, ${theme}`, async ({ page }) => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page
      .getByLabel(/^Theme/)
      .or(page.getByRole('radio', { name: theme }))
      .first()
      .waitFor();
    await choose(page, 'Theme', theme);
    await choose(page, 'Language', language);
    await page.getByRole('navigation').getByRole('button').first().click();
    await expect(page.getByRole('grid')).toBeVisible();
    await page.waitForTimeout(400);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160)).slice(0, 4)])).toEqual([]);
  });
}

/** Picks a value of a setting, whether it is shown as a list or as buttons. */
async function choose(page: Page, setting: string, value: string): Promise<void> {
  const button = page.getByRole('radio', { name: value }).or(page.getByRole('button', { name: value, exact: true }));
  if (await button.first().isVisible()) return button.first().click();
  await page.getByRole('combobox', { name: setting }).click();
  await page.getByRole('option', { name: value }).click();
}

test('a window left open takes the token of a studio started anew', async ({ page }) => {
  const { port } = new URL(studio.address);
  await studio.end('SIGKILL');
  await expect(page.getByRole('alert').filter({ hasText: 'has stopped answering' })).toBeVisible();
  studio = await serveStudio(place.folder, ['--port', port]);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(studio.address).hash);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('grid', { name: 'Formula' })).toBeVisible();
  await startRecipe(page);
  await addLine(page, 'linalool', '3');
  await saved(page);
});
