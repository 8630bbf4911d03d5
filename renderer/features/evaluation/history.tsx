import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { Evaluation } from '#perfumery/evaluation/evaluation.ts';
import { scoresOverTime } from '#perfumery/evaluation/scores-over-time.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import table from '#renderer/ui/table.module.css';
import { ScoreChart, type ScoreLine } from './score-chart.tsx';
import { useWords } from './use-words.ts';

interface Props {
  readonly recipe: Recipe;
  readonly evaluations: readonly Evaluation[];
}

/** Everything that was smelled of a recipe: scores as curves or as a table, and each evaluation in full. */
export function History({ recipe, evaluations }: Props) {
  const { t, language } = useText('evaluation');
  const { t: common } = useText('common');
  const words = useWords(recipe.trials);
  const client = useStudio((studio) => studio.client);
  const vocabulary = useAsked([], 'vocabulary', (asked) => asked.materials.vocabulary())?.descriptors;
  const [isTable, setTable] = useState(false);
  const curves = useMemo(() => scoresOverTime(evaluations), [evaluations]);
  const lines = curves.flatMap(({ trialId, points }, colour): readonly ScoreLine[] =>
    (['intensity', 'liking'] as const).map((what) => ({
      name: t('line-of', { trial: words.trial(trialId), what: t(what) }),
      isDashed: what === 'liking',
      colour,
      points: points.flatMap((point) => {
        const score = point[what];
        return score === undefined ? [] : [{ minutes: point.minutes, score }];
      }),
    })),
  );
  const says = lines
    .map(({ name, points }) => `${name} ${points.map((one) => `${words.after(one.minutes)} ${one.score}`).join(', ')}`)
    .join('; ');

  function remove({ id: evaluationId }: Evaluation): void {
    const set = (removed: boolean) => client.evaluations.remove({ evaluationId, removed });
    set(true).then(
      () =>
        tell({
          tone: 'good',
          text: t('removed'),
          action: { label: common('undo'), run: () => void set(false).catch(tellRefusal) },
        }),
      tellRefusal,
    );
  }
  const wordOf = (id: string) => {
    const word = vocabulary?.find((one) => one.id === id);
    return word ? inLanguage(word.name, language) : id;
  };

  if (evaluations.length === 0) return <p className={table.hint}>{t('history-none')}</p>;
  return (
    <>
      <Button onClick={() => setTable(!isTable)}>{common(isTable ? 'as-chart' : 'as-table')}</Button>
      {isTable ? (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('trial')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col" className={table.number}>
                {t('intensity')}
              </th>
              <th scope="col" className={table.number}>
                {t('liking')}
              </th>
            </tr>
          </thead>
          <tbody>
            {curves.flatMap(({ trialId, points }) =>
              points.map(({ minutes, intensity, liking }) => (
                <tr key={`${trialId} ${minutes}`}>
                  <td>{words.trial(trialId)}</td>
                  <td>{words.after(minutes)}</td>
                  <td className={table.number}>{intensity === undefined ? t('not-said') : rounded(intensity)}</td>
                  <td className={table.number}>{liking === undefined ? t('not-said') : rounded(liking)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      ) : (
        <ScoreChart
          label={t('chart-says', { says })}
          axes={{ time: t('axis-time'), score: t('axis-score') }}
          after={words.after}
          lines={lines}
        />
      )}
      <table className={table.table} aria-label={t('history')}>
        <thead>
          <tr>
            <th scope="col">{t('trial')}</th>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('words')}</th>
            <th scope="col">{t('verdict')}</th>
            <th scope="col">{t('made-on')}</th>
            <th scope="col" aria-label={common('remove')} />
          </tr>
        </thead>
        <tbody>
          {evaluations.toReversed().map((one) => (
            <tr key={one.id}>
              <td>{words.trial(one.trialId)}</td>
              <td>
                {words.after(one.minutes)} · {t(`medium.${one.medium}`)}
              </td>
              <td>
                {one.words}
                <div className={table.quiet}>{one.descriptors.map(wordOf).join(', ')}</div>
              </td>
              <td>{t(`verdicts.${one.verdict}`)}</td>
              <td>{words.instant(one.made)}</td>
              <td>
                <NamedIconButton
                  icon="trash"
                  size={15}
                  label={t('remove-of', { trial: words.trial(one.trialId), when: words.after(one.minutes) })}
                  onClick={() => remove(one)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function rounded(score: number): string {
  return String(Math.round(score * 10) / 10);
}
