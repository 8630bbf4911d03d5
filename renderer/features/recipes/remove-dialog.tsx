import Button from '@mui/material/Button';
import { useState } from 'react';
import type { RecipeHead } from '#perfumery/formula/recipe.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './remove-dialog.module.css';

interface Props {
  readonly recipe: RecipeHead;
  readonly onArchive: () => void;
  readonly onClose: () => void;
}

const forGood = {
  bgcolor: 'verdict.over',
  color: 'background.paper',
  '&:hover': { bgcolor: 'verdict.prohibited' },
} as const;

/** Asks before a recipe goes for good, by its name; says which recipes keep it from going. */
export function RemoveDialog({ recipe, onArchive, onClose }: Props) {
  const { t, language } = useText('recipes');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const name = inLanguage(recipe.name, language) || t('untitled');

  async function remove(): Promise<void> {
    setBusy(true);
    try {
      await client.recipes.remove({ recipeId: recipe.id });
      tell({ tone: 'good', text: t('was-removed', { name }) });
      onClose();
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t('remove-title', { name })}
      width="sm"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          {!recipe.archived && (
            <span className={styles.archive}>
              <Button onClick={onArchive}>{t('archive-instead')}</Button>
            </span>
          )}
          <Button autoFocus onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button variant="contained" disabled={isBusy} sx={forGood} onClick={() => void remove()}>
            {t('remove-for-good')}
          </Button>
        </>
      }
    >
      <p className={styles.sentence}>{t('remove-warning', { count: recipe.trialCount })}</p>
      {!recipe.archived && <p className={styles.quiet}>{t('remove-or-archive')}</p>}
      {refused && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  );
}
