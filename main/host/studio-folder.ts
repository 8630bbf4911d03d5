import path from 'node:path';

/** What decides where a program keeps its own files. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The perfumer's own folder: the same one Electron calls userData, so both hosts open the same library. */
export function studioFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') return path.win32.join(env.APPDATA ?? path.win32.join(home, 'AppData/Roaming'), 'Sillage');
  if (platform === 'darwin') return path.posix.join(home, 'Library/Application Support/Sillage');
  return path.posix.join(env.XDG_CONFIG_HOME || path.posix.join(home, '.config'), 'Sillage');
}

/** What lies in it. */
export function placesIn(folder: string) {
  return {
    library: path.join(folder, 'library'),
    logs: path.join(folder, 'logs'),
    /** The browser window's own profile, apart from the perfumer's browsing. */
    browserProfile: path.join(folder, 'browser-window'),
  };
}
