/** @file `npm run picture`: the screenshots of the README and the program's icon, taken from the program itself. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getBrowser, howToGetABrowser } from './browser.mjs';
import { inModules, inProject } from './project.mjs';
import { say, stop } from './say.mjs';

const shots = [
  { file: 'docs/pictures/bench-en.png', language: 'en', theme: 'light' },
  { file: 'docs/pictures/bench-ko.png', language: 'ko', theme: 'dark' },
];

/** Takes them with the chypre that breaks a limit on the bench; answers an exit code. */
export async function picture() {
  const executablePath = await getBrowser();
  if (!executablePath) stop(`a picture needs a browser: ${howToGetABrowser}`);
  const { chromium } = await import(pathToFileURL(inModules('playwright/index.mjs')).href);
  const folder = mkdtempSync(path.join(tmpdir(), 'sillage-picture-'));
  const token = 'a-token-for-the-picture-of-the-readme';
  const server = spawn(process.execPath, [inProject('out/main/serve.js'), '--rest', '--port', '0'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, SILLAGE_TOKEN: token, HOME: folder, XDG_CONFIG_HOME: folder, APPDATA: folder },
  });
  const [{ address }] = await new Promise((resolve) => server.once('message', (...said) => resolve(said)));
  const { origin } = new URL(address);
  const ask = (method, place, body) =>
    fetch(`${origin}/api${place}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath, args: root ? ['--no-sandbox'] : [] });
  try {
    const ids = ['example-chypre', 'example-white-floral', 'example-cologne'];
    await ask('PUT', '/desk', { recipeIds: ids });
    for (const { file, language, theme } of shots) {
      await ask('PATCH', '/settings', { language, theme });
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
      await page.goto(address);
      await page.locator('[data-verdict]').first().waitFor();
      await page.waitForTimeout(800);
      await page.screenshot({ path: inProject(file) });
      await page.close();
      say(`took ${file}`);
    }
    const page = await browser.newPage({ viewport: { width: 512, height: 512 } });
    await page.goto(pathToFileURL(inProject('renderer/public/mark.svg')).href);
    await page.screenshot({ path: inProject('assets/icon.png'), omitBackground: true });
    return 0;
  } finally {
    await browser.close();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
