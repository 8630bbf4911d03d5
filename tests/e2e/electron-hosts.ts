/** @file Where an Electron can be had for a test: the real binary, and the double. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { layLibrary } from './new-library.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export interface ElectronHost {
  readonly name: string;
  /** Undefined where it is not here. */
  readonly dist: string | undefined;
  /** Why, then. */
  readonly because: string;
}

/** Both, whether they are here or not: what is missing is counted as skipped. */
export function electronHosts(): readonly ElectronHost[] {
  const real = realDist();
  return [
    { name: 'the real Electron', dist: real, because: 'its binary is not here: node node_modules/electron/install.js' },
    {
      name: 'the double',
      dist: process.platform === 'win32' ? undefined : path.join(root, 'tests/electron-double'),
      because: 'it is a shell script',
    },
  ];
}

/** Starts the built studio in `dist`, with everything it keeps below `folder`. */
export async function launchStudio(dist: string, folder: string): Promise<ElectronApplication> {
  process.env.ELECTRON_OVERRIDE_DIST_PATH = dist; // read by electron/index.js, which Playwright asks for the path
  layLibrary(path.join(folder, 'library'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return _electron.launch({ args: [...sandbox, `--user-data-dir=${folder}`, root], cwd: root, env: environment() });
}

/** A folder for one test, and how to be rid of it. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sillage-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The program that `dist` starts. */
export function executableIn(dist: string): string {
  return path.join(dist, isDouble(dist) ? 'electron' : readFileSync(path.join(electronPackage(), 'path.txt'), 'utf8'));
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function isDouble(dist: string): boolean {
  return dist.endsWith('electron-double');
}

/** Never require('electron') in plain Node: it would try to download the binary. */
function realDist(): string | undefined {
  const pathFile = path.join(electronPackage(), 'path.txt');
  const dist = path.join(electronPackage(), 'dist');
  return existsSync(pathFile) && existsSync(path.join(dist, readFileSync(pathFile, 'utf8'))) ? dist : undefined;
}

function electronPackage(): string {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}
