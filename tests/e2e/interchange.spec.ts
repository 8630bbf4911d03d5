import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
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

interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
const text = (name: string, content: string): Upload => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import a recipe' });
const sentence = (page: Page) => dialog(page).getByRole('alert');
const recipeName = (page: Page) => page.getByRole('textbox', { name: 'Name of the recipe' });
const saved = (page: Page) => expect(page.locator('[data-saving]')).toHaveText('Saved');
const lineCount = (page: Page) => page.getByText(/^\d+ lines?$/);

async function openList(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Recipes' }).click();
  await expect(page.getByRole('grid', { name: 'Recipes' })).toBeVisible();
}

async function openImport(page: Page): Promise<void> {
  await openList(page);
  await page.getByRole('main').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

const give = (page: Page, file: Upload) => page.locator('input[type=file]').setInputFiles({ ...file });

async function openMore(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const mixed = [
  'Material,CAS,Parts,Dilution,Colour,Note',
  'Bergamot oil,8007-75-8,120,,yellow,top 🌹',
  'Hedione 10% in DPG,,300,,,',
  `${'바닐린'.normalize('NFD')},,7,10%,,`,
  'Galaxolid,,40,,,',
  'Unobtainium,,5,,,',
  'Linalool,78-70-7,30,,,',
  'Iso E Super,,-3,,,',
  'Patchouli oil,,a lot,,,',
  '"=HYPERLINK(""http://x"")",,12,,,',
  'Total,,500,,,',
].join('\n');

test('shows what a CSV was understood to say and what not, row by row, before it keeps anything', async ({ page }) => {
  await openImport(page);
  await give(page, text('봄밤 🌙.csv', mixed));
  const understood = dialog(page).getByRole('region', { name: '4 lines understood' });
  await expect(understood.getByRole('row', { name: /바닐린/ })).toContainText('Vanillin');
  await expect(understood.getByRole('row', { name: /Hedione/ })).toContainText('10 % · Dipropylene glycol');
  await expect(understood.getByRole('row', { name: /Galaxolid/ })).toContainText('similar name');
  await expect(dialog(page)).toContainText('1 line was matched by a similar name.');
  const left = dialog(page).getByRole('region', { name: '5 rows not understood' });
  await expect(left.getByRole('row', { name: /Unobtainium/ })).toContainText(
    'No material in the library is called that.',
  );
  await expect(left.getByRole('row', { name: /Linalool/ })).toContainText('78-70-7 is not a CAS number');
  await expect(left.getByRole('row', { name: /Iso E Super/ })).toContainText('-3 is below zero.');
  await expect(left.getByRole('row', { name: /Patchouli/ })).toContainText('“a lot” is not an amount.');
  await expect(left.getByRole('row', { name: /HYPERLINK/ })).toBeVisible();
  await expect(dialog(page)).toContainText('Left aside: Colour (a column that is not known), Total · 500 (a sum)');
  await page.keyboard.press('Escape');
  await expect(page.getByText('6 recipes')).toBeVisible();
});

test('keeps it under the name given, puts it on the bench, and takes it back', async ({ page }) => {
  await openImport(page);
  await give(page, text('봄밤 🌙.csv', mixed));
  await expect(dialog(page).getByLabel('Name in Korean')).toHaveValue('봄밤 🌙');
  await dialog(page).getByLabel('Name in English').fill('Spring night');
  await dialog(page).getByRole('button', { name: 'Keep as a new recipe' }).click();
  await expect(recipeName(page)).toHaveValue('Spring night');
  await expect(lineCount(page)).toHaveText('4 lines');
  await expect(page.getByText('“Spring night” was imported.')).toBeVisible();
  await page.getByRole('log').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The import of “Spring night” was undone.')).toBeVisible();
  await expect(recipeName(page)).not.toHaveValue('Spring night');
  await openList(page);
  await expect(page.getByText('6 recipes')).toBeVisible();
});

test('reads a spreadsheet', async ({ page }) => {
  const rows = [
    ['원료', '배합량', '희석(%)'],
    ['헤디온', 250.5, 100],
    ['이소 이 슈퍼', 300, 100],
    ['베르가못', 120, 50],
  ];
  const cells = rows.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })));
  const buffer = Buffer.from(await writeXlsxFile(cells as never, {}).toBuffer());
  await openImport(page);
  await give(page, { name: 'atelier.xlsx', mimeType: 'application/octet-stream', buffer });
  const understood = dialog(page).getByRole('region', { name: /lines? understood/ });
  await expect(understood.getByRole('row', { name: /헤디온/ })).toContainText('Hedione');
  await expect(understood.getByRole('row', { name: /헤디온/ })).toContainText('250.5');
  await dialog(page).getByRole('button', { name: 'Keep as a new recipe' }).click();
  await expect(recipeName(page)).toHaveValue('atelier');
});

test('says in one sentence what is wrong with a file, and stays open for another', async ({ page }) => {
  await openImport(page);
  await give(page, text('notes.json', '{ "not": '));
  await expect(sentence(page)).toContainText('“notes.json” is not valid JSON.');
  await give(page, text('other.json', '{"name": "a cake"}'));
  await expect(sentence(page)).toContainText('“other.json” is not a Sillage recipe.');
  await give(page, text('empty.csv', ''));
  await expect(sentence(page)).toContainText('“empty.csv” is empty.');
  await give(page, text('poem.csv', '12,13\n14,15\n'));
  await expect(sentence(page)).toContainText('No column of “poem.csv” looks like materials with amounts.');
  await give(page, { name: 'torn.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004 torn') });
  await expect(sentence(page)).toContainText('“torn.xlsx” is not a readable Excel workbook.');
  await give(page, text('endless.csv', 'Material,Parts\n'.concat('Hedione,1\n'.repeat(10_000))));
  await expect(sentence(page)).toContainText('“endless.csv” has more than 5,000 lines; nothing was taken over.');
  await give(page, text('huge.csv', 'x'.repeat(10_400_000)));
  await expect(sentence(page)).toContainText('“huge.csv” has 10.4 MB; the most that is read is 10 MB.');
  await give(page, text('good.csv', 'Material,Parts\nHedione,1\n'));
  await expect(dialog(page).getByRole('region', { name: '1 line understood' })).toBeVisible();
});

test('takes a file dropped anywhere on the window', async ({ page }) => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Material,Parts\nHedione,10\n'], 'dropped.csv', { type: 'text/csv' }));
    return transfer;
  });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(dialog(page).getByRole('region', { name: '1 line understood' })).toBeVisible();
  await expect(dialog(page)).toContainText('dropped.csv');
});

test('exports everything as JSON and reads it back: lines, accord and trials', async ({ page }) => {
  await openList(page);
  const row = page.getByRole('row').filter({ hasText: 'Ember under snow' });
  await expect(row).toBeVisible();
  const cells = await row.getByRole('gridcell').allInnerTexts();
  await row.dblclick();
  await expect(recipeName(page)).toHaveValue('Ember under snow');
  const lines = await lineCount(page).innerText();
  const content = await exportedJson(page, 'Ember under snow.json');
  expect(JSON.parse(content)).toMatchObject({ sillage: 'recipe', version: 1, name: { ko: '눈 밑의 잉걸불' } });
  await openImport(page);
  await give(page, text('Ember under snow.json', content));
  await expect(dialog(page)).toContainText('with 2 trials');
  await dialog(page).getByLabel('Name in English').fill('Ember again');
  await dialog(page).getByRole('button', { name: 'Keep as a new recipe' }).click();
  await expect(recipeName(page)).toHaveValue('Ember again');
  await expect(lineCount(page)).toHaveText(lines);
  await openList(page);
  const copied = page.getByRole('row').filter({ hasText: 'Ember again' });
  await expect(copied).toBeVisible();
  const again = await copied.getByRole('gridcell').allInnerTexts();
  expect(again.slice(1, 4)).toEqual(cells.slice(1, 4));
});

test('brings along an accord that is not here, and takes it back with the recipe', async ({ page }) => {
  await openList(page);
  await page.getByRole('row').filter({ hasText: 'Ember under snow' }).dblclick();
  await expect(recipeName(page)).toHaveValue('Ember under snow');
  const content = await exportedJson(page, 'Ember under snow.json');
  const { accords } = JSON.parse(content) as { accords: { recipe: string; trial: string }[] };
  expect(accords).toHaveLength(1);
  const foreign = accords.reduce(
    (file, { recipe, trial }) => file.replaceAll(recipe, 'from-elsewhere').replaceAll(trial, 'trial-from-elsewhere'),
    content,
  );
  await openImport(page);
  await give(page, text('from-a-friend.json', foreign));
  await expect(dialog(page)).toContainText('adds 1 accord as a recipe');
  await dialog(page).getByLabel('Name in English').fill('From a friend');
  await dialog(page).getByRole('button', { name: 'Keep as a new recipe' }).click();
  await expect(recipeName(page)).toHaveValue('From a friend');
  await openList(page);
  await expect(page.getByText('8 recipes')).toBeVisible();
  await page.getByRole('log').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('6 recipes')).toBeVisible();
});

/** Exports the recipe on the bench as JSON; answers what the file holds. */
async function exportedJson(page: Page, name: string): Promise<string> {
  await openMore(page, 'Export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path(), 'utf8');
}

test('exports a table in the language chosen, in which nothing runs', async ({ page }) => {
  await openImport(page);
  await give(page, text('note.csv', 'Material,Parts,Note\nHedione,12.5,"=1+1"\n'));
  await dialog(page).getByRole('button', { name: 'Keep as a new recipe' }).click();
  await expect(recipeName(page)).toHaveValue('note');
  await openMore(page, 'Export');
  const exporting = page.getByRole('dialog', { name: 'Export “note”' });
  await exporting.getByRole('radio', { name: 'CSV, a table' }).check();
  await exporting.getByRole('radio', { name: '한국어' }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    exporting.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('note.csv');
  const content = await readFile(await download.path(), 'utf8');
  expect(content.split('\r\n')[0]).toContain('원료,CAS 번호,배합량');
  expect(content).toMatch(/헤디온,24851-98-7,12\.5,.*'=1\+1/);
});

test('pastes thirty rows of a spreadsheet as one act', async ({ page }) => {
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('combobox', { name: 'Add a material' })).toBeFocused();
  const names = ['Hedione', '바닐린', 'Iso E Super', 'Bergamot oil', 'Linalool'];
  const rows = Array.from(
    { length: 30 },
    (_, index) => `${names[index % 5]}\t${index + 1},5\t${index % 2 ? '10%' : ''}`,
  );
  await openMore(page, 'Paste from a spreadsheet');
  const pasting = page.getByRole('dialog', { name: 'Paste from a spreadsheet' });
  await pasting.getByRole('textbox').fill([...rows, 'Nothing like it\t3'].join('\n'));
  await expect(pasting).toContainText('30 lines understood · 1 row not understood');
  await expect(pasting.getByRole('row', { name: /Nothing like it/ })).toContainText('No material in the library');
  await pasting.getByRole('button', { name: 'Add to the formula' }).click();
  await expect(lineCount(page)).toHaveText('30 lines');
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(lineCount(page)).toHaveText('0 lines');
  await page.keyboard.press('Control+Shift+z');
  await expect(lineCount(page)).toHaveText('30 lines');
});

test('replaces the formula by what was pasted, and undo brings it back', async ({ page }) => {
  const before = await lineCount(page).innerText();
  await openMore(page, 'Paste from a spreadsheet');
  const pasting = page.getByRole('dialog', { name: 'Paste from a spreadsheet' });
  await pasting.getByRole('textbox').fill('Hedione;10\nLinalool;5');
  await pasting.getByRole('button', { name: 'Replace the formula' }).click();
  await expect(lineCount(page)).toHaveText('2 lines');
  await page.getByRole('log').getByRole('button', { name: 'Undo' }).click();
  await expect(lineCount(page)).toHaveText(before);
});

test('refuses ten thousand pasted rows in a sentence, at once, and changes nothing', async ({ page }) => {
  const before = await lineCount(page).innerText();
  const rows = Array.from({ length: 10_000 }, (_, index) => `Hedione\t${index + 1}`).join('\n');
  const pasting = page.getByRole('dialog', { name: 'Paste from a spreadsheet' });
  const refused = async () => {
    await expect(pasting.getByRole('alert')).toHaveText(
      'That is more than 5,000 lines, the most a formula holds. Nothing was changed.',
    );
    await expect(pasting.getByRole('button', { name: 'Add to the formula' })).toBeDisabled();
    await expect(pasting.getByRole('button', { name: 'Replace the formula' })).toBeDisabled();
    await pasting.getByRole('button', { name: 'Close' }).click();
    await expect(lineCount(page)).toHaveText(before);
  };
  await pasteInto(page.getByRole('combobox', { name: 'Add a material' }), rows);
  await refused();
  await openMore(page, 'Paste from a spreadsheet');
  await pasteInto(pasting.getByRole('textbox'), rows);
  await refused();
});

/** Pastes a text as the keyboard would. */
async function pasteInto(field: Locator, pasted: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`is readable and named for everyone: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openMore(page, 'Export');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await openMore(page, 'Paste from a spreadsheet');
    await page.getByRole('dialog').getByRole('textbox').fill('Hedione\t10\nGalaxolid\t1\nNothing like it\t3');
    await expect(page.getByRole('dialog')).toContainText('2 lines understood');
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await openImport(page);
    await give(page, text('torn.json', '{'));
    await expect(sentence(page)).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await give(page, text('mixed.csv', mixed));
    await expect(dialog(page).getByRole('region', { name: '4 lines understood' })).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });
}

async function serious(page: Page): Promise<readonly string[]> {
  await page.waitForTimeout(400); // until the dialog has faded in
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
