import Button from '@mui/material/Button';
import type { RecipeId } from '#foundation/ids.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import table from '#renderer/ui/table.module.css';

/** The accord library: recipes the perfumer keeps to build with. */
export function AccordList({ onOpenRecipe }: { readonly onOpenRecipe: (recipeId: RecipeId) => void }) {
  const { t, language } = useText('stock');
  const { t: recipes } = useText('recipes');
  const accords = useAsked(['labels'], 'all', (client) => client.labels.list())?.recipes.filter((one) => one.isAccord);
  if (!accords) return null;
  if (accords.length === 0) return <p className={table.hint}>{t('no-accords')}</p>;
  return (
    <table className={table.table} aria-label={t('accords')}>
      <tbody>
        {accords.map(({ recipeId, head, tags }) => (
          <tr key={recipeId}>
            <td>{inLanguage(head.name, language) || recipes('untitled')}</td>
            <td>{tags.join(', ')}</td>
            <td className={table.number}>
              {recipes('trials')} {head.trialCount}
            </td>
            <td>
              <Button onClick={() => onOpenRecipe(recipeId as RecipeId)}>{t('open-recipe')}</Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
