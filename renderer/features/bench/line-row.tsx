/** @file One line of the formula: its cells, and what the keyboard does in them. */
import { type DragEvent, type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import type { AmountUnit, Volumes } from '#perfumery/formula/amounts.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { focusAdd } from './focus-line.ts';
import styles from './formula-grid.module.css';
import type { LineFlag } from './line-flags.ts';
import { MaterialPicker, type Picked } from './material-picker.tsx';
import { useAmountCell } from './use-amount-cell.ts';
import { useDilutionCell } from './use-dilution-cell.ts';

export interface LineActions {
  readonly onKey: (event: KeyboardEvent, lineId: LineId, cell: 'material' | 'amount' | 'dilution' | 'solvent') => void;
  readonly onSwapStart: (lineId: LineId | undefined) => void;
  readonly onSwap: (lineId: LineId, picked: Picked) => void;
  readonly onSolvent: (lineId: LineId, solventId: MaterialId | undefined) => void;
  readonly onMenu: (event: MouseEvent<HTMLElement>, lineId: LineId) => void;
  readonly onLock: (lineId: LineId) => void;
  readonly onDrop: (dragged: LineId, target: LineId) => void;
}

interface Props {
  readonly recipeId: RecipeId;
  readonly line: Line;
  readonly number: number;
  readonly top: number;
  readonly unit: AmountUnit;
  readonly volumes: Volumes;
  /** The amount in `unit`, the share of the concentrate and the mass in the batch, ready to show. */
  readonly amount: string;
  readonly percent: string;
  readonly grams: string;
  readonly material: LibraryMaterial | undefined;
  readonly accordName: string | undefined;
  readonly solvents: readonly { readonly id: MaterialId; readonly name: string }[];
  readonly flag: LineFlag | undefined;
  readonly isSwapping: boolean;
  readonly isLit: boolean;
  readonly isLast: boolean;
  readonly actions: LineActions;
}

export const LineRow = memo(function LineRow(props: Props) {
  const { recipeId, line, number, top, material, accordName, flag, isSwapping, isLit, actions, percent, grams } = props;
  const { t, language } = useText('bench');
  const name = lineName(props, language, t('material-missing'));
  const amount = useAmountCell({ recipeId, line, unit: props.unit, volumes: props.volumes, shown: props.amount });
  const dilution = useDilutionCell({ recipeId, line, shown: line.dilution });
  const refusal = amount.refusal
    ? t(`amount-refused.${amount.refusal}`)
    : dilution.isRefused
      ? t('dilution-refused')
      : undefined;

  return (
    <div
      role="row"
      aria-rowindex={number + 1}
      aria-label={t('line-of', { number, name })}
      data-line={line.id}
      className={[styles.row, line.carrier && styles.carrier, isLit && styles.lit].filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => actions.onDrop(event.dataTransfer.getData('text/sillage-line') as LineId, line.id)}
    >
      <span role="gridcell" className={styles.number}>
        <button
          type="button"
          className={styles.grip}
          draggable
          tabIndex={-1}
          aria-label={t('move-of', { name })}
          title={`${t('move-of', { name })} (Alt+↑ / Alt+↓)`}
          onDragStart={(event) => event.dataTransfer.setData('text/sillage-line', line.id)}
        >
          <Icon name="grip" size={14} />
        </button>
        {number}
      </span>
      <span role="gridcell" className={styles.material}>
        {isSwapping ? (
          <MaterialPicker
            label={t('swap-for', { name })}
            placeholder={name}
            autoFocus
            except={recipeId}
            onPick={(picked) => actions.onSwap(line.id, picked)}
            onCancel={() => actions.onSwapStart(undefined)}
          />
        ) : (
          <button
            type="button"
            data-cell="material"
            className={styles.name}
            onClick={() => actions.onSwapStart(line.id)}
            onKeyDown={(event) => actions.onKey(event, line.id, 'material')}
            title={name}
          >
            {accordName ? (
              <Icon name="accord" size={13} />
            ) : (
              <i
                className={styles.dot}
                style={{ background: material ? familyColours[material.material.family] : 'transparent' }}
              />
            )}
            <span className={styles.ellipsis}>{name}</span>
            {line.note && <Icon name="note" size={12} />}
          </button>
        )}
        {line.locked && (
          <button
            type="button"
            className={styles.mark}
            onClick={() => actions.onLock(line.id)}
            aria-label={`${t('unlock')}: ${name}`}
            title={t('unlock')}
          >
            <Icon name="lock" size={13} />
          </button>
        )}
        {flag && (
          <span
            className={`${styles.mark} ${styles[flag]}`}
            role="img"
            aria-label={t(`flag-${flag}`)}
            title={t(`flag-${flag}`)}
          >
            <Icon name={flag === 'prohibited' ? 'forbidden' : flag === 'over' ? 'warning' : 'question'} size={14} />
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.amount}>
        <input
          data-cell="amount"
          className={amount.refusal ? `${styles.input} ${styles.refused}` : styles.input}
          inputMode="decimal"
          aria-label={t('amount-of', { name })}
          aria-invalid={amount.refusal !== undefined}
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
            if (event.key === 'Tab' && !event.shiftKey && props.isLast && line.dilution === '100') {
              event.preventDefault();
              amount.commit();
              return focusAdd();
            }
            actions.onKey(event, line.id, 'amount');
          }}
        />
        {amount.refusal && refusal && (
          <span role="alert" className={styles.refusal}>
            {refusal}
          </span>
        )}
      </span>
      <span role="gridcell" className={styles.reading}>
        {percent}
      </span>
      <span role="gridcell" className={styles.reading}>
        {grams}
      </span>
      <span role="gridcell" className={styles.dilution}>
        <input
          data-cell="dilution"
          className={dilution.isRefused ? `${styles.input} ${styles.refused}` : styles.input}
          inputMode="decimal"
          aria-label={t('dilution-of', { name })}
          aria-invalid={dilution.isRefused}
          title={refusal}
          value={dilution.value}
          data-neat={line.dilution === '100' || undefined}
          onChange={(event) => dilution.type(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={dilution.leave}
          onKeyDown={(event) => {
            if (event.key === 'Escape') return dilution.leave();
            if (event.key === 'Enter' && !dilution.commit()) return event.preventDefault();
            actions.onKey(event, line.id, 'dilution');
          }}
        />
        {line.dilution !== '100' && (
          <select
            data-cell="solvent"
            className={line.solventId ? styles.solvent : `${styles.solvent} ${styles.unknown}`}
            aria-label={t('solvent-of', { name })}
            value={line.solventId ?? ''}
            onChange={(event) =>
              actions.onSolvent(line.id, (event.target.value || undefined) as MaterialId | undefined)
            }
          >
            <option value="">{t('no-solvent')}</option>
            {props.solvents.map((solvent) => (
              <option key={solvent.id} value={solvent.id}>
                {solvent.name}
              </option>
            ))}
          </select>
        )}
      </span>
      <span role="gridcell" className={styles.menu}>
        <button
          type="button"
          className={styles.grip}
          aria-label={t('actions-of', { name })}
          aria-haspopup="menu"
          onClick={(event) => actions.onMenu(event, line.id)}
        >
          <Icon name="menu" size={15} />
        </button>
      </span>
    </div>
  );
});

function lineName({ material, accordName }: Props, language: 'ko' | 'en', missing: string): string {
  if (accordName) return accordName;
  return material ? inLanguage(material.material.name, language) : missing;
}
