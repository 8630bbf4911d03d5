/**
 * @file One line of the formula.
 *
 * A keystroke changes the share and the mass of every line, and nothing else of most: so those two stand in the row itself,
 * and the cells around them are drawn again only when what they show has changed.
 */
import { type DragEvent, memo } from 'react';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import type { AmountUnit } from '#perfumery/formula/amounts.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import type { Family } from '#perfumery/material/material.ts';
import type { Decimal, DecimalText } from '#perfumery/units/decimal.ts';
import { useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './formula-grid.module.css';
import type { LineActions } from './line-actions.ts';
import { LineAmount } from './line-amount.tsx';
import { LineDilution } from './line-dilution.tsx';
import type { LineFlag } from './line-flags.ts';
import { LineName } from './line-name.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly line: Line;
  readonly number: number;
  readonly top: number;
  readonly unit: AmountUnit;
  /** g/mL of the line as weighed; undefined when not known. */
  readonly density: Decimal | undefined;
  readonly dropVolume: DecimalText;
  /** The amount in `unit`, the share of the concentrate and the mass in the batch, ready to show. */
  readonly amount: string;
  readonly percent: string;
  readonly grams: string;
  readonly name: string;
  /** Undefined for an accord. */
  readonly family: Family | undefined;
  /** The lot whose composition the line is judged by; undefined for the typical one, and for an accord. */
  readonly lot: LotComposition | undefined;
  readonly solvents: readonly { readonly id: MaterialId; readonly name: string }[];
  readonly flag: LineFlag | undefined;
  readonly isSwapping: boolean;
  readonly isLit: boolean;
  readonly isLast: boolean;
  readonly actions: LineActions;
}

export const LineRow = memo(function LineRow(props: Props) {
  const { recipeId, line, number, top, name, flag, isSwapping, isLit, isLast, actions } = props;
  const { unit, density, dropVolume, amount } = props;
  return (
    <div
      role="row"
      aria-rowindex={number + 1}
      aria-label={`${number}: ${name}`}
      data-line={line.id}
      className={[styles.row, line.carrier && styles.carrier, isLit && styles.lit].filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => actions.onDrop(event.dataTransfer.getData('text/sillage-line') as LineId, line.id)}
    >
      <LineNumber lineId={line.id} number={number} name={name} />
      <LineName {...{ recipeId, line, name, family: props.family, lot: props.lot, flag, isSwapping, actions }} />
      <LineAmount {...{ recipeId, line, name, unit, density, dropVolume, shown: amount, isLast, actions }} />
      <span role="gridcell" className={styles.reading}>
        {props.percent}
      </span>
      <span role="gridcell" className={styles.reading}>
        {props.grams}
      </span>
      <LineDilution {...{ recipeId, line, name, solvents: props.solvents, actions }} />
      <LineMenu lineId={line.id} name={name} actions={actions} />
    </div>
  );
});

const LineNumber = memo(function LineNumber(props: { lineId: LineId; number: number; name: string }) {
  const { t } = useText('bench');
  const label = t('move-of', { name: props.name });
  return (
    <span role="gridcell" className={styles.number}>
      <button
        type="button"
        className={styles.grip}
        draggable
        tabIndex={-1}
        aria-label={label}
        title={`${label} (Alt+↑ / Alt+↓)`}
        onDragStart={(event) => event.dataTransfer.setData('text/sillage-line', props.lineId)}
      >
        <Icon name="grip" size={14} />
      </button>
      {props.number}
    </span>
  );
});

const LineMenu = memo(function LineMenu(props: { lineId: LineId; name: string; actions: LineActions }) {
  const { t } = useText('bench');
  return (
    <span role="gridcell" className={styles.menu}>
      <button
        type="button"
        className={styles.grip}
        aria-label={t('actions-of', { name: props.name })}
        aria-haspopup="menu"
        onClick={(event) => props.actions.onMenu(event, props.lineId)}
      >
        <Icon name="menu" size={15} />
      </button>
    </span>
  );
});
