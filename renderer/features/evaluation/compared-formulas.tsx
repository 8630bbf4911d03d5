import { useMemo } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { compareFormulas } from '#perfumery/formula/compare-formulas.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useNames } from '#renderer/shared/names.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import type { Compared } from './compare-trials.tsx';

interface Props {
  readonly compared: readonly Compared[];
  readonly recipeId: RecipeId;
}

/** The ingredients that are not the same in all of them. */
export function ComparedFormulas({ compared, recipeId }: Props) {
  const { t, language } = useText('evaluation');
  const { t: safety } = useText('safety');
  const names = useNames(recipeId);
  const numbers = useNumbers();
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  const rows = useMemo(() => compareFormulas(compared.map(({ formula }) => formula)), [compared]);
  const differing = rows.filter(({ isSame }) => !isSame);
  const same = rows.length - differing.length;
  return (
    <section aria-label={t('formula-differences')}>
      <h3>{t('formula-differences')}</h3>
      {differing.length === 0 ? (
        <p className={table.hint}>{t('all-same')}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('ingredient')}</th>
              {compared.map(({ id, title }) => (
                <th key={id} scope="col" className={table.number}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differing.map(({ ingredient, shares }) => (
              <tr key={ingredient.kind === 'material' ? ingredient.materialId : ingredient.trialId}>
                <th scope="row">{nameOf(ingredient)}</th>
                {shares.map((share, at) => (
                  <td key={compared[at]?.id} className={table.number}>
                    {share === 0n ? t('not-in') : numbers.percent(share)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {differing.length > 0 && same > 0 && <p className={table.hint}>{t('same-count', { count: same })}</p>}
    </section>
  );

  function nameOf(ingredient: (typeof rows)[number]['ingredient']): string {
    if (ingredient.kind === 'material') return names.material(ingredient.materialId);
    const accord = accords?.get(ingredient.trialId);
    return accord ? inLanguage(accord.recipeName, language) : safety('missing-accord');
  }
}
