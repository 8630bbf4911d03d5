/** @file The settings in a small JSON file, read field by field: one that makes no sense falls back, the others stay. */
import { type Settings, settingsShape } from '#contract/settings.ts';
import { StudioError } from '#foundation/errors.ts';
import type { DecimalText } from '#perfumery/units/decimal.ts';

/** What electron-store and conf have in common. */
export interface KeyedStore {
  get(key: string): unknown;
  set(values: Record<string, unknown>): void;
}

export interface StoredSettings {
  get(): Settings;
  set(patch: Partial<Settings>): Settings;
}

const fields = settingsShape.shape;
type Field = keyof Settings;

/** Settings over a store; `locale` (such as ko-KR) decides what a new perfumer starts with. */
export function settingsOver(store: KeyedStore, locale: string): StoredSettings {
  const defaults = defaultsFor(locale);
  const get = (): Settings => {
    const read = (field: Field) => {
      const parsed = fields[field].safeParse(store.get(field));
      return [field, parsed.success ? parsed.data : defaults[field]];
    };
    return settingsShape.parse(Object.fromEntries((Object.keys(fields) as Field[]).map(read)));
  };
  return {
    get,
    set(patch) {
      for (const [field, value] of Object.entries(patch)) {
        const shape = Object.hasOwn(fields, field) ? fields[field as Field] : undefined;
        if (!shape?.safeParse(value).success) throw new StudioError('settings.invalid', { field, text: String(value) });
      }
      store.set(patch);
      return get();
    },
  };
}

/** 0.05 mL is the drop of a common glass dropper; 0.01 g the step of a common bench scale. */
function defaultsFor(locale: string): Settings {
  const isKorean = locale.toLowerCase().startsWith('ko');
  return {
    language: isKorean ? 'ko' : 'en',
    theme: 'system',
    scaleResolution: '0.01' as DecimalText,
    dropVolume: '0.05' as DecimalText,
    currency: isKorean ? 'KRW' : 'EUR',
    rates: {},
    restApi: false,
  };
}
