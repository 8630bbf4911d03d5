/** @file Documents about a recipe: chosen, looked at, saved. What is on the screen is what the file will say. */
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useState } from 'react';
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import { type DocumentKind, documentKinds, type StudioDocument } from '#perfumery/documents/document.ts';
import { settled, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { saveFile } from '#renderer/shared/save-file.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, type Language, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { DocumentPage } from './document-page.tsx';
import styles from './documents.module.css';
import { HazardCodes } from './hazard-codes.tsx';

interface Props {
  readonly recipeId: RecipeId;
  /** The trial to begin with; absent: the working formula. */
  readonly trialId?: TrialId;
  readonly onClose: () => void;
}

/** The dialog behind "Documents" in the menu of the bench. */
export function DocumentsDialog({ recipeId, trialId, onClose }: Props) {
  const { t, language } = useText('documents');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const judge = useStudio((studio) => studio.judge);
  const recipe = useBench(({ sheets }) => sheets[recipeId]?.recipe);
  const [kind, setKind] = useState<DocumentKind>('certificate');
  const [about, setAbout] = useState<TrialId | ''>(trialId ?? '');
  const [spoken, setSpoken] = useState<Language>(language);
  const [document, setDocument] = useState<StudioDocument>();
  const [refused, setRefused] = useState<string>();
  const [isWriting, setWriting] = useState(false);
  const name = (recipe && inLanguage(recipe.name, language)) || t('untitled');
  const formula = about === '' ? recipe?.formula : undefined;
  const product = about === '' ? recipe?.product : undefined;

  // A document is made anew when what it is about has changed, or the materials and the table it is judged by.
  useEffect(() => {
    let isWanted = true;
    setRefused(undefined);
    void settled(recipeId)
      .then(() => client.documents.make({ recipeId, kind, language: spoken, ...(about && { trialId: about }) }))
      .then((made) => isWanted && setDocument(made))
      .catch((error: unknown) => isWanted && setRefused(sentenceFor(refusalOf(error))));
    return () => {
      isWanted = false;
    };
  }, [client, recipeId, kind, spoken, about, formula, product, judge]);

  async function save(format: 'pdf' | 'csv'): Promise<void> {
    setWriting(true);
    setRefused(undefined);
    try {
      await settled(recipeId);
      const wanted = { recipeId, kind, language: spoken, format, ...(about && { trialId: about }) };
      const file = await client.documents.write(wanted);
      saveFile(file);
      tell({ tone: 'good', text: t('saved', { name: file.name }) });
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    } finally {
      setWriting(false);
    }
  }

  return (
    <Dialog
      title={t('title', { name })}
      width="lg"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <span className={styles.refused} role="alert">
            {refused}
          </span>
          <Button disabled={isWriting || !document} onClick={() => void save('csv')}>
            {t('csv')}
          </Button>
          <Button variant="contained" disabled={isWriting || !document} onClick={() => void save('pdf')}>
            {t('pdf')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Segmented
          legend={t('which')}
          options={documentKinds.map((key) => ({ key, label: t(key) }))}
          chosen={kind}
          onChoose={setKind}
        />
        <TextField
          select
          size="small"
          label={t('about')}
          value={about}
          onChange={(event) => setAbout(event.target.value as TrialId | '')}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ minWidth: 180 }}
        >
          <MenuItem value="">{t('working-formula')}</MenuItem>
          {recipe?.trials.map(({ id, number, name: called }) => (
            <MenuItem key={id} value={id}>
              {[t('trial', { number }), inLanguage(called, language)].filter(Boolean).join(' · ')}
            </MenuItem>
          ))}
        </TextField>
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
      {kind === 'hazards' && <HazardCodes recipeId={recipeId} />}
      {document ? <DocumentPage document={document} /> : <p className={styles.making}>{t('making')}</p>}
    </Dialog>
  );
}
