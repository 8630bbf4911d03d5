import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { commandShape } from '#contract/studio.ts';
import { menuTemplate } from './menu-template.ts';

const platforms = ['win32', 'linux', 'darwin'] as const;

function everyItem(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])]);
}
const menuOn = (platform: NodeJS.Platform, language: 'ko' | 'en' = 'ko', sent: string[] = []) =>
  everyItem(menuTemplate({ language, platform, isPackaged: true, send: (command) => sent.push(command) }));

describe('the native menu', () => {
  it.each(platforms)('offers every command of the contract once on %s', (platform) => {
    const offered = menuOn(platform).flatMap(({ id }) => id ?? []);
    expect(offered.toSorted()).toEqual([...commandShape.options].toSorted());
  });

  it.each(platforms)('gives no two items the same keys on %s', (platform) => {
    const keys = menuOn(platform).flatMap(({ accelerator }) => accelerator?.toString() ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['ko', 'en'] as const)('leaves no word to the system in %s', (language) => {
    const items = menuOn('linux', language).filter(({ type }) => type !== 'separator');
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter(({ label }) => !label)).toEqual([]);
    const isKorean = items.every(({ label = '' }) => /[가-힣]/.test(label));
    expect(isKorean).toBe(language === 'ko');
  });

  it('sends the command that was chosen', () => {
    const sent: string[] = [];
    const keep = menuOn('linux', 'en', sent).find(({ id }) => id === 'keep-trial');
    (keep?.click as (() => void) | undefined)?.();
    expect(sent).toEqual(['keep-trial']);
  });

  it('keeps the developer tools out of the shipped program', () => {
    expect(menuOn('linux').some(({ role }) => role === 'toggleDevTools')).toBe(false);
  });
});
