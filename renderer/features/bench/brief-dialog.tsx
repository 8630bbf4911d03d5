import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { type Sheet, showRecipe } from '#renderer/shared/bench.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** What the perfume should be, in the perfumer's or the client's words. */
export function BriefDialog({
  recipeId,
  sheet,
  onClose,
}: {
  readonly recipeId: RecipeId;
  readonly sheet: Sheet;
  readonly onClose: () => void;
}) {
  const { t } = useText('bench');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [brief, write] = useState(sheet.recipe.brief);
  function save(): void {
    client.recipes
      .describe({ recipeId, brief })
      .then((recipe) => showRecipe(recipe as Recipe).then(onClose), tellRefusal);
  }
  return (
    <Dialog
      title={t('brief')}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={save}>
          {common('save')}
        </Button>
      }
    >
      <TextField
        label={t('brief')}
        multiline
        minRows={6}
        fullWidth
        autoFocus
        value={brief}
        onChange={(event) => write(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 20_000 } }}
      />
    </Dialog>
  );
}
