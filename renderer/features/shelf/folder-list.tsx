import Button from '@mui/material/Button';
import type { Shelf } from '#contract/models.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { AddingStatus } from './from-disk.tsx';
import styles from './shelf.module.css';
import { useAdding } from './use-adding.ts';

/** Folders that were looked through, to be looked through again. */
export function FolderList({ folders }: { readonly folders: Shelf['folders'] }) {
  const { t } = useText('models');
  const numbers = useNumbers();
  const client = useStudio((studio) => studio.client);
  const adding = useAdding();
  if (folders.length === 0) return null;
  return (
    <>
      <h3>{t('folders')}</h3>
      <ul className={styles.rows} aria-label={t('folders')}>
        {folders.map(({ path, found, looked }) => (
          <li key={path}>
            <span>
              <span className={styles.path}>{path}</span>
              <br />
              <span className={styles.quiet}>
                {t('folder-found', { count: found, day: looked ? numbers.day(looked) : '' })}
              </span>
            </span>
            <span className={styles.line}>
              <Button variant="outlined" disabled={adding.isBusy} onClick={() => void adding.addFolder(path)}>
                {t('look-again')}
              </Button>
              <NamedIconButton
                icon="close"
                label={t('forget-folder')}
                onClick={() => void client.models.forgetFolder({ path }).catch(tellRefusal)}
              />
            </span>
          </li>
        ))}
      </ul>
      <AddingStatus adding={adding} />
    </>
  );
}
