/**
 * @file Figures of starting: from the start of the process to a bench that can be typed into, what the idle process holds,
 * and whether a library of a life's work opens as fast as an empty one.
 *
 * Every time is a whole start: the loopback host, a fresh Chromium, the page. It is compared with the same Chromium showing
 * an empty page, in turns and in the same run, and of all rounds the quickest counts: whatever else runs on the machine only
 * ever adds.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '#tests/e2e/electron-hosts.ts';
import { serveStudio } from '#tests/e2e/served-studio.ts';
import { launchChromium } from './launch-chromium.ts';
import type { Figure, Measuring } from './safety.ts';
import { seedLibrary } from './seed-library.ts';

const manyRecipes = 20_000;

/** Measures starting. Takes about a minute, quick about half of that. */
export async function measureStartup({ quick }: Measuring): Promise<Record<string, Figure>> {
  const empty = temporaryFolder();
  const full = temporaryFolder();
  const page = await serveEmptyPage();
  try {
    seedLibrary(`${full.folder}/library`, manyRecipes);
    await start(full.folder); // the first start of a library brings the examples
    await start(empty.folder);
    const times = { page: [] as number[], empty: [] as number[], full: [] as number[] };
    for (let round = 0; round < (quick ? 3 : 7); round++) {
      times.page.push(await showEmptyPage(page.address));
      times.empty.push((await start(empty.folder)).milliseconds);
      times.full.push((await start(full.folder)).milliseconds);
    }
    const { residentMiB: size } = await start(empty.folder, quick ? 2000 : 10_000);
    const best = (values: readonly number[]) => Math.min(...values);
    const ratio = best(times.empty) / best(times.page);
    const growth = best(times.full) / best(times.empty);
    return {
      'bench-to-empty-page': { value: ratio, unit: '× an empty page', goal: 'under 5', holds: ratio < 5 },
      'full-to-empty-library': { value: growth, unit: '× an empty library', goal: 'under 1.5', holds: growth < 1.5 },
      'idle-memory': { value: size, unit: 'MiB resident, main process', goal: 'under 200', holds: size < 200 },
    };
  } finally {
    page.close();
    empty.remove();
    full.remove();
  }
}

/** One start to a usable bench, and what the process holds after `idle` ms. */
async function start(folder: string, idle = 0): Promise<{ milliseconds: number; residentMiB: number }> {
  const begun = performance.now();
  const [studio, browser] = await Promise.all([
    serveStudio(folder, ['--library', `${folder}/library`]),
    launchChromium(),
  ]);
  try {
    const page = await browser.newPage();
    await page.goto(studio.address);
    await page.getByRole('grid').getByRole('gridcell').first().waitFor({ timeout: 60_000 });
    const milliseconds = performance.now() - begun;
    await sleep(idle);
    return { milliseconds, residentMiB: residentMiB(studio.pid) };
  } finally {
    await browser.close();
    await studio.end();
  }
}

async function showEmptyPage(address: string): Promise<number> {
  const begun = performance.now();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByText('empty').waitFor();
    return performance.now() - begun;
  } finally {
    await browser.close();
  }
}

async function serveEmptyPage() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>empty</title><link rel="icon" href="data:,"><p>empty');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${port}/`, close };
}

function residentMiB(pid: number): number {
  if (process.platform === 'linux') {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  }
  if (process.platform === 'darwin') {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  }
  const row = execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { encoding: 'utf8' });
  return Number(row.trim().split('","').at(-1)?.replace(/\D/g, '')) / 1024;
}
