/** @file `npm start`: the studio in Electron, else in an installed browser, else on an address. It says which, and why. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, howToGetABrowser } from './browser.mjs';
import { node, run } from './child.mjs';
import { getElectron } from './electron.mjs';
import { inProject, root } from './project.mjs';
import { say } from './say.mjs';

const server = inProject('out/main/serve.js');

/** Starts the studio's window and answers its exit code. */
export async function start(args) {
  const options = args.filter((arg) => arg !== '--browser');
  if (!hasDisplay()) {
    say('no display (DISPLAY and WAYLAND_DISPLAY are empty): serving the studio without a window');
    return serve(['--check-yourself', ...options]);
  }
  const electron = args.includes('--browser') ? { reason: '--browser was asked for' } : await getElectron();
  if (electron.binary) {
    say('opening the studio in Electron');
    return run(electron.binary, [...sandbox(), root, ...options]);
  }
  const browser = findBrowser();
  if (!browser) {
    say(
      `no Electron (${electron.reason}) and no browser found: serving the studio; to get a window, ${howToGetABrowser}`,
    );
    return serve(['--check-yourself', ...options]);
  }
  say(`no Electron (${electron.reason}): opening the same studio in ${path.basename(browser)}`);
  return inBrowser(browser, options);
}

/** Serves the studio on 127.0.0.1 until it is stopped. */
export function serve(args) {
  return node([server, ...args]);
}

/** The studio lives as long as its window. Where the window cannot be opened, it stays up and says where it is. */
async function inBrowser(browser, options) {
  const child = spawn(process.execPath, [server, ...options], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const ready = await Promise.race([new Promise((resolve) => child.once('message', resolve)), ended]);
  if (typeof ready === 'number') return ready;
  const opened = Date.now();
  const window = spawn(browser, [...windowOptions(ready.profile), `--app=${ready.address}`], { stdio: 'ignore' });
  window.on('error', (error) => say(`${browser} could not be started: ${error.message}`));
  window.on('exit', (code) => {
    // a browser that hands the page to a process already running ends at once, and so does one that cannot start
    if (Date.now() - opened < 3000) say(`the browser ended at once (code ${code}); the studio is at the address above`);
    else child.kill('SIGTERM');
  });
  const code = await ended;
  window.kill();
  return code;
}

function windowOptions(profile) {
  mkdirSync(profile, { recursive: true });
  return [
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--window-size=1440,900',
    ...sandbox(),
  ];
}

function sandbox() {
  if (process.getuid?.() !== 0) return [];
  say('running as root: Chromium starts without its sandbox; better start the studio as an ordinary user');
  return ['--no-sandbox'];
}

function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
