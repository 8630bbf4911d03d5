import type { RecipeId } from '#foundation/ids.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { TagField } from '#renderer/shared/tag-field.tsx';
import { useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { Panel } from '#renderer/ui/panel.tsx';

/** The perfumer's own marks on the open recipe: favourite, accord library, tags. */
export function LabelsPanel({ recipeId }: { readonly recipeId: RecipeId }) {
  const { t } = useText('brief');
  const client = useStudio((studio) => studio.client);
  const labels = useAsked(['labels'], 'all', (asked) => asked.labels.list());
  const label = labels?.recipes.find((one) => one.recipeId === recipeId);
  const tags = label?.tags ?? [];
  const known = [...new Set([...(labels?.recipes ?? []), ...(labels?.materials ?? [])].flatMap((one) => one.tags))];
  const set = (part: { tags?: string[]; isFavourite?: boolean; isAccord?: boolean }) =>
    void client.labels.recipe({ recipeId, ...part }).catch(tellRefusal);
  const box = (which: 'isFavourite' | 'isAccord', text: string) => (
    <label style={{ display: 'flex', gap: 6, alignItems: 'center', minHeight: 26 }}>
      <input type="checkbox" checked={label?.[which] ?? false} onChange={() => set({ [which]: !label?.[which] })} />
      {text}
    </label>
  );
  return (
    <Panel id="labels" title={t('labels')} gist={tags.join(', ')} isFoldedAtFirst>
      {box('isFavourite', t('favourite'))}
      {box('isAccord', t('accord-library'))}
      <div style={{ paddingTop: 8 }}>
        <TagField label={t('tags')} tags={tags} known={known} onChange={(next) => set({ tags: next })} />
      </div>
    </Panel>
  );
}
