/** @file Folders of this machine, one at a time, with the model files in them. */
import Button from '@mui/material/Button';
import { FolderList } from '#renderer/shared/folders/folder-list.tsx';
import { useFolders } from '#renderer/shared/folders/use-folders.ts';
import { sizeText } from '#renderer/shared/size-text.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import styles from './shelf.module.css';

interface Props {
  readonly onFile: (path: string) => void;
  readonly onFolder: (path: string) => void;
  readonly onClose: () => void;
}

export function FolderDialog({ onFile, onFolder, onClose }: Props) {
  const { t, language } = useText('models');
  const { t: common } = useText('common');
  const folders = useFolders();
  const { listing, open, within } = folders;
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
          <FolderList folders={folders}>
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
          </FolderList>
        </>
      )}
    </Dialog>
  );
}
