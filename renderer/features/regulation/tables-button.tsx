import Button from '@mui/material/Button';
import { useText } from '#renderer/shared/text.ts';

/** The way from a verdict to the tables it was judged by. */
export function TablesButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useText('regulation');
  return (
    <Button size="small" onClick={onClick} sx={{ minWidth: 0, py: 0, verticalAlign: 'baseline' }}>
      {t('open')}…
    </Button>
  );
}
