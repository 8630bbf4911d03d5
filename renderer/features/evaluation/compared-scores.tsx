import type { Evaluation } from '#perfumery/evaluation/evaluation.ts';
import type { TrialHead } from '#perfumery/formula/recipe.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import type { Compared } from './compare-trials.tsx';
import { useWords } from './use-words.ts';

interface Props {
  readonly compared: readonly Compared[];
  readonly trials: readonly TrialHead[];
  readonly evaluations: readonly Evaluation[];
}

/** What was found of each at each moment. */
export function ComparedScores({ compared, trials, evaluations }: Props) {
  const { t } = useText('evaluation');
  const words = useWords(trials);
  const ids = new Set(compared.map(({ id }) => id));
  const found = evaluations.filter(({ trialId }) => ids.has(trialId));
  const times = [...new Set(found.map(({ minutes }) => minutes))].sort((a, b) => a - b);
  return (
    <section aria-label={t('scores')}>
      <h3>{t('scores')}</h3>
      {times.length === 0 ? (
        <p className={table.hint}>{t('no-scores')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              {compared.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {times.map((minutes) => (
              <tr key={minutes}>
                <th scope="row">{words.after(minutes)}</th>
                {compared.map(({ id }) => (
                  <td key={id}>
                    {found
                      .filter((one) => one.trialId === id && one.minutes === minutes)
                      .map((one) => (
                        <div key={one.id}>
                          {t('intensity')} {one.intensity ?? t('not-said')} · {t('liking')}{' '}
                          {one.liking ?? t('not-said')} · {t(`verdicts.${one.verdict}`)}
                          {one.words && <div className={table.quiet}>{one.words}</div>}
                        </div>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
