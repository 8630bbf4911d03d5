/** @file How this machine's studio is set up, as the services see it. Where it is kept is the host's business. */
import type { DecimalText } from '#perfumery/units/decimal.ts';

export interface Settings {
  readonly language: 'ko' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  /** Smallest step of the scale, in g. */
  readonly scaleResolution: DecimalText;
  /** Volume of one drop, in mL. */
  readonly dropVolume: DecimalText;
  /** ISO 4217. */
  readonly currency: string;
  /** What one unit of another currency is worth in `currency`. */
  readonly rates: Readonly<Record<string, DecimalText>>;
  readonly restApi: boolean;
}

export interface SettingsPort {
  get(): Settings;
  /** Changes what is named, and answers the whole. */
  set(patch: Partial<Settings>): Settings;
}
