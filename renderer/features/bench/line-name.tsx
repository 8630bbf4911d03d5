import { memo } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Line } from '#perfumery/formula/formula.ts';
import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import type { Family } from '#perfumery/material/material.ts';
import { useLotWords } from '#renderer/shared/lot-words.ts';
import { useText } from '#renderer/shared/text.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './formula-grid.module.css';
import type { LineActions } from './line-actions.ts';
import type { LineFlag } from './line-flags.ts';
import { MaterialPicker } from './material-picker.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly line: Line;
  readonly name: string;
  readonly family: Family | undefined;
  readonly lot: LotComposition | undefined;
  readonly flag: LineFlag | undefined;
  readonly isSwapping: boolean;
  readonly actions: LineActions;
}

/** What a line weighs, with what is to be known of it; a click turns it into the box to swap it. */
export const LineName = memo(function LineName({
  recipeId,
  line,
  name,
  family,
  lot,
  flag,
  isSwapping,
  actions,
}: Props) {
  const { t } = useText('bench');
  return (
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
          {line.ingredient.kind === 'accord' ? (
            <Icon name="accord" size={13} />
          ) : (
            <i className={styles.dot} style={{ background: family ? familyColours[family] : 'transparent' }} />
          )}
          <span className={styles.ellipsis}>{name}</span>
          {line.note && <Icon name="note" size={12} />}
        </button>
      )}
      {lot && !isSwapping && <LotMark lot={lot} />}
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
  );
});

/** By which lot's composition the line is judged, and where that comes from. */
function LotMark({ lot }: { readonly lot: LotComposition }) {
  const { t } = useText('safety');
  const wordsOf = useLotWords();
  return (
    <span className={styles.lot} title={t('lot-long', { lot: wordsOf(lot) })}>
      {t('lot-mark', { lot: lot.lot })}
    </span>
  );
}
