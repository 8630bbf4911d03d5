import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** Names of everything public in the double, read in a process that opens no browser. */
const names = JSON.parse(
  spawnSync(
    process.execPath,
    [
      '-e',
      `const electron = require(${JSON.stringify(path.join(import.meta.dirname, 'electron.cjs'))});
       const own = new Set([...Object.getOwnPropertyNames(require('node:events').prototype), 'constructor']);
       const of = (thing) => {
         const found = new Set(Object.keys(thing));
         for (let at = Object.getPrototypeOf(thing); at && at !== Object.prototype && at !== Function.prototype; at = Object.getPrototypeOf(at))
           for (const name of Object.getOwnPropertyNames(at)) found.add(name);
         return [...found].filter((name) => !name.startsWith('_') && !own.has(name) && name !== 'domain');
       };
       const answer = {};
       for (const [name, part] of Object.entries(electron)) {
         if (name.startsWith('__')) continue;
         answer[name] = typeof part === 'function' ? [...of(part.prototype), ...Object.getOwnPropertyNames(part)] : of(part);
       }
       console.log(JSON.stringify(answer));
       process.exit(0);`,
    ],
    { encoding: 'utf8', env: { ...process.env, ELECTRON_DOUBLE_NO_BROWSER: '1' } },
  ).stdout,
) as Record<string, string[]>;

const declarations = readFileSync(path.join(import.meta.dirname, '../../node_modules/electron/electron.d.ts'), 'utf8');

/** What electron.d.ts calls the type behind each name of the module. */
const typeOf = (name: string) =>
  ({ webContents: 'WebContents', nativeImage: 'NativeImage' })[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
const ordinary = new Set(['length', 'name', 'prototype', 'eventNames', 'rawListeners']);

function membersIn(type: string): Set<string> {
  const body =
    new RegExp(`\\n  (?:class|interface) ${type}\\b[^{]*\\{([\\s\\S]*?)\\n  \\}`).exec(declarations)?.[1] ?? '';
  return new Set([...body.matchAll(/^\s{4}(?:static |readonly )*(\w+)[?(:<]/gm)].flatMap(([, name]) => name ?? []));
}

describe('the double', () => {
  it('has the parts the shell uses', () => {
    expect(Object.keys(names)).toEqual(
      expect.arrayContaining(['app', 'BrowserWindow', 'ipcMain', 'MessageChannelMain', 'protocol', 'session', 'Menu']),
    );
  });

  it.each(Object.keys(names).filter((name) => name !== 'session' && name !== 'nativeImage'))(
    'invents nothing in %s',
    (name) => {
      const known = membersIn(typeOf(name));
      expect(known.size).toBeGreaterThan(0);
      expect(
        (names[name] ?? []).filter((member) => !known.has(member) && !ordinary.has(member) && !member.startsWith('_')),
      ).toEqual([]);
    },
  );
});
