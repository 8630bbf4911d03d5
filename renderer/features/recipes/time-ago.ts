/** @file How long ago something was, in the words of the language: `3 hours ago`, `어제`. */
import type { Language } from '#renderer/shared/text.ts';

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `instant` (ISO) seen from `now` (ms since 1970). Empty for less than a minute, and for what lies ahead of the clock. */
export function timeAgo(instant: string, now: number, language: Language): string {
  const seconds = (now - Date.parse(instant)) / 1000;
  const step = steps.find(([, length]) => seconds >= length);
  if (!step) return '';
  const [unit, length] = step;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / length), unit);
}
