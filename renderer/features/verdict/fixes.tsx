/** @file The single changes that would make a category pass, each one click away, and taken back like any other edit. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { effectiveDosage } from '#perfumery/formula/formula-totals.ts';
import type { CategoryAnswer, Fix } from '#perfumery/safety/answer.ts';
import { applyFix } from '#perfumery/safety/apply-fix.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { edit, useBench } from '#renderer/shared/bench.ts';
import type { Names } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './hero.module.css';

interface Props {
  readonly recipeId: RecipeId;
  readonly current: CategoryAnswer;
  readonly names: Names;
}

/** How many changes are offered at once. */
const few = 3;

export function Fixes({ recipeId, current, names }: Props) {
  const { t } = useText('safety');
  const [showsAll, setShowsAll] = useState(false);
  const { verdict, fixes } = current;
  if (verdict !== 'over-limit' && verdict !== 'prohibited') return null;
  if (fixes.length === 0) return <p className={styles.quiet}>{t('no-fix')}</p>;
  const shown = showsAll ? fixes : fixes.slice(0, few);
  return (
    <div className={styles.fixes}>
      <h3 className={styles.label}>{t('fixes')}</h3>
      {shown.map((fix) => (
        <FixButton key={'lineId' in fix ? fix.lineId : fix.how} recipeId={recipeId} fix={fix} names={names} />
      ))}
      {fixes.length > shown.length && (
        <Button size="small" className={styles.others ?? ''} onClick={() => setShowsAll(true)}>
          {t('fixes-more', { count: fixes.length - shown.length })}
        </Button>
      )}
    </div>
  );
}

interface FixButtonProps {
  readonly recipeId: RecipeId;
  readonly fix: Fix;
  readonly names: Names;
}

function FixButton({ recipeId, fix, names }: FixButtonProps) {
  const label = useFixLabel(recipeId, fix, names);
  const mend = () => {
    const recipe = useBench.getState().sheets[recipeId]?.recipe;
    if (recipe) edit(recipeId, { kind: 'fix', ...applyFix(recipe, fix) });
  };
  return (
    <Button variant="outlined" size="small" fullWidth className={styles.fix ?? ''} onClick={mend}>
      {label}
    </Button>
  );
}

function useFixLabel(recipeId: RecipeId, fix: Fix, names: Names): string {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const recipe = useBench(({ sheets }) => sheets[recipeId]?.recipe);
  if (!recipe) return '';
  switch (fix.how) {
    case 'remove-line':
      return t('fix-remove', { name: names.line(fix.lineId) });
    case 'reduce-line': {
      const before = recipe.formula.lines.find(({ id }) => id === fix.lineId)?.parts ?? fix.parts;
      const figures = { before: numbers.exact(before), after: numbers.exact(fix.parts) };
      return t('fix-reduce', { name: names.line(fix.lineId), ...figures });
    }
    case 'lower-dosage': {
      const before = effectiveDosage(recipe.formula, recipe.product);
      return t('fix-dosage', { before: numbers.plain(before, 5), after: numbers.percentExact(decimal(fix.dosage)) });
    }
  }
}
