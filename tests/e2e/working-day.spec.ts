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
  await openStudio(page);
});
test.afterEach(async () => {
  await studio.end('SIGKILL');
  place.remove();
});

async function openStudio(page: Page): Promise<void> {
  await page.goto(studio.address);
  await expect(page.getByRole('navigation').getByRole('button')).not.toHaveCount(0);
}
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const segment = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByText(name, { exact: true }).click();

const call = <Answer>(method: string, at: string, body?: object) => callStudio<Answer>(studio, method, at, body);

async function buy(page: Page, typed: string, grams: string, more: Readonly<Record<string, string>> = {}) {
  await page.getByRole('button', { name: 'Record a purchase' }).click();
  const form = dialog(page, 'A purchase');
  await form.getByRole('combobox', { name: 'Material' }).fill(typed);
  await page.getByRole('listbox').getByRole('option').first().click();
  for (const [label, value] of Object.entries({ 'Bought, g': grams, ...more }))
    await form.getByLabel(label, { exact: true }).fill(value);
  await form.getByRole('button', { name: 'Save' }).click();
}

test('evaluates the working formula, which is frozen for it, and draws the history', async ({ page }) => {
  await page.getByRole('button', { name: 'Smell and compare' }).click();
  const smelling = dialog(page, 'Evaluations');
  await segment(page, 'Time since application', '30 min');
  await smelling.getByLabel('Intensity').selectOption('7');
  await smelling.getByLabel('Liking').selectOption('8');
  await smelling.getByLabel('In your own words').fill('봄비 같은 첫향, green at the edges');
  await segment(page, 'Verdict', 'Go on');
  await smelling.getByRole('button', { name: 'Keep evaluation' }).click();
  // By its role: a dialog hides what is beside it from who listens, and this must be heard all the same.
  await expect(page.getByRole('log')).toContainText(/Evaluation of trial \d+ kept\./);
  await expect(smelling.getByRole('img', { name: /Intensity and liking over time: .*30 min 7/ })).toBeVisible();
  await smelling.getByRole('button', { name: 'As a table' }).click();
  await expect(smelling.getByRole('row', { name: /30 min 7 8/ })).toBeVisible();
  await smelling.getByRole('button', { name: /Remove the evaluation/ }).click();
  await expect(smelling.getByText('Scores appear here once a trial was evaluated.')).toBeVisible();
  await smelling.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.getByRole('button', { name: 'Smell and compare' }).click();
  await segment(page, 'What is shown', 'History');
  await expect(smelling.getByText('봄비 같은 첫향, green at the edges')).toBeVisible();
});

test('sets trials side by side: formula, verdict, cost and how they dry', async ({ page }) => {
  await page.getByRole('button', { name: 'Smell and compare' }).click();
  const smelling = dialog(page, 'Evaluations');
  await segment(page, 'What is shown', 'Compare');
  await expect(
    smelling.getByRole('group', { name: 'What is compared' }).getByRole('checkbox', { checked: true }),
  ).toHaveCount(2);
  await expect(
    smelling.getByRole('region', { name: 'Formula, % of the concentrate' }).getByRole('row'),
  ).not.toHaveCount(0);
  await expect(smelling.getByRole('region', { name: 'Verdict and cost' })).toContainText(/IFRA, category 4/);
  const evolution = smelling.getByRole('region', { name: 'How they dry on a blotter' });
  await expect(evolution.getByRole('table')).toHaveAttribute('aria-busy', 'false');
  await expect(evolution.getByRole('row', { name: /^24 h/ })).toBeVisible();
  expect(await serious(page)).toEqual([]);
});

test('starts a sitting from an earlier application, with a reminder of its own', async ({ page }) => {
  await page.getByRole('button', { name: 'Smell and compare' }).click();
  const smelling = dialog(page, 'Evaluations');
  await segment(page, 'What is shown', 'Sittings');
  const start = smelling.getByRole('form', { name: 'Start a sitting' });
  await start.getByLabel('Another time to be reminded at').fill('2');
  await start.getByLabel('Unit').selectOption('h');
  await start.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(start.getByRole('checkbox', { name: '2 h' })).toBeChecked();
  const earlier = new Date(Date.now() - 3 * 3_600_000);
  const local = new Date(earlier.getTime() - earlier.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await start.getByLabel('Applied at').fill(local);
  await start.getByRole('button', { name: 'Start the clock from then' }).click();
  const due = smelling.getByRole('list', { name: 'To smell' });
  await expect(due.getByRole('listitem').filter({ hasText: /^2 h/ })).toContainText('overdue since');
  await expect(due.getByRole('listitem').filter({ hasText: /^4 h/ })).toContainText('due');
});

test('finds recipes and materials by their marks', async ({ page }) => {
  await page.getByRole('button', { name: 'Marks', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Favourite' }).click();
  await expect(page.getByRole('checkbox', { name: 'Favourite' })).toBeChecked();
  await goTo(page, 'Recipes');
  const rows = page.getByRole('grid', { name: 'Recipes' }).getByRole('row');
  await expect(rows).not.toHaveCount(2);
  await page.getByRole('button', { name: 'Favourites only' }).click();
  await expect(rows).toHaveCount(2);
  await goTo(page, 'Materials');
  await page.locator('[role=listbox] [role=option]').nth(3).click();
  await page.getByRole('button', { name: /^Favourite:/ }).click();
  await page.getByRole('checkbox', { name: 'Favourites' }).check();
  await expect(page.locator('[role=listbox] [role=option]')).toHaveCount(1);
  await page.getByRole('button', { name: 'Import many…' }).click();
  await expect(dialog(page, 'Import a collection')).toBeVisible();
});

test('holds a blind sitting with codes, and tells who is who only at the end', async ({ page }) => {
  await page.getByRole('button', { name: 'Smell and compare' }).click();
  const smelling = dialog(page, 'Evaluations');
  await segment(page, 'What is shown', 'Sittings');
  const start = smelling.getByRole('form', { name: 'Start a sitting' });
  const trials = start.getByRole('checkbox', { name: /^Trial \d/ });
  await start.getByRole('checkbox', { name: /Working formula/ }).uncheck();
  await trials.nth(0).check();
  await start.getByRole('checkbox', { name: 'Blind, with codes' }).check();
  await start.getByRole('button', { name: 'Applied: start the clock' }).click();
  await expect(page.getByText('A blind sitting needs at least two trials.')).toBeVisible();
  await trials.nth(1).check();
  await start.getByRole('button', { name: 'Applied: start the clock' }).click();
  const samples = smelling.getByRole('region', { name: /^Sample \d{3}$/ });
  await expect(samples).toHaveCount(2);
  const sitting = smelling.getByRole('region', { name: /^Applied/ });
  await expect(sitting).not.toContainText(/Trial \d/);
  for (const [at, score] of ['9', '3'].entries()) {
    await samples.nth(at).getByLabel('Liking').selectOption(score);
    await samples.nth(at).getByRole('button', { name: 'Keep evaluation' }).click();
    await expect(sitting).toContainText(`Liking ${score}`);
  }
  await sitting
    .getByRole('group', { name: 'Which do you prefer?' })
    .getByText(/^Sample/)
    .first()
    .click();
  await sitting.getByRole('button', { name: 'Keep comparison' }).click();
  await expect(sitting).toContainText(/At once: Sample \d{3} preferred/);
  await sitting.getByRole('button', { name: 'End and reveal' }).click();
  await expect(sitting).toContainText(/Sample \d{3} was trial \d+ preferred/);
});

test('reminds of what is due after a restart, and lists it for today', async ({ page }) => {
  const { recipes } = await call<{ recipes: { id: string; name: { en: string } }[] }>('GET', '/recipes?limit=1');
  const [recipe] = recipes;
  await call('POST', `/recipes/${recipe?.id}/sittings`, {
    trialIds: [],
    withWorking: true,
    medium: 'skin',
    moments: [30, 240, 1440],
    started: new Date(Date.now() - 31 * 60_000).toISOString(),
  });
  await studio.end();
  studio = await serveStudio(place.folder, ['--rest']);
  await page.goto('about:blank'); // the new host's address may differ only behind the #
  await openStudio(page);
  await expect(page.getByText(`Time to smell “${recipe?.name.en}” (30 min).`)).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const overdue = page.getByRole('region', { name: 'Overdue' });
  await expect(overdue).toContainText(`Smell “${recipe?.name.en}” at 30 min`);
  await overdue.getByRole('button', { name: 'Pass over 30 min' }).click();
  await expect(overdue).toHaveCount(0);
  await expect(page.getByText(/at 4 h/)).toBeVisible();
});

test('gives a recipe a brief and says where it departs', async ({ page }) => {
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Brief' }).click();
  const form = dialog(page, 'Brief');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Give the brief a name.')).toBeVisible();
  await form.getByLabel('Name of the brief').fill('Spring for Haneul');
  await form.getByLabel('Client').fill('하늘 상회');
  await form.getByLabel('Deadline').fill('2020-01-01');
  await form.getByLabel('Highest dosage, %').fill('0.01');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toHaveCount(0);
  const departures = page.getByRole('list', { name: '2 departures' });
  await expect(departures).toContainText('The deadline was 1 Jan 2020.');
  await expect(departures).toContainText('the brief allows 0.01 %');
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Overdue' })).toContainText('“Spring for Haneul” for 하늘 상회');
  await goTo(page, 'Bench');
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Brief' }).click();
  await form.getByRole('button', { name: 'Remove the brief' }).click();
  await expect(departures).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(departures).toBeVisible();
});

test('buys, takes a batch from stock as one act, undoes it, and finds the batch in the calendar', async ({ page }) => {
  await goTo(page, 'Stock');
  await expect(page.getByRole('heading', { name: 'No lot on the shelf yet' })).toBeVisible();
  await buy(page, 'ethanol', 'many');
  await expect(page.getByText('“many” is not a number.')).toBeVisible();
  await dialog(page, 'A purchase').getByLabel('Bought, g', { exact: true }).fill('1000');
  await dialog(page, 'A purchase').getByLabel('Paid for all of it').fill('20');
  await dialog(page, 'A purchase').getByLabel('Lot number').fill('E-1');
  await dialog(page, 'A purchase').getByLabel('Note').fill('opened in haste');
  await dialog(page, 'A purchase').getByRole('button', { name: 'Save' }).click();
  const lots = page.getByRole('region', { name: 'Ethanol', exact: true });
  await expect(lots.getByRole('row', { name: /E-1/ })).toContainText('1,000 g / 1,000 g');
  await expect(lots.getByRole('row', { name: /E-1/ })).toContainText('opened in haste');

  await goTo(page, 'Bench');
  await page.getByRole('button', { name: 'Batch sheet' }).click();
  await page.getByRole('button', { name: 'Take from stock' }).click();
  const plan = dialog(page, 'Make this batch');
  await expect(plan.getByRole('row', { name: /Ethanol/ })).toContainText('E-1:');
  await plan.getByRole('button', { name: 'Take from stock' }).click();
  await expect(page.getByText(/taken from stock\. The batch is in the calendar\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Coming' })).toContainText(/day 30/);
  await goTo(page, 'Stock');
  await expect(lots.getByRole('row', { name: /E-1/ })).not.toContainText('1,000 g / 1,000 g');
  await segment(page, 'What is shown', 'What was done');
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).first().click();
  await segment(page, 'What is shown', 'Lots');
  await expect(lots.getByRole('row', { name: /E-1/ })).toContainText('1,000 g / 1,000 g');
});

test('keeps an accord library', async ({ page }) => {
  await page.getByRole('button', { name: 'Marks' }).click();
  await page.getByRole('checkbox', { name: 'In the accord library' }).click();
  await expect(page.getByRole('checkbox', { name: 'In the accord library' })).toBeChecked();
  await goTo(page, 'Stock');
  await segment(page, 'What is shown', 'Accords');
  await expect(page.getByRole('table', { name: 'Accords' }).getByRole('row')).toHaveCount(1);
});

test('speaks Korean', async ({ page }) => {
  await call('PATCH', '/settings', { language: 'ko' });
  await page.reload();
  await goTo(page, '재고');
  await expect(page.getByRole('heading', { name: '아직 선반에 로트가 없습니다' })).toBeVisible();
  await page.getByRole('button', { name: '구입 기록' }).click();
  const form = dialog(page, '구입');
  await form.getByRole('combobox', { name: '원료' }).fill('에탄올');
  await page.getByRole('listbox').getByRole('option').first().click();
  await form.getByRole('button', { name: '저장' }).click();
  await expect(page.getByText(/수량은 0보다 큰 그램 수입니다/)).toBeVisible();
  await form.getByLabel('구입량, g', { exact: true }).fill('500');
  await form.getByRole('button', { name: '저장' }).click();
  await expect(page.getByText(/500\s*g을\(를\) 선반에 올렸습니다/)).toBeVisible();
  await goTo(page, '오늘');
  await expect(page.getByText('할 일이 없습니다. 조용한 하루를 즐기세요.')).toBeVisible();
  await goTo(page, '작업대');
  await page.getByRole('button', { name: '시향과 비교' }).click();
  await expect(dialog(page, '시향').getByText('작업 중인 포뮬러(시안으로 고정)').first()).toBeAttached();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`is readable and named for everyone: ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await goTo(page, 'Stock');
    await buy(page, 'linalool', '100');
    await expect(page.getByRole('region', { name: 'Linalool', exact: true })).toBeVisible();
    expect(await serious(page)).toEqual([]);
    await goTo(page, 'Today');
    expect(await serious(page)).toEqual([]);
    await goTo(page, 'Bench');
    await page.getByRole('button', { name: 'Smell and compare' }).click();
    await expect(dialog(page, 'Evaluations')).toBeVisible();
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
