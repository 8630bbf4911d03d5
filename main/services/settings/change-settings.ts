import { StudioError } from '#foundation/errors.ts';
import { parseDecimal } from '#perfumery/units/decimal.ts';
import type { Settings, SettingsPort } from './settings-port.ts';

/** Changes what is named and leaves the rest. Refuses a scale, a drop or a rate of nothing or less. */
export function changeSettings({ settings }: { readonly settings: SettingsPort }) {
  return (patch: Partial<Settings>): Settings => {
    const { scaleResolution, dropVolume, rates = {} } = patch;
    if (scaleResolution !== undefined) checkPositive('scaleResolution', scaleResolution);
    if (dropVolume !== undefined) checkPositive('dropVolume', dropVolume);
    for (const [currency, rate] of Object.entries(rates)) checkPositive(`rates.${currency}`, rate);
    return settings.set(patch);
  };
}

function checkPositive(field: string, text: string): void {
  const value = parseDecimal(text);
  if (value === undefined || value <= 0n) throw new StudioError('settings.invalid', { field, text });
}
