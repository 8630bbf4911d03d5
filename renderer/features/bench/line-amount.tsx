import { memo } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { AmountUnit } from '#perfumery/formula/amounts.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { type Decimal, type DecimalText, decimal } from '#perfumery/units/decimal.ts';
import { useText } from '#renderer/shared/text.ts';
import { focusAdd } from './focus-line.ts';
import styles from './formula-grid.module.css';
import type { LineActions } from './line-actions.ts';
import { useAmountCell } from './use-amount-cell.ts';

interface Props {
  readonly recipeId: RecipeId;
  readonly line: Line;
  readonly name: string;
  readonly unit: AmountUnit;
  readonly density: Decimal | undefined;
  readonly dropVolume: DecimalText;
  readonly shown: string;
  readonly isLast: boolean;
  readonly actions: LineActions;
}

/** The amount of a line, in the unit of the column. Tab in the last one leads on to the next material. */
export const LineAmount = memo(function LineAmount({ recipeId, line, name, isLast, actions, ...rest }: Props) {
  const { t } = useText('bench');
  const { unit, density, dropVolume, shown } = rest;
  const volumes = { density, dropVolume: decimal(dropVolume) };
  const amount = useAmountCell({ recipeId, line, unit, volumes, shown });
  const refusal = amount.refusal && t(`amount-refused.${amount.refusal}`);
  return (
    <span role="gridcell" className={styles.amount}>
      <input
        data-cell="amount"
        className={refusal ? `${styles.input} ${styles.refused}` : styles.input}
        inputMode="decimal"
        aria-label={t('amount-of', { name })}
        aria-invalid={refusal !== undefined}
        title={refusal}
        value={amount.value}
        autoComplete="off"
        onChange={(event) => amount.type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => amount.commit() || amount.leave()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') return amount.leave();
          if (event.key === 'Enter' && !amount.commit()) return event.preventDefault();
          if (event.key === 'Tab' && !event.shiftKey && isLast && line.dilution === '100') {
            event.preventDefault();
            amount.commit();
            return focusAdd();
          }
          actions.onKey(event, line.id, 'amount');
        }}
      />
      {refusal && (
        <span role="alert" className={styles.refusal}>
          {refusal}
        </span>
      )}
    </span>
  );
});
