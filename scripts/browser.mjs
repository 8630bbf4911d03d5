/** @file Which Chromium this machine has: CHROMIUM_PATH, an installed Chromium, Chrome or Edge, or Playwright's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { node } from './child.mjs';
import { inModules, inProject } from './project.mjs';
import { say } from './say.mjs';

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const onWindows = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];
const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

/** The path of a browser that can show the studio, or undefined. */
export function findBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return [...installed(env), playwrightsOwn()].find((file) => file && existsSync(file));
}

/** Like findBrowser, but fetches one where none is found. Answers undefined when none can be had. */
export async function getBrowser() {
  const found = findBrowser();
  if (found || process.env.CHROMIUM_PATH) return found;
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isRootOnDebian && process.env.CI) {
    say('no browser: installing chromium with apt-get');
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
  } else {
    say("no browser: fetching Playwright's chromium");
    await node([inModules('playwright/cli.js'), 'install', 'chromium']);
  }
  return findBrowser();
}

/** What to do when there is no browser. */
export const howToGetABrowser =
  'install Chromium, Chrome or Edge, or set CHROMIUM_PATH to one, or run "npx playwright install chromium"';

function installed(env) {
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return onWindows.flatMap((file) => folders.map((folder) => path.join(folder, file)));
  }
  if (process.platform === 'darwin') {
    const folders = ['/Applications', path.join(env.HOME ?? '', 'Applications')];
    return onMac.flatMap((name) => folders.map((folder) => path.join(folder, `${name}.app/Contents/MacOS/${name}`)));
  }
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return onPath.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function playwrightsOwn() {
  try {
    return createRequire(inProject('package.json'))('playwright').chromium.executablePath();
  } catch {
    return undefined; // not installed yet
  }
}
