/** @file `npm ci`, when the lock or the machine has changed since the last time. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { npm } from './child.mjs';
import { inModules, inProject } from './project.mjs';
import { say } from './say.mjs';

/** Installs what package-lock.json names. All natives are N-API, so the stamp needs no ABI. */
export function install() {
  const stamp = inModules('.sillage-stamp');
  const lock = createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');
  const state = `${lock} ${process.platform}-${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  say('installing packages');
  npm(['ci']);
  writeFileSync(stamp, state);
  say('installed');
}
