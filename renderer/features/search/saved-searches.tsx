/** @file Searches that are kept: asked again with one click, renamed, removed and brought back. */
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { SavedSearch, SearchAsked } from '#contract/search.ts';
import { newId } from '#foundation/ids.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import type { Asked } from './asked.ts';
import styles from './search.module.css';

const useSaved = create<{ readonly all: readonly SavedSearch[] }>(() => ({ all: [] }));

/** Fetches the saved searches. */
export async function fetchSaved(): Promise<void> {
  const all = await useStudio.getState().client.search.saved();
  useSaved.setState({ all });
}

interface NameProps {
  readonly asked: Asked;
  /** Renames this one; otherwise keeps a new one. */
  readonly saved?: SavedSearch;
  readonly onClose: () => void;
}

/** Asks what a search is to be called, and keeps it. */
export function NameSearch({ asked, saved, onClose }: NameProps) {
  const { t } = useText('search');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [name, setName] = useState(saved?.name ?? asked.text.trim());

  async function keep(): Promise<void> {
    const id = saved?.id ?? newId<string>();
    await client.search.keep({ id, name, asked: (saved?.asked ?? asked) as SearchAsked });
    await fetchSaved();
    onClose();
  }

  return (
    <Dialog
      title={t(saved ? 'rename-search' : 'save-search')}
      width="sm"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="contained" disabled={name.trim() === ''} onClick={() => void keep().catch(tellRefusal)}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.nameForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void keep().catch(tellRefusal);
        }}
      >
        <label>
          {common('name')}
          <input autoFocus value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
        </label>
      </form>
    </Dialog>
  );
}

export function SavedSearches({ onAsk }: { readonly onAsk: (asked: Asked) => void }) {
  const { t } = useText('search');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const all = useSaved(({ all: kept }) => kept);
  const [renaming, setRenaming] = useState<SavedSearch>();
  useEffect(() => {
    fetchSaved().catch(tellRefusal);
  }, []);

  async function remove({ id, name }: SavedSearch): Promise<void> {
    const { created: _, ...removed } = await client.search.removeSaved({ id });
    await fetchSaved();
    tell({
      tone: 'plain',
      text: t('search-removed', { name }),
      action: {
        label: common('undo'),
        run: () => void client.search.keep(removed).then(fetchSaved).catch(tellRefusal),
      },
    });
  }

  if (all.length === 0) return null;
  return (
    <section className={styles.saved} aria-label={t('saved')}>
      <h2>{t('saved')}</h2>
      <ul>
        {all.map((one) => (
          <li key={one.id}>
            <button type="button" className={styles.savedOne} onClick={() => onAsk(one.asked as Asked)}>
              <Icon name="star" size={13} /> <span className={styles.savedName}>{one.name}</span>
            </button>
            <NamedIconButton
              icon="note"
              size={13}
              label={t('rename-named', { name: one.name })}
              onClick={() => setRenaming(one)}
            />
            <NamedIconButton
              icon="trash"
              size={13}
              label={t('remove-named', { name: one.name })}
              onClick={() => void remove(one).catch(tellRefusal)}
            />
          </li>
        ))}
      </ul>
      {renaming && (
        <NameSearch asked={renaming.asked as Asked} saved={renaming} onClose={() => setRenaming(undefined)} />
      )}
    </section>
  );
}
