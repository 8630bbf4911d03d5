/** @file What a chemist would warn of in this product, with what to do about it. */
import { memo, useDeferredValue, useMemo } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import type { StabilityAnswer } from '#perfumery/stability/assess-stability.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import { useAside } from '#renderer/shared/aside.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { type Names, useNames } from '#renderer/shared/names.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { type WholeFormula, wholeFormula } from '#renderer/shared/whole-formula.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';
import styles from './stability.module.css';
import { StabilityRow } from './stability-row.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** How long typing must rest before it is looked at, in ms. */
const rest = 250;
const start = () => new Worker(new URL('./stability-worker.ts', import.meta.url), { type: 'module' });

/** The warnings at the side of the bench. They follow typing when it rests. */
export function StabilityPanel({ recipeId, onShowLines }: Props) {
  const formula = useDeferredValue(useBench(({ sheets }) => sheets[recipeId]?.recipe.formula));
  const product = useBench(({ sheets }) => sheets[recipeId]?.recipe.product);
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  const materials = useStudio((studio) => studio.materials);
  const names = useDeferredValue(useNames(recipeId));
  const question = useMemo(
    () =>
      formula && product && accords && formula.lines.length > 0
        ? wholeFormula({ formula, product, accords: formulasOf(accords) }, materials)
        : undefined,
    [formula, product, accords, materials],
  );
  const { answer, hasFailed } = useAside<WholeFormula, StabilityAnswer>(start, question, rest);
  if (!question) return null;
  return <Stability answer={answer} hasFailed={hasFailed} names={names} onShowLines={onShowLines} />;
}

interface StabilityProps extends Pick<Props, 'onShowLines'> {
  readonly answer: StabilityAnswer | undefined;
  readonly hasFailed: boolean;
  readonly names: Names;
}

const Stability = memo(function Stability({ answer, hasFailed, names, onShowLines }: StabilityProps) {
  const { t } = useText('stability');
  const watch = answer?.findings.filter(({ weight }) => weight === 'watch').length ?? 0;
  const know = (answer?.findings.length ?? 0) - watch;
  const gist = answer
    ? [watch > 0 && t('gist-watch', { count: watch }), know > 0 && t('gist-know', { count: know })]
        .filter(Boolean)
        .join(' · ') || t('gist-none')
    : t('looking');
  return (
    <Panel id="stability" title={t('title')} gist={gist}>
      {hasFailed && <p role="alert">{t('failed')}</p>}
      {answer && answer.findings.length === 0 && <p className={rows.quiet}>{t('none')}</p>}
      {answer && answer.findings.length > 0 && (
        <ul className={styles.list}>
          {answer.findings.map((finding) => (
            <StabilityRow
              key={`${finding.rule} ${finding.materialIds.join(' ')} ${finding.reason.en}`}
              finding={finding}
              names={names}
              onShowLines={onShowLines}
            />
          ))}
        </ul>
      )}
      {answer && answer.notLookedAt.length > 0 && (
        <details className={styles.left}>
          <summary>{t('not-looked-at', { count: answer.notLookedAt.length })}</summary>
          {answer.notLookedAt.map((id) => names.material(id)).join(', ')}
        </details>
      )}
      {answer && <p className={rows.footnote}>{t('caution')}</p>}
    </Panel>
  );
});
