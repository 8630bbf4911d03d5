import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import Conf from 'conf';
import type { Log } from '#foundation/log.ts';
import { type StoredSettings, settingsOver } from './stored-settings.ts';

/** The settings of the loopback host: config.json in `folder`, the very file electron-store writes. */
export function createConfSettings(folder: string, locale: string, log: Log): StoredSettings {
  setBrokenAside(folder, log);
  return settingsOver(new Conf<Record<string, unknown>>({ cwd: folder, configName: 'config' }), locale);
}

/** A file that is no JSON any more is kept beside its successor instead of being cleared or stopping the studio. */
export function setBrokenAside(folder: string, log: Log, name = 'config'): void {
  const file = path.join(folder, `${name}.json`);
  if (!existsSync(file) || isJson(file)) return;
  renameSync(file, path.join(folder, `${name}.broken.json`));
  log.warn('set a broken settings file aside', { file });
}

function isJson(file: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' && content !== null;
  } catch {
    return false;
  }
}
