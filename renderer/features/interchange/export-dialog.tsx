/** @file Export: one recipe as a file, in a format that says what it holds. */
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { settled, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { saveFile } from '#renderer/shared/save-file.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './export-dialog.module.css';

const formats = ['json', 'csv', 'xlsx'] as const;
type Format = (typeof formats)[number];

export function ExportDialog({ recipeId, onClose }: { readonly recipeId: RecipeId; readonly onClose: () => void }) {
  const { t, language } = useText('interchange');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const name = useBench(({ sheets }) => sheets[recipeId]?.recipe.name);
  const [format, setFormat] = useState<Format>('json');
  const [spoken, setSpoken] = useState(language);
  const [isWriting, setWriting] = useState(false);
  const [refused, setRefused] = useState<string>();
  const group = useId();

  async function save(): Promise<void> {
    setWriting(true);
    setRefused(undefined);
    try {
      await settled(recipeId);
      const file = await client.interchange.write({ recipeId, format, language: spoken });
      saveFile(file);
      tell({ tone: 'good', text: t('exported', { name: file.name }) });
      onClose();
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    } finally {
      setWriting(false);
    }
  }

  return (
    <Dialog
      title={t('export', { name: (name && inLanguage(name, language)) || t('untitled') })}
      width="sm"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <span className={styles.refused} role="alert">
            {refused}
          </span>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="contained" disabled={isWriting} onClick={() => void save()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <fieldset className={styles.formats}>
        <legend>{t('format')}</legend>
        {formats.map((one) => (
          <label key={one} className={styles.format}>
            <input
              type="radio"
              name={group}
              checked={one === format}
              onChange={() => setFormat(one)}
              aria-describedby={`${group}-${one}`}
            />
            <strong>{t(one)}</strong>
            <span id={`${group}-${one}`}>
              {t(`${one}-contains`)} {one !== 'json' && t('table-leaves-out')}
            </span>
          </label>
        ))}
      </fieldset>
      {format !== 'json' && (
        <div className={styles.language}>
          <span>{t('language')}</span>
          <Segmented
            legend={t('language')}
            options={[
              { key: 'ko', label: t('korean') },
              { key: 'en', label: t('english') },
            ]}
            chosen={spoken}
            onChoose={setSpoken}
          />
        </div>
      )}
    </Dialog>
  );
}
