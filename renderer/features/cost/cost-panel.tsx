/** @file What the perfume costs to make, as far as the perfumer has written prices down, and how far that is. */
import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import { costOf } from '#perfumery/cost/cost.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import { type Sheet, useBench } from '#renderer/shared/bench.ts';
import { type Names, useNames } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';
import { CostSums } from './cost-sums.tsx';
import { PaidIn } from './paid-in.tsx';
import { UnpricedList } from './unpriced-list.tsx';

interface Props {
  readonly recipeId: RecipeId;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
  /** What leads to cheaper materials, and to what is in stock. */
  readonly replacing?: ReactNode;
}

/** The cost at the side of the bench. It may lag a keystroke behind the verdict. */
export function CostPanel({ recipeId, onShowLines, replacing }: Props) {
  const formula = useDeferredValue(useBench(({ sheets }) => sheets[recipeId]?.recipe.formula));
  const product = useDeferredValue(useBench(({ sheets }) => sheets[recipeId]?.recipe.product));
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  const names = useDeferredValue(useNames(recipeId));
  if (!formula || !product || !accords || formula.lines.length === 0) return null;
  return (
    <Costs
      formula={formula}
      product={product}
      accords={accords}
      names={names}
      onShowLines={onShowLines}
      replacing={replacing}
    />
  );
}

interface CostsProps extends Pick<Recipe, 'formula' | 'product'>, Pick<Sheet, 'accords'> {
  readonly names: Names;
  readonly replacing?: ReactNode;
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

const Costs = memo(function Costs({ formula, product, accords, names, replacing, onShowLines }: CostsProps) {
  const { t } = useText('numbers');
  const numbers = useNumbers();
  const materials = useStudio((studio) => studio.materials);
  const currency = useStudio(({ settings }) => settings.currency);
  const rates = useStudio(({ settings }) => settings.rates);
  const cost = useMemo(
    () =>
      costOf(formula, product, {
        accords: formulasOf(accords),
        materialOf: (id) => materials.get(id),
        exchange: { currency, rates },
      }),
    [formula, product, accords, materials, currency, rates],
  );
  const isPriced = cost.paidIn.length > 0;
  const gist = isPriced && numbers.money(cost.bottle, currency);
  return (
    <Panel
      id="cost"
      title={t('cost')}
      gist={gist && cost.uncoveredOfProduct > 0n ? t('at-least', { money: gist }) : gist}
    >
      {!isPriced && <p className={rows.quiet}>{t('cost-none')}</p>}
      {isPriced && (
        <>
          <CostSums cost={cost} product={product} />
          <PaidIn cost={cost} />
          <UnpricedList cost={cost} names={names} onShowLines={onShowLines} />
        </>
      )}
      {replacing}
    </Panel>
  );
});
