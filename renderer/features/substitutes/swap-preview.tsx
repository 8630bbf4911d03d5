/** @file What a proposal would change: line by line, verdict, cost, and what leads as it dries. */
import { useMemo } from 'react';
import type { Proposal, Weighed } from '#contract/substitutes.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import { evolve } from '#perfumery/odour/evolution.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { materialOf } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { ProposalCost, ProposalVerdict } from './proposal-figures.tsx';
import styles from './substitutes.module.css';

interface Props {
  readonly sheet: Sheet;
  readonly proposal: Proposal;
  readonly after: Formula;
  readonly before: Weighed;
  readonly nameOf: (id: MaterialId) => string;
}

/** h at which what leads is told. */
const moments = [0, 1, 6, 24];

export function SwapPreview({ sheet, proposal, after, before, nameOf }: Props) {
  const { t } = useText('substitutes');
  const numbers = useNumbers();
  const { formula } = sheet.recipe;
  const was = useLeading(sheet, formula);
  const is = useLeading(sheet, after);
  const leads = (id: MaterialId | undefined) => (id ? nameOf(id) : t('evolution-none'));
  return (
    <div className={styles.preview}>
      <div className={styles.columns}>
        <section aria-label={t('preview')}>
          <h3>{t('preview')}</h3>
          <table className={table.table}>
            <tbody>
              {proposal.swaps.map((swap) => (
                <tr key={swap.lineId}>
                  <td>
                    <span className={table.removed}>{nameOf(swap.before)}</span> →{' '}
                    <strong className={table.added}>{nameOf(swap.neighbour.materialId)}</strong>
                  </td>
                  <td className={table.number}>
                    {t('parts')}{' '}
                    {numbers.exact(formula.lines.find(({ id }) => id === swap.lineId)?.parts ?? swap.after.parts)} →{' '}
                    {numbers.exact(swap.after.parts)}
                  </td>
                </tr>
              ))}
              <tr>
                <td>{t('verdict')}</td>
                <td className={table.number}>
                  <ProposalVerdict weighed={before} /> → <ProposalVerdict weighed={proposal.weighed} />
                </td>
              </tr>
              <tr>
                <td>{t('batch')}</td>
                <td className={table.number}>
                  <ProposalCost weighed={before} /> → <ProposalCost weighed={proposal.weighed} />
                </td>
              </tr>
            </tbody>
          </table>
          <p className={styles.note}>{t('amount-note')}</p>
        </section>
        <section aria-label={t('evolution')}>
          <h3>{t('evolution')}</h3>
          <table className={table.table}>
            <thead>
              <tr>
                <td />
                <th scope="col">{t('now')}</th>
                <th scope="col">{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {moments.map((hour, at) => (
                <tr key={hour}>
                  <th scope="row">{hour === 0 ? t('start') : t('hours', { count: hour })}</th>
                  <td>{leads(was[at])}</td>
                  <td>{leads(is[at])}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.note}>{t('evolution-note')}</p>
        </section>
      </div>
    </div>
  );
}

/** The leading material at each moment. */
function useLeading({ recipe: { product }, accords }: Sheet, formula: Formula): readonly (MaterialId | undefined)[] {
  return useMemo(() => {
    const { times, dominant } = evolve(formula, {
      product,
      accords: formulasOf(accords),
      materials: materialOf,
      surface: 'blotter',
    });
    return moments.map((hour) => {
      const at = times.findIndex((time) => time >= hour - 1e-9);
      return dominant[Math.max(0, at)];
    });
  }, [formula, product, accords]);
}
