import type { Language } from '#renderer/shared/text.ts';

/** `1.1 GB`, `471 MB`, `0.4 MB`: decimal units, as disks are sold. */
export function sizeText(bytes: number, language: Language): string {
  const isLarge = bytes >= 1e9;
  const value = bytes / (isLarge ? 1e9 : 1e6);
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: value >= 10 ? 0 : 1 });
  return `${format.format(value)}\u00a0${isLarge ? 'GB' : 'MB'}`;
}
