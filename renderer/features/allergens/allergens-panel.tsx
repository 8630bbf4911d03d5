/** @file Which allergens the label has to name at this dosage: the EU's 80 and Korea's 25, left on and rinsed off. */
import { memo, useDeferredValue, useState } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import type { Category } from '#perfumery/safety/category.ts';
import { isRinseOff } from '#perfumery/safety/rinse-off.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { useAnswer } from '#renderer/shared/answer.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { AllergenTable } from './allergen-table.tsx';
import styles from './allergens.module.css';
import { CopyableLabel } from './copyable-label.tsx';
import { type Exposure, isDeclared, labelText } from './label-text.ts';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** Allergens at the side of the bench. They may lag a keystroke behind the verdict. */
export function AllergensPanel({ recipeId, onShowLines }: Props) {
  const answer = useDeferredValue(useAnswer(recipeId));
  const category = useBench(({ sheets }) => sheets[recipeId]?.recipe.product.category);
  const isEmpty = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula.lines.length === 0);
  if (!answer || !category || isEmpty) return null;
  return <Allergens answer={answer} category={category} onShowLines={onShowLines} />;
}

interface AllergensProps extends Pick<Props, 'onShowLines'> {
  readonly answer: SafetyAnswer;
  readonly category: Category;
}

/** Which threshold counts is decided by the product; the other can be looked at. */
const Allergens = memo(function Allergens({ answer, category, onShowLines }: AllergensProps) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const lists = useStudio(({ regulation }) => regulation.allergenLists);
  const [listKey, setListKey] = useState(lists[0]?.key);
  const [looked, setLooked] = useState<{ readonly at: Exposure; readonly from: Exposure }>();
  const list = lists.find(({ key }) => key === listKey);
  const findings = answer.allergens.find((one) => one.list === listKey)?.findings ?? [];
  if (!list) return null;

  const own: Exposure = isRinseOff(category) ? 'rinse-off' : 'leave-on';
  const exposure = looked?.from === own ? looked.at : own;
  const count = new Set(findings.filter((one) => isDeclared(one, own)).map(({ key }) => key)).size;
  const threshold = decimal(exposure === 'leave-on' ? list.thresholds.leaveOn : list.thresholds.rinseOff);
  const exposures = (['leave-on', 'rinse-off'] as const).map((key) => ({
    key,
    label: key === own ? t('exposure-own', { exposure: t(key) }) : t(key),
  }));
  return (
    <Panel
      id="allergens"
      title={t('allergens')}
      gist={count === 0 ? t('allergens-none') : t('allergens-count', { count })}
    >
      <div className={styles.choices}>
        <Segmented
          legend={t('allergen-list')}
          options={lists.map(({ key }) => ({ key, label: t(`list-${key as 'kr-25'}`) }))}
          chosen={list.key}
          onChoose={setListKey}
        />
        <Segmented
          legend={t('exposure')}
          options={exposures}
          chosen={exposure}
          onChoose={(at) => setLooked({ at, from: own })}
        />
      </div>
      {findings.length === 0 ? (
        <p className={rows.quiet}>{t('allergens-empty')}</p>
      ) : (
        <>
          <CopyableLabel text={labelText(list, findings, exposure)} isKorean={list.key.startsWith('kr-')} />
          <AllergenTable list={list} findings={findings} exposure={exposure} onShowLines={onShowLines} />
        </>
      )}
      <p className={rows.footnote}>
        {t('allergens-threshold', { threshold: numbers.percent(threshold) })} {list.regulation}.
        {answer.unknowns.some(({ blocks }) => blocks) && ` ${t('allergens-unknown')}`}
      </p>
    </Panel>
  );
});
