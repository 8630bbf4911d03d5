import type { Shelf } from '#contract/models.ts';
import { useText } from '#renderer/shared/text.ts';
import { DownloadForm } from './download-form.tsx';
import { DownloadList } from './download-list.tsx';
import { FolderList } from './folder-list.tsx';
import { FromDisk } from './from-disk.tsx';
import { KnownList } from './known-list.tsx';
import styles from './shelf.module.css';

/** How more models come on the shelf: from this machine, or from an address. */
export function AddView({ shelf }: { readonly shelf: Shelf }) {
  const { t } = useText('models');
  return (
    <div className={styles.columns}>
      <section aria-label={t('from-disk')}>
        <h2>{t('from-disk')}</h2>
        <FromDisk />
        <FolderList folders={shelf.folders} />
      </section>
      <section aria-label={t('download')}>
        <h2>{t('download')}</h2>
        <DownloadForm folder={shelf.modelsFolder} />
        <DownloadList downloads={shelf.downloads} />
      </section>
      <section aria-label={t('known')} className={styles.whole}>
        <h2>{t('known')}</h2>
        <KnownList />
      </section>
    </div>
  );
}
