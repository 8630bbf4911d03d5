/** @file What a proposal would change: line by line, verdict, cost, and how it smells as it dries. */
import { useMemo } from 'react';
import type { Proposal, Weighed } from '#contract/substitutes.ts';
import type { MaterialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import type { Aside } from '#renderer/shared/aside.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { EvolutionColumns } from '#renderer/shared/evolution/evolution-columns.tsx';
import { useEvolution, usualSetting } from '#renderer/shared/evolution/use-evolution.ts';
import { useNumbers } from '#renderer/shared/number.ts';
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

export function SwapPreview({ sheet, proposal, after, before, nameOf }: Props) {
  const { t } = useText('substitutes');
  const numbers = useNumbers();
  const { formula, product } = sheet.recipe;
  const was = useEvolution(useFormulaIn(product, formula), sheet.accords, usualSetting);
  const is = useEvolution(useFormulaIn(product, after), sheet.accords, usualSetting);
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
                  <span className={styles.change}>
                    <ProposalVerdict weighed={before} /> → <ProposalVerdict weighed={proposal.weighed} />
                  </span>
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
          <EvolutionColumns
            caption={t('evolution-note')}
            columns={[
              { key: 'now', title: t('now'), ...shown(was) },
              { key: 'after', title: t('after'), ...shown(is) },
            ]}
            nameOf={nameOf}
          />
        </section>
      </div>
    </div>
  );
}

/** The two together, with an identity that lasts as long as theirs. */
function useFormulaIn(product: Product, formula: Formula) {
  return useMemo(() => ({ formula, product }), [formula, product]);
}

function shown({ answer, isCurrent, hasFailed }: Aside<Evolution>) {
  return { evolution: isCurrent ? answer : undefined, hasFailed };
}
