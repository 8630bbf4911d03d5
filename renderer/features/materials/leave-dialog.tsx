import Button from '@mui/material/Button';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useEditing } from './editing.ts';

interface Props {
  readonly onStay: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
}

/** Asks what to do with changes that are not saved before something else is shown. */
export function LeaveDialog({ onStay, onDiscard, onSave }: Props) {
  const { t, language } = useText('materials');
  const { t: common } = useText('common');
  const draft = useEditing(({ editing }) => editing?.draft);
  const [first, other] = language === 'ko' ? [draft?.nameKo, draft?.nameEn] : [draft?.nameEn, draft?.nameKo];
  return (
    <Dialog
      title={t('leave-title')}
      closeLabel={t('leave-stay')}
      onClose={onStay}
      width="sm"
      actions={
        <>
          <Button color="error" onClick={onDiscard}>
            {t('leave-discard')}
          </Button>
          <Button onClick={onStay}>{t('leave-stay')}</Button>
          <Button variant="contained" autoFocus onClick={onSave}>
            {common('save')}
          </Button>
        </>
      }
    >
      <p style={{ margin: 0 }}>{t('leave-ask', { name: first?.trim() || other?.trim() || t('new-title') })}</p>
    </Dialog>
  );
}
