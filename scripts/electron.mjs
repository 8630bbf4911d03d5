/**
 * @file The Electron binary: whether it is here, and one try a day to fetch it.
 *
 * The npm package carries none. Never `import 'electron'` in plain Node: its index.js downloads on the spot.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inModules, inProject } from './project.mjs';
import { say } from './say.mjs';

const day = 24 * 60 * 60 * 1000;
const lastTry = inProject('.runtime', 'electron-unreachable');

/** The path of the Electron binary, or undefined. */
export function findElectron(env = process.env) {
  const folder = inModules('electron');
  const pathFile = path.join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = path.join(
    env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist'),
    readFileSync(pathFile, 'utf8'),
  );
  return existsSync(binary) ? binary : undefined;
}

/** Like findElectron, but tries to download it. Answers the path, or the reason why there is none. */
export async function getElectron() {
  const here = findElectron();
  if (here) return { binary: here };
  if (process.env.SILLAGE_NO_ELECTRON) return { reason: 'SILLAGE_NO_ELECTRON is set' };
  if (existsSync(lastTry) && Date.now() - Number(readFileSync(lastTry, 'utf8')) < day) {
    return { reason: 'its binary could not be downloaded when last tried; the next try is a day later' };
  }
  const page = process.env.ELECTRON_MIRROR ?? 'https://github.com/electron/electron/releases/';
  if (await isReachable(page)) {
    say('downloading the Electron binary (about 120 MB, once)');
    spawnSync(process.execPath, [inModules('electron/install.js')], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 600_000,
    });
  }
  const fetched = findElectron();
  if (fetched) return { binary: fetched };
  mkdirSync(path.dirname(lastTry), { recursive: true });
  writeFileSync(lastTry, String(Date.now()));
  return { reason: `its binary is not here and ${page} cannot be reached` };
}

/** A blocked network would hold the downloader for minutes. Behind a proxy only the downloader itself can tell. */
async function isReachable(page) {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  try {
    await fetch(page, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}
