import { readFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import writeXlsxFile from 'write-excel-file/node';
import { loadRegulation } from '#library/catalogue/load-regulation.ts';
import { columnOf, overviewRows } from '#tests/fixtures/overview-rows.ts';
import { root, temporaryFolder } from './electron-hosts.ts';
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

/** A workbook of the shipped table in which coumarin is far stricter from the next amendment on. */
async function stricterWorkbook(): Promise<Buffer> {
  const { ifra } = loadRegulation(path.join(root, 'assets/regulation'));
  const rows = overviewRows(ifra);
  const row = rows[ifra.standards.findIndex(({ key }) => key === 'coumarin') + 3] ?? [];
  row[columnOf('Amendment number')] = 52;
  row[columnOf('Category 4 (%)')] = 0.0001;
  row[columnOf('Implementation deadline for new creations')] = 'March 30, 2090';
  const cells = rows.map((cellsOf) =>
    cellsOf.map((value) => (value == null ? null : { value, type: typeof value === 'number' ? Number : String })),
  );
  return writeXlsxFile(cells as never).toBuffer();
}

async function isAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const openDocuments = async (page: Page) => {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Certificate, allergens, label' }).click();
  return page.getByRole('dialog', { name: /^Documents of/ });
};

test('previews a workbook, judges all trials by it without being asked, and certifies by the new table', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'IFRA tables…' }).click();
  const tables = page.getByRole('dialog', { name: 'IFRA tables' });
  await tables.locator('input[accept*=xlsx]').setInputFiles({
    name: 'amendment-52.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await stricterWorkbook(),
  });
  await expect(tables.getByText('1 Standard differs from the table in force')).toBeVisible();
  await expect(tables.getByRole('row', { name: /^Coumarin/ })).toContainText('4: 1.5 → 0.0001');
  await expect(tables.getByRole('row', { name: /^Coumarin/ })).toContainText('new creations by 30 Mar 2090');
  await isAxeClean(page);
  await tables.getByRole('button', { name: 'Keep this table' }).click();
  await expect(tables.getByText(/by Amendment 52, not in force/)).toBeVisible();
  await tables.getByRole('button', { name: 'Put in force' }).click();
  await expect(tables.getByText(/Amendment 52 came into force ·/)).toBeVisible();
  await expect(tables.getByText('Category 4: within → over the limit').first()).toBeVisible();
  await isAxeClean(page);
  await tables.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'Over the limit' })).toBeVisible();

  const documents = await openDocuments(page);
  await expect(documents.getByText(/does not keep the IFRA Standards in category 4/)).toBeVisible();
  await expect(documents.getByRole('heading', { name: 'Deadlines still ahead' })).toBeVisible();
  await isAxeClean(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    documents.getByRole('button', { name: 'Save as PDF' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/IFRA certificate\.pdf$/);
  expect((await readFile(await saved.path())).toString('latin1', 0, 5)).toBe('%PDF-');
});

test('judges by the composition of a lot, says so wherever it counts, and goes back', async ({ page }) => {
  await page.getByRole('navigation').first().getByRole('button', { name: 'Materials' }).click();
  await page.locator('[data-find-material]').fill('bergamot oil, expressed');
  await page.keyboard.press('ArrowDown');
  const row = page.getByRole('option').filter({ hasText: 'Bergamot oil, expressed' });
  await expect(row).toContainText('IFRA 4: 0.4 %');
  await page.getByRole('button', { name: 'Composition…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Composition of/ });
  await dialog.getByLabel('Lot number').fill('BG-1');
  await dialog.getByLabel('Dated').fill('2026-10-01');
  await dialog
    .getByLabel('Table')
    .fill('CAS\tName\t%\n78-70-6\tLinalool\t11,5\n5989-27-5\tLimonene\t40\n93-15-2\tMethyl eugenol\t10\n');
  await expect(dialog.getByText('3 substances, 61.5 % in all')).toBeVisible();
  await isAxeClean(page);
  await dialog.getByRole('button', { name: 'Keep the composition' }).click();
  await expect(dialog.getByRole('radio', { name: /Lot BG-1/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('GC-MS analysis · 1 Oct 2026 · in place of the typical composition')).toBeVisible();
  await expect(row, 'methyl eugenol leaves less of this lot').toContainText('IFRA 4: 0.11 %');

  await page.getByRole('navigation').first().getByRole('button', { name: 'Bench' }).click();
  await expect(page.getByText('Bergamot oil, expressed (lot BG-1, GC-MS analysis, 1 Oct 2026)')).toBeVisible();
  await expect(page.getByTitle(/Judged by the composition of lot BG-1, GC-MS analysis, 1 Oct 2026/)).toHaveText(
    'lot BG-1',
  );
  const documents = await openDocuments(page);
  await expect(documents.getByRole('heading', { name: 'Judged by the composition of a lot' })).toBeVisible();
  await expect(documents.getByRole('row', { name: /BG-1/ })).toContainText('2026-10-01');
  await documents.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('navigation').first().getByRole('button', { name: 'Materials' }).click();
  await page.locator('[data-find-material]').fill('bergamot oil, expressed');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Composition…' }).click();
  await dialog.getByRole('radio', { name: /Typical composition/ }).check();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('in place of the typical composition')).toHaveCount(0);
});

test('takes hazard statements, neighbours and a structure, and says what cannot be', async ({ page }) => {
  await page.getByRole('navigation').first().getByRole('button', { name: 'Materials' }).click();
  await page.locator('[data-find-material]').fill('linalool');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Edit' }).click();
  const codes = page.getByLabel('Hazard statements');
  await codes.fill('H317 1B\nH999');
  await page.getByLabel('Safety data sheet', { exact: true }).fill('Supplier A, October 2026');
  await expect(page.getByText('“H999” is not a statement of the GHS.')).toBeVisible();
  await codes.fill('H317 1B\nH302 ATE=2790');
  await expect(page.getByText('May cause an allergic skin reaction')).toBeVisible();
  await page.getByRole('combobox', { name: 'Often beside' }).fill('hedione');
  await page.keyboard.press('Enter');
  await page.getByLabel('Odour threshold', { exact: true }).fill('0.008');
  await page.getByLabel('Date of the price').fill('2026-10-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('There is a date but no price. Type the price, or clear the date.')).toBeVisible();
  await page.getByLabel('Date of the price').fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Supplier A, October 2026')).toBeVisible();
  await expect(page.getByText('ATE = 2,790 mg/kg')).toBeVisible();
  const threshold = page.locator('dl > div', { has: page.getByText('Odour threshold', { exact: true }) });
  await expect(threshold).toContainText('0.008 mg/m³');
  await expect(threshold).toContainText('yours');
});
