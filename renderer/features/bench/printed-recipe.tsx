/** @file The recipe on paper: unseen on the screen, the only thing there when it is printed. */
import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { RecipeId } from '#foundation/ids.ts';
import { amountScale, amountsOf } from '#perfumery/formula/amounts.ts';
import { formulaTotals } from '#perfumery/formula/formula-totals.ts';
import { productTypes } from '#perfumery/formula/product-types.ts';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { useAnswer } from '#renderer/shared/answer.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { cellText } from './cell-text.ts';
import styles from './printed-recipe.module.css';

/** Puts the recipe on paper while the window is being printed. */
export function PrintedRecipe({ recipeId }: { readonly recipeId: RecipeId }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting && <Paper recipeId={recipeId} />;
}

function Paper({ recipeId }: { readonly recipeId: RecipeId }) {
  const { t, language } = useText('bench');
  const materials = useStudio((studio) => studio.materials);
  const sheet = useBench((bench) => bench.sheets[recipeId]);
  const answer = useAnswer(recipeId);
  if (!sheet) return null;
  const { recipe, accords } = sheet;
  const { formula, product } = recipe;
  const inCategory = answer?.categories.find(({ category }) => category === product.category);
  const scale = amountScale(formula, product);
  const totals = formulaTotals(formula);
  const type = productTypes.find(({ key }) => key === product.type);
  return createPortal(
    <div className={styles.paper} aria-hidden="true">
      <h1>{inLanguage(recipe.name, language) || t('untitled')}</h1>
      <p>
        {type && inLanguage(type.name, language)} · {t('category', { category: product.category })} · {t('dosage')}{' '}
        {product.dosage} % · {t('batch')} {product.batch} g · {new Date().toLocaleDateString(language)}
      </p>
      {answer && inCategory && (
        <p>
          <strong>
            IFRA {answer.amendment}: {t(`verdict.${inCategory.verdict}`)}
          </strong>
        </p>
      )}
      {recipe.brief && <p className={styles.brief}>{recipe.brief}</p>}
      <table>
        <thead>
          <tr>
            <th>{t('material')}</th>
            <th>CAS</th>
            <th>{t('dilution')}</th>
            <th>{t('unit.parts')}</th>
            <th>{t('of-concentrate')}</th>
            <th>{t('grams')}</th>
          </tr>
        </thead>
        <tbody>
          {formula.lines.map((line) => {
            const material =
              line.ingredient.kind === 'material' ? materials.get(line.ingredient.materialId)?.material : undefined;
            const accord = line.ingredient.kind === 'accord' ? accords.get(line.ingredient.trialId) : undefined;
            const solvent = line.solventId && materials.get(line.solventId)?.material;
            const { percent, gram } = amountsOf(line, scale, { dropVolume: decimal('0.05') });
            return (
              <tr key={line.id}>
                <td>
                  {accord
                    ? t('accord-of', { name: inLanguage(accord.recipeName, language), number: accord.number })
                    : material
                      ? inLanguage(material.name, language)
                      : t('material-missing')}
                  {line.note && <small> {line.note}</small>}
                </td>
                <td>{material?.cas[0]}</td>
                <td>
                  {line.dilution === '100'
                    ? ''
                    : `${line.dilution} %${solvent ? ` ${inLanguage(solvent.name, language)}` : ''}`}
                </td>
                <td>{line.parts}</td>
                <td>{line.carrier ? '' : cellText(percent, 4)}</td>
                <td>{cellText(gram, 4)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('total')}</td>
            <td />
            <td />
            <td>{decimalText(totals.total)}</td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>,
    document.body,
  );
}
