import type { Language } from '#renderer/shared/text.ts';

/** `0.9938`, rounded down so that nothing reads closer than it is; a cosine has no unit. */
export function cosineText(cosine: number, language: Language): string {
  const digits = 4;
  const down = Math.floor(cosine * 10 ** digits) / 10 ** digits;
  return new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: digits }).format(down);
}
