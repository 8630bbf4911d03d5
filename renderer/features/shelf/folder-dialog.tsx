/** @file Folders of this machine, one at a time, with the model files in them. */
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { FolderListing } from '#contract/models.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './shelf.module.css';
import { sizeText } from './size-text.ts';

interface Props {
  readonly onFile: (path: string) => void;
  readonly onFolder: (path: string) => void;
  readonly onClose: () => void;
}

export function FolderDialog({ onFile, onFolder, onClose }: Props) {
  const { t, language } = useText('models');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [listing, setListing] = useState<FolderListing>();
  const open = (path?: string) =>
    void client.models.browse(path === undefined ? {} : { path }).then(setListing, tellRefusal);
  useEffect(() => open(), []);
  const within = (name: string) => {
    const at = listing?.path ?? '';
    const slash = at.includes('\\') ? '\\' : '/';
    return at.endsWith(slash) ? at + name : at + slash + name;
  };
  return (
    <Dialog
      title={t('choose-file')}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        listing && (
          <Button variant="contained" onClick={() => onFolder(listing.path)}>
            {t('take-folder')}
          </Button>
        )
      }
    >
      {listing && (
        <>
          {listing.known.length > 0 && (
            <p className={styles.line}>
              <span className={styles.quiet}>{t('known-folder')}:</span>
              {listing.known.map(({ program, path }) => (
                <Button key={path} variant="outlined" onClick={() => open(path)}>
                  {t(`program-${program}`)}
                </Button>
              ))}
            </p>
          )}
          <p className={styles.path}>{listing.path}</p>
          <ul className={styles.browse} aria-label={listing.path}>
            {listing.parent !== null && (
              <li>
                <button type="button" onClick={() => open(listing.parent as string)}>
                  ↑ {t('up')}
                </button>
              </li>
            )}
            {listing.folders.map((name) => (
              <li key={name}>
                <button type="button" onClick={() => open(within(name))}>
                  {name}/
                </button>
              </li>
            ))}
            {listing.files.map(({ name, bytes }) => (
              <li key={name}>
                <button type="button" onClick={() => onFile(within(name))}>
                  <strong>{name}</strong> <span className={styles.quiet}>{sizeText(bytes, language)}</span>
                </button>
              </li>
            ))}
            {listing.folders.length + listing.files.length === 0 && (
              <li className={styles.quiet}>{t('empty-folder')}</li>
            )}
          </ul>
        </>
      )}
    </Dialog>
  );
}
