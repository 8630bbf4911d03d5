import { changeSettings } from '#services/settings/change-settings.ts';
import type { Settings, SettingsPort } from '#services/settings/settings-port.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** The settings, behind the contract. */
export function settingsHandlers({ settings: on }: Implementer, settings: SettingsPort) {
  return on.router({
    get: on.get.handler(() => toWire(settings.get())),
    set: on.set.handler(({ input }) => toWire(changeSettings({ settings })(named(input)))),
  });
}

/** Only what was really said: over some wires a field left away arrives as undefined. */
function named(patch: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
