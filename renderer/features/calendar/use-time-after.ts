import { useText } from '#renderer/shared/text.ts';

/** Says a time since application: at once, 30 min, 4 h. */
export function useTimeAfter(): (minutes: number) => string {
  const { t } = useText('evaluation');
  return (minutes) => {
    if (minutes === 0) return t('at-once');
    return minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes });
  };
}
