/** @file The brief at the side of the bench: where the recipe departs from it, at every keystroke. */
import { useDeferredValue, useMemo } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import type { Brief } from '#perfumery/brief/brief.ts';
import { type Departure, departuresFrom } from '#perfumery/brief/departures.ts';
import { costOf } from '#perfumery/cost/cost.ts';
import { formulasOf, useAnswer } from '#renderer/shared/answer.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useNames } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { localDay, useAsked } from '#renderer/shared/working-day.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

export function BriefPanel({ recipeId, onShowLines }: Props) {
  const { t } = useText('brief');
  const numbers = useNumbers();
  const names = useDeferredValue(useNames(recipeId));
  const brief = useAsked(['briefs'], recipeId, (client) => client.briefs.of({ recipeId })) as Brief | null | undefined;
  const formula = useDeferredValue(useBench(({ sheets }) => sheets[recipeId]?.recipe.formula));
  const product = useDeferredValue(useBench(({ sheets }) => sheets[recipeId]?.recipe.product));
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  const materials = useStudio((studio) => studio.materials);
  const currency = useStudio(({ settings }) => settings.currency);
  const rates = useStudio(({ settings }) => settings.rates);
  const answer = useDeferredValue(useAnswer(recipeId));
  const departures = useMemo(() => {
    if (!brief || !formula || !product || !accords || !answer) return [];
    const exchange = { currency, rates };
    const opened = formulasOf(accords);
    const cost = costOf(formula, product, { accords: opened, materialOf: (id) => materials.get(id), exchange });
    const perfume = { formula, product, accords: opened };
    return departuresFrom(brief, perfume, { cost, answer, exchange, today: localDay() });
  }, [brief, formula, product, accords, answer, materials, currency, rates]);

  if (!brief) return null;
  const sentence = (one: Departure): string => {
    switch (one.why) {
      case 'cost-over':
        return t('departure.cost-over', {
          cost: numbers.money(one.cost, one.currency),
          ceiling: numbers.money(one.ceiling, one.currency),
        });
      case 'cost-unknown':
        return t('departure.cost-unknown', { uncovered: numbers.percent(one.uncovered) });
      case 'cost-no-rate':
        return t('departure.cost-no-rate', { currency: one.currency });
      case 'forbidden':
        return t('departure.forbidden', { material: names.material(one.materialId) });
      case 'forbidden-unknown':
        return t('departure.forbidden-unknown');
      case 'category':
        return t('departure.category', { wanted: one.wanted, actual: one.actual });
      case 'verdict':
        return t('departure.verdict', { category: one.category, verdict: t(`verdict.${one.verdict}`) });
      case 'dosage-over':
        return t('departure.dosage-over', {
          dosage: numbers.percent(one.dosage),
          highest: numbers.percent(one.highest),
        });
      case 'deadline-passed':
        return t('departure.deadline-passed', { deadline: numbers.day(one.deadline) });
    }
  };
  return (
    <Panel
      id="brief"
      title={t('title')}
      gist={departures.length > 0 ? t('departs', { count: departures.length }) : brief.name}
    >
      <p className={rows.quiet}>
        {[brief.name, brief.client, brief.deadline && numbers.day(brief.deadline)].filter(Boolean).join(' · ')}
      </p>
      {departures.length === 0 && <p>{t('fits')}</p>}
      <ul style={{ margin: 0, paddingInlineStart: 16 }} aria-label={t('departs', { count: departures.length })}>
        {departures.map((one) => {
          const text = sentence(one);
          const lineIds = 'lineIds' in one ? one.lineIds : [];
          return (
            <li key={text}>
              {lineIds.length > 0 ? (
                <button type="button" className={rows.link} onClick={() => onShowLines(lineIds)}>
                  {text}
                </button>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
