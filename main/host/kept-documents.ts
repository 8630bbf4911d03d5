/** @file Small documents beside the settings: how search is set up, and keys in a file that only this account can read. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CoreConfig } from '#core';
import type { Log } from '#foundation/log.ts';
import { setBrokenAside } from './conf-settings.ts';
import { writeWhole } from './write-whole.ts';

type KeptDocument = NonNullable<CoreConfig['searchSetup']>;
type SecretKeeper = NonNullable<CoreConfig['secrets']>;

/** A JSON document in `folder`; a broken one is set aside. */
export function documentIn(folder: string, name: string, log: Log): KeptDocument {
  const file = path.join(folder, `${name}.json`);
  setBrokenAside(folder, log, name);
  return {
    read: () => readJson(file),
    write: (value) => writeWhole(file, JSON.stringify(value, null, 2)),
  };
}

/** Keys in a file that nobody but this account may read. */
export function fileSecrets(folder: string, log: Log): SecretKeeper {
  const file = path.join(folder, 'keys.json');
  setBrokenAside(folder, log, 'keys');
  const kept = (): Record<string, string> => readJson(file) as Record<string, string>;
  const write = (all: Record<string, string>) => writeWhole(file, JSON.stringify(all), 0o600);
  return {
    how: 'file',
    read: (name) => kept()[name],
    keep: (name, secret) => write({ ...kept(), [name]: secret }),
    forget(name) {
      const { [name]: gone, ...rest } = kept();
      if (gone !== undefined) write(rest);
    },
  };
}

function readJson(file: string): object {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object;
  } catch {
    return {};
  }
}
