import type { RecipeId } from '#foundation/ids.ts';
import { materialsIn } from '#perfumery/formula/materials-in.ts';
import { formulasOf } from '#renderer/shared/answer.ts';
import { useBench } from '#renderer/shared/bench.ts';
import { useLotWords } from '#renderer/shared/lot-words.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './findings.module.css';

/** Which materials of the formula are judged by the composition of a lot, and of which; nothing where none is. */
export function LotsUsed({ recipeId }: { readonly recipeId: RecipeId }) {
  const { t, language } = useText('safety');
  const wordsOf = useLotWords();
  const formula = useBench(({ sheets }) => sheets[recipeId]?.recipe.formula);
  const accords = useBench(({ sheets }) => sheets[recipeId]?.accords);
  const materials = useStudio((studio) => studio.materials);
  if (!formula || !accords) return null;
  const lots = materialsIn(formula, formulasOf(accords)).flatMap((id) => {
    const entry = materials.get(id);
    return entry?.lot ? [{ id, name: inLanguage(entry.material.name, language), lot: entry.lot }] : [];
  });
  if (lots.length === 0) return null;
  return (
    <p className={styles.lots}>
      {t('by-lots')}{' '}
      {lots.map(({ id, name, lot }) => (
        <span key={id}>
          {name} ({wordsOf(lot)})
        </span>
      ))}
    </p>
  );
}
