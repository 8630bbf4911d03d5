import type { DecimalText } from '#perfumery/units/decimal.ts';
import type { Settings, SettingsPort } from './settings-port.ts';

/** Settings that forget themselves when the process ends; for tests and measurements. */
export function createMemorySettings(locale = 'en'): SettingsPort {
  const isKorean = locale.toLowerCase().startsWith('ko');
  let settings: Settings = {
    language: isKorean ? 'ko' : 'en',
    theme: 'system',
    scaleResolution: '0.01' as DecimalText,
    dropVolume: '0.05' as DecimalText,
    currency: isKorean ? 'KRW' : 'EUR',
    rates: {},
    restApi: false,
  };
  return {
    get: () => settings,
    set(patch) {
      settings = { ...settings, ...patch };
      return settings;
    },
  };
}
