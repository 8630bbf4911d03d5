/** @file How moments and trials are called. */
import type { TrialId } from '#foundation/ids.ts';
import type { TrialHead } from '#perfumery/formula/recipe.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';

/** Says the time since application, and what a trial is called. */
export function useWords(trials: readonly TrialHead[]) {
  const { t, language } = useText('evaluation');
  const { t: bench } = useText('bench');
  return {
    after(minutes: number): string {
      if (minutes === 0) return t('at-once');
      if (minutes % 1440 === 0 && minutes > 1440) return t('days', { count: minutes / 1440 });
      return minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes });
    },
    trial(id: TrialId | undefined): string {
      const trial = trials.find((one) => one.id === id);
      if (!trial) return '';
      return [bench('number-of-trial', { number: trial.number }), inLanguage(trial.name, language)]
        .filter(Boolean)
        .join(' · ');
    },
    instant: (text: string) =>
      new Date(text).toLocaleString(language === 'ko' ? 'ko-KR' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  };
}
