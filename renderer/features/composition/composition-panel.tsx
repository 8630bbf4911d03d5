/** @file The character of a formula: its pyramid and its families, by what in it smells. */
import { memo, useDeferredValue, useMemo, useState } from 'react';
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import type { Accord } from '#perfumery/formula/recipe.ts';
import { familyShares } from '#perfumery/odour/family-shares.ts';
import { pyramid } from '#perfumery/odour/pyramid.ts';
import { type Decimal, toNumber } from '#perfumery/units/decimal.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import type { ShareBar } from '#renderer/ui/chart/share-bars.tsx';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Panel } from '#renderer/ui/panel.tsx';
import rows from '#renderer/ui/rows.module.css';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './composition.module.css';
import { Shares } from './shares.tsx';

interface Props {
  readonly recipeId: RecipeId;
}

/** The charts at the side of the bench. They may lag a keystroke behind the verdict. */
export function CompositionPanel({ recipeId }: Props) {
  const formula = useDeferredValue(useBench(({ sheets }) => sheets[recipeId]?.recipe.formula));
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  if (!formula || !accords || formula.lines.length === 0) return null;
  return <Composition formula={formula} accords={accords} />;
}

interface CompositionProps {
  readonly formula: Formula;
  readonly accords: ReadonlyMap<TrialId, Accord>;
}

const Composition = memo(function Composition({ formula, accords }: CompositionProps) {
  const { t } = useText('numbers');
  const common = useText('common').t;
  const numbers = useNumbers();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const { places, families } = useComposition(formula, accords);
  const isEmpty = families.length === 0;
  const shareOf = (key: string) => places.find((place) => place.key === key)?.whole ?? numbers.ratio(0);
  const gist = isEmpty
    ? undefined
    : t('composition-gist', { top: shareOf('top'), heart: shareOf('heart'), base: shareOf('base') });
  return (
    <Panel id="composition" title={t('composition')} gist={gist}>
      {isEmpty ? (
        <p className={rows.quiet}>{t('composition-empty')}</p>
      ) : (
        <>
          <div className={styles.choice}>
            <Segmented
              legend={t('composition')}
              options={[
                { key: 'chart', label: common('as-chart') },
                { key: 'table', label: common('as-table') },
              ]}
              chosen={view}
              onChoose={setView}
            />
          </div>
          <Shares title={t('pyramid')} heading={t('place')} bars={places} view={view} />
          <Shares title={t('families')} heading={t('family')} bars={families} view={view} />
        </>
      )}
    </Panel>
  );
});

const roleColours = { top: '#d9a514', heart: '#c76aa8', base: '#8a6242', unknown: '#9aa0a6' } as const;
const places = ['top', 'heart', 'base', 'unknown'] as const;

interface Place extends ShareBar {
  /** The share in whole percents. */
  readonly whole: string;
}

function useComposition(formula: Formula, accords: CompositionProps['accords']) {
  const { t } = useText('numbers');
  const material = useText('materials').t;
  const numbers = useNumbers();
  const materials = useStudio((studio) => studio.materials);
  return useMemo((): { readonly places: readonly Place[]; readonly families: readonly ShareBar[] } => {
    const opened = formulasOf(accords);
    const materialOf = (id: Parameters<typeof materials.get>[0]) => materials.get(id)?.material;
    const shares = pyramid(formula, opened, materialOf);
    const figure = (share: Decimal) => ({
      value: toNumber(share),
      shown: numbers.percent(share),
      whole: numbers.ratio(toNumber(share) / 100),
    });
    return {
      places: places
        .filter((place) => place !== 'unknown' || shares.unknown > 0n)
        .map((place) => ({
          key: place,
          name: t(`role.${place}`),
          colour: roleColours[place],
          ...figure(shares[place]),
        })),
      families: familyShares(formula, opened, materialOf).map(({ family, share }) => ({
        key: family,
        name: family === 'unknown' ? t('role.unknown') : material(`families.${family}`),
        colour: family === 'unknown' ? roleColours.unknown : familyColours[family],
        ...figure(share),
      })),
    };
  }, [formula, accords, materials, numbers, t, material]);
}
