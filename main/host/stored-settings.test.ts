import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStudioError } from '#foundation/errors.ts';
import type { Log } from '#foundation/log.ts';
import { createConfSettings } from './conf-settings.ts';

const silent: Log = { info() {}, warn() {}, bug: () => '' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sillage-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const open = (locale = 'ko-KR') => createConfSettings(folder, locale, silent);

describe('settings', () => {
  it('start in the language of the machine, with REST off', () => {
    expect(open('ko-KR').get()).toMatchObject({ language: 'ko', currency: 'KRW', restApi: false });
    expect(open('fr-FR').get()).toMatchObject({ language: 'en', restApi: false });
  });

  it('are there again the next time, and what was not named stays', () => {
    open().set({ theme: 'dark' });
    open().set({ language: 'en' });
    expect(open().get()).toMatchObject({ theme: 'dark', language: 'en' });
  });

  it('refuse what makes no sense, and change nothing then', () => {
    const settings = open();
    try {
      settings.set({ theme: 'dark', dropVolume: 'a lot' as never });
      expect.unreachable();
    } catch (error) {
      expect(isStudioError(error, 'settings.invalid') && error.facts.field).toBe('dropVolume');
    }
    expect(settings.get().theme).toBe('system');
    expect(() => settings.set({ __proto__x: 1 } as never)).toThrow();
  });

  it('survive a field that someone spoilt by hand', () => {
    writeFileSync(path.join(folder, 'config.json'), '{"theme":"purple","language":"en"}');
    expect(open().get()).toMatchObject({ theme: 'system', language: 'en' });
  });

  it('set a broken file aside instead of clearing it', () => {
    writeFileSync(path.join(folder, 'config.json'), '{"theme":"da');
    expect(open().get().theme).toBe('system');
    expect(readdirSync(folder)).toContain('config.broken.json');
    expect(readFileSync(path.join(folder, 'config.broken.json'), 'utf8')).toBe('{"theme":"da');
  });
});
