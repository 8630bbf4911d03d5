/** @file The bench: one recipe in front of the perfumer, its grid on the left and what follows from it at the side. */
import Button from '@mui/material/Button';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import type { AmountUnit } from '#perfumery/formula/amounts.ts';
import { redo, showRecipe, undo, useBench } from '#renderer/shared/bench.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { BatchSheetDialog } from './batch-sheet-dialog.tsx';
import styles from './bench.module.css';
import { BenchHeader } from './bench-header.tsx';
import { BriefDialog } from './brief-dialog.tsx';
import { ExplodedDialog } from './exploded-dialog.tsx';
import { focusAdd } from './focus-line.ts';
import { FormulaGrid } from './formula-grid.tsx';
import { KeepTrialDialog } from './keep-trial-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PrintedRecipe } from './printed-recipe.tsx';
import { ProductBar } from './product-bar.tsx';
import { RecipeTabs } from './recipe-tabs.tsx';
import { TrialsDialog } from './trials-dialog.tsx';

type Dialog =
  | 'trials'
  | 'exploded'
  | 'batch'
  | 'paste'
  | 'export'
  | 'brief'
  | 'keep'
  | { readonly noteOn: LineId }
  | { readonly rows: string };

interface Props {
  /** What stands at the side; `showLines` brings lines into sight. */
  readonly side: (recipeId: RecipeId, showLines: (lineIds: readonly LineId[]) => void) => ReactNode;
  readonly exportDialog: (recipeId: RecipeId, close: () => void) => ReactNode;
  readonly onOpenRecipes: () => void;
  readonly onShowMaterial: (materialId: MaterialId) => void;
}

export function Bench({ side, exportDialog, onOpenRecipes, onShowMaterial }: Props) {
  const { t } = useText('bench');
  const active = useBench((bench) => bench.active);
  const sheet = useBench((bench) => (active ? bench.sheets[active] : undefined));
  const [unit, setUnit] = useState<AmountUnit>('parts');
  const [dialog, setDialog] = useState<Dialog>();
  const [lit, setLit] = useState<{ readonly lineIds: readonly LineId[]; readonly at: number }>({ lineIds: [], at: 0 });
  const close = () => setDialog(undefined);

  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'n') void startRecipe();
      else if (active && key === 'z' && !event.shiftKey && !isProse(event)) void undo(active);
      else if (active && (key === 'y' || (key === 'z' && event.shiftKey)) && !isProse(event)) void redo(active);
      else if (active && key === 's') setDialog('keep');
      else if (active && key === 'p') window.print();
      else if (active && key === 'k') focusAdd();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);

  return (
    <div className={styles.bench}>
      <RecipeTabs onNew={() => void startRecipe()} />
      {active && sheet ? (
        <div className={styles.columns}>
          <section className={styles.main} aria-label={t('formula')} data-recipe={active}>
            <BenchHeader
              key={active}
              recipeId={active}
              sheet={sheet}
              unit={unit}
              onUnit={setUnit}
              onOpen={setDialog}
              onKeep={() => setDialog('keep')}
            />
            <ProductBar key={`${active}-product`} recipeId={active} sheet={sheet} />
            <FormulaGrid
              key={`${active}-grid`}
              recipeId={active}
              sheet={sheet}
              unit={unit}
              lit={lit}
              onNote={(noteOn) => setDialog({ noteOn })}
              onShowMaterial={onShowMaterial}
              onPasteRows={(rows) => setDialog({ rows })}
            />
          </section>
          <aside className={styles.side} aria-label={t('side-panel')}>
            {side(active, (lineIds) => setLit({ lineIds, at: lit.at + 1 }))}
          </aside>
          {dialog === 'trials' && <TrialsDialog recipeId={active} sheet={sheet} onClose={close} />}
          {dialog === 'exploded' && <ExplodedDialog sheet={sheet} onClose={close} />}
          {dialog === 'batch' && <BatchSheetDialog sheet={sheet} onClose={close} />}
          {dialog === 'brief' && <BriefDialog recipeId={active} sheet={sheet} onClose={close} />}
          {dialog === 'keep' && <KeepTrialDialog recipeId={active} onClose={close} />}
          {dialog === 'export' && exportDialog(active, close)}
          {typeof dialog === 'object' && 'noteOn' in dialog && (
            <NoteDialog recipeId={active} sheet={sheet} lineId={dialog.noteOn} onClose={close} />
          )}
          {(dialog === 'paste' || (typeof dialog === 'object' && 'rows' in dialog)) && (
            <PasteDialog recipeId={active} rows={typeof dialog === 'object' ? dialog.rows : ''} onClose={close} />
          )}
          <PrintedRecipe sheet={sheet} />
        </div>
      ) : (
        <div className={styles.nothing}>
          <h1>{t('no-recipe')}</h1>
          <p>{t('no-recipe-hint')}</p>
          <span>
            <Button variant="contained" onClick={() => void startRecipe()}>
              {t('new-recipe')}
            </Button>{' '}
            <Button variant="outlined" onClick={onOpenRecipes}>
              {t('open-recipes')}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}

/** Starts an empty recipe and puts the cursor where its first material goes. */
export async function startRecipe(): Promise<void> {
  try {
    await showRecipe((await useStudio.getState().client.recipes.create({ name: { en: '', ko: '' } })) as never);
    requestAnimationFrame(() => requestAnimationFrame(focusAdd));
  } catch (error) {
    tellRefusal(error);
  }
}

/** Whether the keystroke belongs to running text, whose own undo is meant. */
function isProse(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLTextAreaElement;
}
