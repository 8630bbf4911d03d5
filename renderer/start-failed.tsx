import Button from '@mui/material/Button';
import { useText } from './shared/text.ts';

/** What is shown when the studio could not open: why, and what to do. */
export function StartFailed({ sentence }: { readonly sentence: string | undefined }) {
  const { t } = useText('common');
  return (
    <main
      style={{
        height: '100%',
        display: 'grid',
        placeContent: 'center',
        justifyItems: 'center',
        gap: 12,
        padding: 32,
        textAlign: 'center',
      }}
    >
      <h1 style={{ margin: 0, fontSize: 20 }}>{t('start-failed')}</h1>
      <p style={{ margin: 0, maxWidth: 520 }}>{sentence ?? t('no-token')}</p>
      <Button variant="contained" onClick={() => location.reload()}>
        {t('try-again')}
      </Button>
    </main>
  );
}
