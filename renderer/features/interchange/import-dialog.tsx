/** @file Import: choose or drop a file, see what it says before anything is kept, then keep it as a new recipe. */
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { useEffect, useRef, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import type { Understood } from '#perfumery/interchange/understood.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './import-dialog.module.css';
import { readFile } from './read-file.ts';
import { UnderstoodFile } from './understood-file.tsx';
import { undoImport } from './undo-import.ts';
import { useFileDrop } from './use-file-drop.ts';

interface Props {
  /** A file to begin with, such as one dropped on the window. */
  readonly file?: File;
  readonly onClose: () => void;
  /** The recipe it was kept as. */
  readonly onImported: (recipeId: RecipeId) => void;
}

type State =
  | { readonly is: 'choosing'; readonly sentence?: string }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'understood'; readonly fileName: string; readonly understood: Understood };

export function ImportDialog({ file, onClose, onImported }: Props) {
  const { t, language } = useText('interchange');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [state, setState] = useState<State>({ is: 'choosing' });
  const [name, setName] = useState<InTwoLanguages>({ en: '', ko: '' });
  const [isKeeping, setKeeping] = useState(false);
  const [refused, setRefused] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const latest = useRef(0);
  const isOver = useFileDrop((dropped) => void read(dropped));

  useEffect(() => {
    if (file) void read(file);
  }, [file]);

  async function read(chosen: File): Promise<void> {
    latest.current += 1;
    const mine = latest.current;
    setRefused(undefined);
    setState({ is: 'reading', name: chosen.name });
    const answer = await readFile(chosen);
    if (mine !== latest.current) return;
    if ('sentence' in answer) return setState({ is: 'choosing', sentence: answer.sentence });
    setName(answer.understood.name);
    setState({ is: 'understood', fileName: chosen.name, understood: answer.understood });
  }

  async function keep(understood: Understood): Promise<void> {
    setKeeping(true);
    try {
      const kept = await client.interchange.keep({ understood: { ...understood, name } as never });
      const called = inLanguage(kept.name, language) || t('untitled');
      const undo = () =>
        void undoImport(understood, kept as Recipe).then(
          () => tell({ tone: 'plain', text: t('import-undone', { name: called }) }),
          tellRefusal,
        );
      tell({ tone: 'good', text: t('imported', { name: called }), action: { label: common('undo'), run: undo } });
      onImported(kept.id);
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    } finally {
      setKeeping(false);
    }
  }

  const understood = state.is === 'understood' ? state.understood : undefined;
  const isEmpty = understood?.formula.lines.length === 0 && understood.notUnderstood.length > 0;
  return (
    <Dialog
      title={t('import')}
      width={understood ? 'lg' : 'sm'}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        understood && (
          <>
            <Button onClick={() => chooser.current?.click()}>{t('choose-other')}</Button>
            <span className={styles.refused} role="alert">
              {refused}
            </span>
            <Button variant="contained" disabled={isKeeping || isEmpty} onClick={() => void keep(understood)}>
              {t('keep')}
            </Button>
          </>
        )
      }
    >
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('choose')}
        accept=".json,.csv,.tsv,.txt,.xlsx,application/json,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) void read(chosen);
        }}
      />
      {state.is === 'understood' ? (
        <UnderstoodFile understood={state.understood} fileName={state.fileName} name={name} onName={setName} />
      ) : (
        <div className={styles.choose} data-over={isOver}>
          {state.is === 'reading' ? (
            <p className={styles.hint} role="status">
              <CircularProgress size={18} aria-hidden="true" /> {t('reading', { name: state.name })}
            </p>
          ) : (
            <>
              <Icon name="import" size={30} />
              {state.sentence && (
                <p className={styles.sentence} role="alert">
                  <Icon name="warning" size={16} /> {state.sentence}
                </p>
              )}
              <p className={styles.hint}>{isOver ? t('drop-here') : t('choose-hint')}</p>
              <Button variant="contained" autoFocus onClick={() => chooser.current?.click()}>
                {t(state.sentence ? 'choose-other' : 'choose')}
              </Button>
              <p className={styles.small}>{t('choose-formats')}</p>
            </>
          )}
        </div>
      )}
    </Dialog>
  );
}
