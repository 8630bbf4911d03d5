import { expect, it } from 'vitest';
import { studioFolder } from './studio-folder.ts';

it.each([
  [
    'win32',
    { APPDATA: 'C:\\Users\\jo\\AppData\\Roaming' },
    'C:\\Users\\jo',
    'C:\\Users\\jo\\AppData\\Roaming\\Sillage',
  ],
  ['win32', {}, 'C:\\Users\\jo', 'C:\\Users\\jo\\AppData\\Roaming\\Sillage'],
  ['darwin', {}, '/Users/jo', '/Users/jo/Library/Application Support/Sillage'],
  ['linux', {}, '/home/jo', '/home/jo/.config/Sillage'],
  ['linux', { XDG_CONFIG_HOME: '/data' }, '/home/jo', '/data/Sillage'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/home/jo', '/home/jo/.config/Sillage'],
] as const)('lies where programs keep their files on %s %o', (platform, env, home, folder) => {
  expect(studioFolder({ platform, env, home })).toBe(folder);
});
