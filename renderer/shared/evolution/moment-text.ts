import type { useText } from '#renderer/shared/text.ts';

type Translate = ReturnType<typeof useText<'evolution'>>['t'];

/** A time after application, in h, as `40 s`, `5 min` or `3.5 h`: two digits, no more. */
export function momentText(hours: number, t: Translate): string {
  if (hours <= 0) return t('moment.zero');
  const seconds = round(hours * 3600);
  if (seconds < 60) return t('moment.seconds', { value: seconds });
  const minutes = round(hours * 60);
  if (minutes < 60) return t('moment.minutes', { value: minutes });
  return t('moment.hours', { value: round(hours) });
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
