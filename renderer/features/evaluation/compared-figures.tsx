import { type ReactNode, useMemo } from 'react';
import { costOf } from '#perfumery/cost/cost.ts';
import { effectiveDosage } from '#perfumery/formula/formula-totals.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { type Tone, ToneIcon } from '#renderer/ui/tone.tsx';
import type { Compared } from './compare-trials.tsx';
import styles from './evaluation.module.css';

interface Props {
  readonly compared: readonly Compared[];
  readonly accords: Sheet['accords'];
}

/** What the law says of each, and what each costs, by the very engines of the bench. */
export function ComparedFigures({ compared, accords }: Props) {
  const { t } = useText('evaluation');
  const { t: verdicts } = useText('substitutes');
  const numbers = useNumbers();
  const judge = useStudio((studio) => studio.judge);
  const materials = useStudio((studio) => studio.materials);
  const currency = useStudio(({ settings }) => settings.currency);
  const rates = useStudio(({ settings }) => settings.rates);
  const figures = useMemo(() => {
    const opened = formulasOf(accords);
    const needs = { accords: opened, materialOf: materials.get.bind(materials), exchange: { currency, rates } };
    return compared.map(({ formula, product }) => {
      const answer = judge(formula, { product, accords: opened });
      return {
        own: answer.categories.find(({ category }) => category === product.category),
        eu: answer.euLaw.verdict,
        cost: costOf(formula, product, needs),
        dosage: effectiveDosage(formula, product),
        category: product.category,
      };
    });
  }, [compared, accords, judge, materials, currency, rates]);

  const verdict = (tone: Exclude<Tone, 'near'> = 'unknown') => (
    <span className={styles.verdict}>
      <ToneIcon tone={tone} size={14} /> {verdicts(`verdict-is.${tone}`)}
    </span>
  );
  const row = (title: string, cell: (figure: (typeof figures)[number]) => ReactNode) => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {figures.map((figure, at) => (
        <td key={compared[at]?.id}>{cell(figure)}</td>
      ))}
    </tr>
  );
  const categories = [...new Set(figures.map(({ category }) => category))].join(', ');
  return (
    <section aria-label={t('figures')}>
      <h3>{t('figures')}</h3>
      <table className={table.table}>
        <thead>
          <tr>
            <td />
            {compared.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(t('verdict-in', { category: categories }), ({ own }) => verdict(own?.verdict))}
          {row(t('limit-used'), ({ own }) => (own && Number.isFinite(own.ratio) ? numbers.ratio(own.ratio) : ''))}
          {row(t('eu-law'), ({ eu }) => verdict(eu))}
          {row(t('cost-kilogram'), ({ cost }) => {
            if (cost.concentratePerKilogram === 0n) return t('unpriced');
            const money = numbers.money(cost.concentratePerKilogram, cost.currency);
            return cost.uncoveredOfConcentrate === 0n ? money : t('at-least', { money });
          })}
          {row(t('dosage'), ({ dosage }) => numbers.percent(dosage))}
        </tbody>
      </table>
    </section>
  );
}
