import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { settled, showRecipe } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** Freezes the working formula as a trial, with a name and a note if the perfumer wants. */
export function KeepTrialDialog({ recipeId, onClose }: { readonly recipeId: RecipeId; readonly onClose: () => void }) {
  const { t, language } = useText('bench');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  async function keep(): Promise<void> {
    try {
      await settled(recipeId);
      const { trial, recipe } = await client.recipes.keepTrial({
        recipeId,
        note,
        ...(name.trim() && { name: { en: '', ko: '', [language]: name.trim() } }),
      });
      await showRecipe(recipe as Recipe);
      tell({ tone: 'good', text: t('trial-kept', { number: trial.number }) });
      onClose();
    } catch (error) {
      tellRefusal(error);
    }
  }
  return (
    <Dialog
      title={t('keep-trial')}
      width="sm"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <Button variant="contained" type="submit" form="keep-trial">
          {t('keep-trial')}
        </Button>
      }
    >
      <form
        id="keep-trial"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
        style={{ display: 'grid', gap: 12 }}
      >
        <TextField
          label={t('trial-name')}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <TextField
          label={t('trial-note')}
          multiline
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
      </form>
    </Dialog>
  );
}
