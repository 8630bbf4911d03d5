import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { LineId, RecipeId } from '#foundation/ids.ts';
import { setNote } from '#perfumery/formula/edit.ts';
import { edit, type Sheet } from '#renderer/shared/bench.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';

/** A note on one line. */
export function NoteDialog({
  recipeId,
  sheet,
  lineId,
  onClose,
}: {
  readonly recipeId: RecipeId;
  readonly sheet: Sheet;
  readonly lineId: LineId;
  readonly onClose: () => void;
}) {
  const { t } = useText('common');
  const [note, write] = useState(sheet.recipe.formula.lines.find(({ id }) => id === lineId)?.note ?? '');
  function save(): void {
    edit(recipeId, { kind: 'note', formula: setNote(sheet.recipe.formula, lineId, note) });
    onClose();
  }
  return (
    <Dialog
      title={t('note')}
      width="sm"
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={save}>
          {t('save')}
        </Button>
      }
    >
      <TextField
        label={t('note')}
        multiline
        minRows={3}
        fullWidth
        autoFocus
        value={note}
        onChange={(event) => write(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </Dialog>
  );
}
