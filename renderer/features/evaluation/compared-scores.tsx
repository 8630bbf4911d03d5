import type { Evaluation } from '#perfumery/evaluation/evaluation.ts';
import type { TrialHead } from '#perfumery/formula/recipe.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import type { Compared } from './compare-trials.tsx';
import { ImpressionsTable } from './impressions-table.tsx';
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
  return (
    <section aria-label={t('scores')}>
      <h3>{t('scores')}</h3>
      {found.length === 0 ? (
        <p className={table.hint}>{t('no-scores')}</p>
      ) : (
        <ImpressionsTable
          columns={compared.map(({ id, title }) => ({ key: id, title }))}
          impressions={found}
          columnOf={({ trialId }) => trialId}
          after={words.after}
        />
      )}
    </section>
  );
}
