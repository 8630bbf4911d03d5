import type { ReactNode } from 'react';
import { useText } from '#renderer/shared/text.ts';
import styles from './folder-list.module.css';
import type { Folders } from './use-folders.ts';

interface Props {
  readonly folders: Folders;
  /** List items that stand after the folders. */
  readonly children?: ReactNode;
}

/** The folders in the one that is shown, each a way in, and the way up. */
export function FolderList({ folders: { listing, open, within }, children }: Props) {
  const { t } = useText('common');
  if (!listing) return null;
  return (
    <ul className={styles.folders} aria-label={listing.path}>
      {listing.parent !== null && (
        <li>
          <button type="button" onClick={() => open(listing.parent as string)}>
            ↑ {t('folder-up')}
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
      {children}
    </ul>
  );
}
