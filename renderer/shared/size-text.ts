import type { Language } from '#renderer/shared/text.ts';

const locales = { en: 'en-GB', ko: 'ko-KR' } as const;
/** Models are called 7B in English everywhere. */
const compact = { en: 'en-US', ko: 'ko-KR' } as const;

/** `4.68 GB`, `812 MB`, `5 kB`: decimal units, as disks and cards are sold; three digits. */
export function sizeText(bytes: number, language: Language): string {
  const [unit, factor] =
    bytes >= 1e9 ? ['GB', 1e9] : bytes >= 1e6 ? ['MB', 1e6] : bytes >= 1e3 ? ['kB', 1e3] : ['B', 1];
  return `${numberText(bytes / (factor as number), language, bytes >= 1e9 ? 3 : 2)}\u00a0${unit}`;
}

/** `7.6 B` parameters (10⁹), `4.1 M` (10⁶); in Korean 억 and 만. */
export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(compact[language], { notation: 'compact', maximumSignificantDigits: 3 }).format(count);
}

/** A number with at most `digits` significant ones. */
export function numberText(value: number, language: Language, digits = 3): string {
  return new Intl.NumberFormat(locales[language], { maximumSignificantDigits: digits }).format(value);
}
