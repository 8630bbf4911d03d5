import { app } from 'electron';
import ElectronStore from 'electron-store';
import type { Log } from '#foundation/log.ts';
import { setBrokenAside } from '#host/conf-settings.ts';
import { type StoredSettings, settingsOver } from '#host/stored-settings.ts';
import type { WindowState } from './window-state.ts';

/** The settings in Electron: config.json in userData. `changed` hears each new state. */
export function createElectronSettings(log: Log, changed: (settings: ReturnType<StoredSettings['get']>) => void) {
  setBrokenAside(app.getPath('userData'), log);
  const store = new ElectronStore<Record<string, unknown>>({ name: 'config', clearInvalidConfig: false });
  const settings = settingsOver(store, app.getLocale());
  return {
    get: settings.get,
    set(patch: Parameters<typeof settings.set>[0]) {
      const now = settings.set(patch);
      changed(now);
      return now;
    },
  };
}

/** Where the window was when it was last seen, in a file of its own. */
export function createWindowMemory(log: Log) {
  setBrokenAside(app.getPath('userData'), log, 'window');
  const store = new ElectronStore<Record<string, unknown>>({ name: 'window', clearInvalidConfig: false });
  return {
    recall: (): unknown => store.get('state'),
    remember: (state: WindowState): void => store.set('state', state),
  };
}
