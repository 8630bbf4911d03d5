import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { OwnWordOnWire } from '#contract/lexicon.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import table from '#renderer/ui/table.module.css';
import styles from './own-words.module.css';
import { TeachWord } from './teach-word.tsx';
import { fetchConcepts, fetchWords, useWords } from './use-words.ts';
import { strengthOf } from './word-weight.ts';

/** Every word of one's own with what it means: to be added, changed, removed and brought back. */
export function WordList({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText('ownWords');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const words = useWords((kept) => kept.words) ?? [];
  const concepts = useWords((kept) => kept.concepts);
  const [teaching, setTeaching] = useState<{ readonly word?: OwnWordOnWire }>();
  useEffect(() => {
    Promise.all([fetchWords(), fetchConcepts()]).catch(tellRefusal);
  }, []);
  const labels = new Map(concepts.map(({ id, label }) => [id, inLanguage(label, language)]));
  const said = ({ means }: OwnWordOnWire) =>
    means
      .map(({ concept, weight }) => {
        const label = labels.get(concept) ?? concept;
        return weight === 1 ? label : `${label} (${t(`weights.${strengthOf(weight)}`)})`;
      })
      .join(', ');

  async function remove(id: string): Promise<void> {
    const removed = await client.lexicon.remove({ id });
    await fetchWords();
    tell({
      tone: 'plain',
      text: t('removed', { text: removed.text }),
      action: {
        label: common('undo'),
        run: () => void client.lexicon.keep(removed).then(fetchWords).catch(tellRefusal),
      },
    });
  }

  return (
    <Dialog
      title={t('title')}
      width="md"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={() => setTeaching({})}>
          {t('add')}
        </Button>
      }
    >
      <div className={styles.list}>
        <p className={styles.hint}>{t('hint')}</p>
        {words.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('word')}</th>
                <th scope="col">{t('meaning')}</th>
                <th scope="col">{t('acts')}</th>
              </tr>
            </thead>
            <tbody>
              {words.map((word) => (
                <tr key={word.id}>
                  <td>{word.text}</td>
                  <td>{said(word)}</td>
                  <td className={styles.acts}>
                    <NamedIconButton
                      icon="note"
                      size={14}
                      label={t('edit', { text: word.text })}
                      onClick={() => setTeaching({ word })}
                    />
                    <NamedIconButton
                      icon="trash"
                      size={14}
                      label={t('remove', { text: word.text })}
                      onClick={() => void remove(word.id).catch(tellRefusal)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {teaching && <TeachWord {...teaching} onClose={() => setTeaching(undefined)} />}
    </Dialog>
  );
}
