import Button from '@mui/material/Button';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';

/** In the settings: which IFRA table is in force, and the way to the others. */
export function RegulationSettings({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useText('regulation');
  const amendment = useStudio((studio) => studio.regulation.ifra.amendment);
  return (
    <>
      <h2>{t('title')}</h2>
      <p>
        {t('amendment', { amendment })}{' '}
        <Button size="small" variant="outlined" onClick={onOpen}>
          {t('open')}…
        </Button>
      </p>
    </>
  );
}
