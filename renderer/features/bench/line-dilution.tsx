import { memo } from 'react';
import type { MaterialId, RecipeId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './formula-grid.module.css';
import type { LineActions } from './line-actions.ts';
import { useDilutionCell } from './use-dilution-cell.ts';

interface Props {
  readonly recipeId: RecipeId;
  readonly line: Line;
  readonly name: string;
  readonly solvents: readonly { readonly id: MaterialId; readonly name: string }[];
  readonly actions: LineActions;
}

/** How strong a line is weighed, and in what. */
export const LineDilution = memo(function LineDilution({ recipeId, line, name, solvents, actions }: Props) {
  const { t } = useText('bench');
  const dilution = useDilutionCell({ recipeId, line, shown: line.dilution });
  return (
    <span role="gridcell" className={styles.dilution}>
      <input
        data-cell="dilution"
        className={dilution.isRefused ? `${styles.input} ${styles.refused}` : styles.input}
        inputMode="decimal"
        aria-label={t('dilution-of', { name })}
        aria-invalid={dilution.isRefused}
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
          onChange={(event) => actions.onSolvent(line.id, (event.target.value || undefined) as MaterialId | undefined)}
        >
          <option value="">{t('no-solvent')}</option>
          {solvents.map((solvent) => (
            <option key={solvent.id} value={solvent.id}>
              {solvent.name}
            </option>
          ))}
        </select>
      )}
      {dilution.isRefused && (
        <span role="alert" className={styles.refusal}>
          {t('dilution-refused')}
        </span>
      )}
    </span>
  );
});
