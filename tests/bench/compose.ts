/**
 * @file Figures of composing: from a keystroke in an amount cell to the frame that shows its verdict, in a real Chromium.
 *
 * Taken from the browser's own Event Timing (W3C): the time from the key event to the next frame on the screen, in steps of
 * 8 ms; shorter ones than 16 ms are not told and count as 16. Each keystroke is checked to have the new total, and so the
 * new verdict, in the very next frame. Beside it, in the same run, the same keystroke in a text box on an empty page.
 */
import type { Page } from '@playwright/test';
import { temporaryFolder } from '#tests/e2e/electron-hosts.ts';
import { type ServedStudio, serveStudio } from '#tests/e2e/served-studio.ts';
import { randomFrom } from '#tests/library/random-edit.ts';
import { launchChromium } from './launch-chromium.ts';
import type { Figure, Measuring } from './safety.ts';

/** ms: eight keystrokes a second, a fast typist. */
const betweenKeys = 120;

const sizes = [
  { lines: 60, goal: 50 },
  { lines: 500, goal: 100 },
] as const;

/** Measures composing at 60 and at 500 lines. */
export async function measureCompose({ quick, seed }: Measuring): Promise<Record<string, Figure>> {
  const place = temporaryFolder();
  const studio = await serveStudio(place.folder, ['--rest']);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const keystrokes = quick ? 20 : 200;
    const bare = await bareKeystroke(page, keystrokes);
    const figures: Record<string, Figure> = {};
    for (const { lines, goal } of sizes) {
      const recipeId = await makeRecipe(studio, lines, seed);
      await page.goto(studio.address);
      await page.getByRole('grid').waitFor();
      await openFromList(page, `bench ${lines}`, recipeId);
      const times = await typeAmounts(page, keystrokes);
      const middle = median(times);
      figures[`keystroke-to-verdict-${lines}.median`] = {
        value: middle,
        unit: 'ms',
        goal: `under ${goal}`,
        holds: middle < goal,
      };
      figures[`keystroke-to-verdict-${lines}.ratio`] = {
        value: middle / bare,
        unit: '× a bare keystroke',
        goal: 'none',
        holds: true,
      };
    }
    return figures;
  } finally {
    await browser.close();
    await studio.end();
    place.remove();
  }
}

/** A recipe over as many materials as there are, a third of them naturals, made over REST. Answers its id. */
async function makeRecipe(studio: ServedStudio, count: number, seed: number): Promise<string> {
  const random = randomFrom(seed + count);
  const headers = { authorization: `Bearer ${studio.token}`, 'content-type': 'application/json' };
  const listed = await fetch(`${studio.origin}/api/materials`, { headers });
  const materials = ((await listed.json()) as { material: { id: string } }[]).map(({ material }) => material.id);
  const lines = Array.from({ length: count }, (_, index) => ({
    id: `l${index}`,
    ingredient: { kind: 'material', materialId: materials[Math.floor(random() * materials.length)] },
    parts: String(Math.ceil(random() * 500) / 10),
    dilution: '100',
    locked: false,
    carrier: false,
    note: '',
  }));
  const body = JSON.stringify({ name: { en: `bench ${count}`, ko: '' }, formula: { lines } });
  const made = await fetch(`${studio.origin}/api/recipes`, { method: 'POST', headers, body });
  const { id } = (await made.json()) as { id: string };
  return id;
}

async function openFromList(page: Page, name: string, recipeId: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Recipes' }).click();
  await page.getByText(name, { exact: true }).first().dblclick();
  await page.locator(`[data-recipe="${recipeId}"]`).waitFor();
}

/** Types digits into the first amount cell; ms from each key event to the frame after it, which must show the new total. */
async function typeAmounts(page: Page, keystrokes: number): Promise<number[]> {
  const cell = page.locator('[data-cell=amount]').first();
  await cell.click();
  await watchEvents(page);
  await page.evaluate(() => {
    const place = window as unknown as { unseen: number };
    place.unseen = 0;
    const total = () => document.querySelector('[data-total-parts]')?.textContent;
    addEventListener(
      'input',
      () => {
        const before = total();
        requestAnimationFrame(() => {
          if (total() === before) place.unseen++;
        });
      },
      true,
    );
  });
  for (let at = 0; at < keystrokes; at++) {
    if (at % 3 === 0) await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press(String(1 + ((at * 7) % 9)));
    await page.waitForTimeout(betweenKeys);
  }
  const unseen = await page.evaluate(() => (window as unknown as { unseen: number }).unseen);
  if (unseen > 0)
    throw new RangeError(`${unseen} of ${keystrokes} keystrokes were not on the screen in the next frame`);
  return timesOf(page, keystrokes);
}

/** Lets the page note what its Event Timing tells of key events. */
async function watchEvents(page: Page): Promise<void> {
  await page.evaluate(() => {
    const place = window as unknown as { told: number[] };
    place.told = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') place.told.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

async function timesOf(page: Page, keystrokes: number): Promise<number[]> {
  await page.waitForTimeout(300);
  const told = await page.evaluate(() => (window as unknown as { told: number[] }).told);
  return [...told, ...Array.from({ length: Math.max(0, keystrokes - told.length) }, () => 16)];
}

async function bareKeystroke(page: Page, keystrokes: number): Promise<number> {
  await page.setContent('<input autofocus>');
  await watchEvents(page);
  await page.locator('input').focus();
  for (let at = 0; at < keystrokes; at++) {
    await page.keyboard.press('7');
    await page.waitForTimeout(betweenKeys);
  }
  return median(await timesOf(page, keystrokes));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
