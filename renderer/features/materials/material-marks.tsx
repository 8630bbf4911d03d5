import type { MaterialId } from '#foundation/ids.ts';
import type { MaterialLabel } from '#perfumery/formula/label.ts';
import { useLabels } from '#renderer/shared/labels.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { TagField } from '#renderer/shared/tag-field.tsx';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './materials-page.module.css';

interface Props {
  readonly materialId: MaterialId;
  readonly label: MaterialLabel | undefined;
  readonly name: string;
}

/** The perfumer's own marks on a material, shipped or not: favourite and tags. */
export function MaterialMarks({ materialId, label, name }: Props) {
  const { t } = useText('materials');
  const client = useStudio((studio) => studio.client);
  const { tags: known } = useLabels();
  const isFavourite = label?.isFavourite ?? false;
  const set = (part: { tags?: string[]; isFavourite?: boolean }) =>
    void client.labels.material({ materialId, ...part }).catch(tellRefusal);
  return (
    <div className={styles.marks}>
      <span className={isFavourite ? styles.starred : undefined}>
        <NamedIconButton
          icon="star"
          size={17}
          pressed={isFavourite}
          label={t('favourite-of', { name })}
          onClick={() => set({ isFavourite: !isFavourite })}
        />
      </span>
      <div className={styles.tags}>
        <TagField label={t('tags')} tags={label?.tags ?? []} known={known} onChange={(tags) => set({ tags })} />
      </div>
    </div>
  );
}
