import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { SearchPlaceNow } from '#contract/search-place.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { PlaceDialog } from './place-dialog.tsx';
import styles from './search-settings.module.css';

/** Where search vectors lie, marked where that is not this machine. */
export function PlaceSetting() {
  const { t } = useText('searchSettings');
  const client = useStudio((studio) => studio.client);
  const [now, setNow] = useState<SearchPlaceNow>();
  const [isChoosing, setChoosing] = useState(false);
  useEffect(() => {
    client.searchPlace.read().then(setNow, tellRefusal);
  }, [client]);
  if (!now) return null;
  const { place, hasKey } = now;
  return (
    <section className={styles.part} aria-label={t('place')}>
      <h3>{t('place')}</h3>
      <p>
        <strong>{place.kind === 'folder' ? t('place-folder') : t(`place-${place.kind}`, { uri: place.uri })}</strong>
      </p>
      {place.kind === 'folder' ? (
        <p className={styles.hint}>{t('place-folder-hint')}</p>
      ) : (
        <p className={styles.away}>{t(hasKey ? 'place-away' : 'place-no-key')}</p>
      )}
      <p>
        <Button variant="outlined" onClick={() => setChoosing(true)}>
          {t('change-place')}
        </Button>
      </p>
      {isChoosing && <PlaceDialog now={now} onKept={setNow} onClose={() => setChoosing(false)} />}
    </section>
  );
}
