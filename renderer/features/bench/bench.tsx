/** @file The bench: one recipe in front of the perfumer, its grid on the left and what follows from it at the side. */
import Button from '@mui/material/Button';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { Command } from '#contract/studio.ts';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import type { AmountUnit } from '#perfumery/formula/amounts.ts';
import { addLine } from '#perfumery/formula/edit.ts';
import type { Ingredient, Line } from '#perfumery/formula/formula.ts';
import { effectiveDosage } from '#perfumery/formula/formula-totals.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { decimalText } from '#perfumery/units/decimal.ts';
import { edit, fetchAccords, redo, type Sheet, showRecipe, undo, useBench } from '#renderer/shared/bench.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { BatchSheetDialog } from './batch-sheet-dialog.tsx';
import styles from './bench.module.css';
import { BenchHeader } from './bench-header.tsx';
import { BriefDialog } from './brief-dialog.tsx';
import { ExplodedDialog } from './exploded-dialog.tsx';
import { focusAdd, focusCell } from './focus-line.ts';
import { FormulaGrid } from './formula-grid.tsx';
import { KeepTrialDialog } from './keep-trial-dialog.tsx';
import { newLine } from './new-line.ts';
import { NoteDialog } from './note-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PrintedRecipe } from './printed-recipe.tsx';
import { ProductBar } from './product-bar.tsx';
import { RecipeTabs } from './recipe-tabs.tsx';
import { forgetShownTrial, useShownTrial } from './shown-trial.ts';
import { TrialsDialog } from './trials-dialog.tsx';

type Dialog =
  | 'trials'
  | 'exploded'
  | 'batch'
  | 'paste'
  | 'export'
  | 'evolution'
  | 'documents'
  | 'assistant'
  | 'brief'
  | 'keep'
  | { readonly noteOn: LineId }
  | { readonly rows: string };

interface Props {
  /** What stands at the side; `showLines` brings lines into sight. */
  readonly side: (recipeId: RecipeId, showLines: (lineIds: readonly LineId[]) => void) => ReactNode;
  readonly exportDialog: (recipeId: RecipeId, close: () => void) => ReactNode;
  readonly documentsDialog: (recipeId: RecipeId, close: () => void) => ReactNode;
  readonly assistantDialog: (recipeId: RecipeId, close: () => void, showTrials: () => void) => ReactNode;
  readonly evolutionDialog: (recipeId: RecipeId, close: () => void) => ReactNode;
  readonly onOpenRecipes: () => void;
  readonly onShowMaterial: (materialId: MaterialId) => void;
  /** Asked for materials like that of a line. */
  readonly onSimilar: (recipeId: RecipeId, lineId: LineId) => void;
}

export function Bench({
  side,
  exportDialog,
  documentsDialog,
  assistantDialog,
  evolutionDialog,
  onOpenRecipes,
  onShowMaterial,
  onSimilar,
}: Props) {
  const { t } = useText('bench');
  const active = useBench((bench) => bench.active);
  const isOpen = useBench((bench) => active !== undefined && bench.sheets[active] !== undefined);
  const [unit, setUnit] = useState<AmountUnit>('parts');
  const [dialog, setDialog] = useState<Dialog>();
  const [lit, setLit] = useState<{ readonly lineIds: readonly LineId[]; readonly at: number }>({ lineIds: [], at: 0 });
  const shownTrial = useShownTrial((state) => state.trialId);
  const close = useCallback(() => {
    setDialog(undefined);
    forgetShownTrial();
  }, []);
  const keep = useCallback(() => setDialog('keep'), []);
  const note = useCallback((noteOn: LineId) => setDialog({ noteOn }), []);
  const paste = useCallback((rows: string) => setDialog({ rows }), []);
  const showLines = useCallback((lineIds: readonly LineId[]) => setLit(({ at }) => ({ lineIds, at: at + 1 })), []);

  useEffect(() => {
    if (shownTrial) setDialog('trials');
  }, [shownTrial]);
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'n') void startRecipe();
      else if (active && key === 'z' && !event.shiftKey && !isProse(event)) void undo(active);
      else if (active && (key === 'y' || (key === 'z' && event.shiftKey)) && !isProse(event)) void redo(active);
      else if (active && key === 's') setDialog('keep');
      else if (active && key === 'p') window.print();
      else if (active && key === 'j') focusAdd();
      else return;
      event.preventDefault();
    }
    /** What the native menu asks of the bench. */
    function onCommand(event: Event): void {
      const { detail } = event as CustomEvent<Command>;
      if (detail === 'keep-trial' && active) setDialog('keep');
      else if (detail === 'export' && active) setDialog('export');
      else if (detail === 'find') focusAdd();
    }
    window.addEventListener('keydown', onKey);
    window.addEventListener('studio-command', onCommand);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('studio-command', onCommand);
    };
  }, [active]);

  return (
    <div className={styles.bench}>
      <RecipeTabs onNew={() => void startRecipe()} />
      {active && isOpen ? (
        <div className={styles.columns}>
          <section className={styles.main} aria-label={t('formula')} data-recipe={active}>
            <BenchHeader key={active} recipeId={active} unit={unit} onUnit={setUnit} onOpen={setDialog} onKeep={keep} />
            <Composing
              key={`${active}-composing`}
              recipeId={active}
              unit={unit}
              lit={lit}
              onNote={note}
              onShowMaterial={onShowMaterial}
              onSimilar={onSimilar}
              onPasteRows={paste}
            />
          </section>
          <aside className={styles.side} aria-label={t('side-panel')}>
            {side(active, showLines)}
          </aside>
          {dialog === 'keep' && <KeepTrialDialog recipeId={active} onClose={close} />}
          {dialog === 'export' && exportDialog(active, close)}
          {dialog === 'documents' && documentsDialog(active, close)}
          {dialog === 'assistant' && assistantDialog(active, close, () => setDialog('trials'))}
          {dialog === 'evolution' && evolutionDialog(active, close)}
          {(dialog === 'paste' || (typeof dialog === 'object' && 'rows' in dialog)) && (
            <PasteDialog recipeId={active} rows={typeof dialog === 'object' ? dialog.rows : ''} onClose={close} />
          )}
          <OnSheet recipeId={active}>
            {(sheet) => (
              <>
                {dialog === 'trials' && (
                  <TrialsDialog
                    key={shownTrial}
                    recipeId={active}
                    sheet={sheet}
                    {...(shownTrial && { shown: shownTrial })}
                    onClose={close}
                  />
                )}
                {dialog === 'exploded' && <ExplodedDialog sheet={sheet} onClose={close} />}
                {dialog === 'batch' && <BatchSheetDialog sheet={sheet} onClose={close} />}
                {dialog === 'brief' && <BriefDialog recipeId={active} sheet={sheet} onClose={close} />}
                {typeof dialog === 'object' && 'noteOn' in dialog && (
                  <NoteDialog recipeId={active} sheet={sheet} lineId={dialog.noteOn} onClose={close} />
                )}
              </>
            )}
          </OnSheet>
          <PrintedRecipe recipeId={active} />
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

type ComposingProps = Omit<Parameters<typeof FormulaGrid>[0], 'formula' | 'product' | 'accords'>;

/** What follows every keystroke on this side: product and lines. */
function Composing(props: ComposingProps) {
  const { recipeId } = props;
  const formula = useBench((bench) => bench.sheets[recipeId]?.recipe.formula);
  const product = useBench((bench) => bench.sheets[recipeId]?.recipe.product);
  const accords = useBench((bench) => bench.sheets[recipeId]?.accords);
  if (!formula || !product || !accords) return null;
  const hasOwnCarrier = formula.lines.some(({ carrier }) => carrier);
  return (
    <>
      <ProductBar
        recipeId={recipeId}
        product={product}
        ownDosage={hasOwnCarrier ? decimalText(effectiveDosage(formula, product)) : undefined}
      />
      <FormulaGrid {...props} formula={formula} product={product} accords={accords} />
    </>
  );
}

interface OnSheetProps {
  readonly recipeId: RecipeId;
  readonly children: (sheet: Sheet) => ReactNode;
}

/** Draws what needs the whole sheet. */
function OnSheet({ recipeId, children }: OnSheetProps) {
  const sheet = useBench((bench) => bench.sheets[recipeId]);
  return sheet && children(sheet);
}

/** Starts an empty recipe and puts the cursor where its first material goes. */
export async function startRecipe(): Promise<void> {
  try {
    const recipe = (await useStudio.getState().client.recipes.create({ name: { en: '', ko: '' } })) as Recipe;
    await showRecipe(recipe);
    focusAdd(recipe.id);
  } catch (error) {
    tellRefusal(error);
  }
}

/** Adds a material to the recipe in front, as it is usually weighed, and puts the cursor in its amount. */
export async function putOnBench(materialId: MaterialId): Promise<void> {
  const line = await addToBench({ kind: 'material', materialId });
  if (line) setTimeout(() => focusCell(line.id, 'amount'));
}

/** Adds a line to the recipe in front, a new one where none is open. Answers the line. */
export async function addToBench(ingredient: Ingredient): Promise<Line | undefined> {
  if (!useBench.getState().active) await startRecipe();
  const { active } = useBench.getState();
  if (!active) return undefined;
  if (ingredient.kind === 'accord') await fetchAccords(active, [ingredient.trialId]);
  const sheet = useBench.getState().sheets[active];
  if (!sheet) return undefined;
  const material =
    ingredient.kind === 'material' ? useStudio.getState().materials.get(ingredient.materialId) : undefined;
  const line = newLine(ingredient, material);
  edit(active, { kind: 'add-line', formula: addLine(sheet.recipe.formula, line) });
  return line;
}

/** Whether the keystroke belongs to running text, whose own undo is meant. */
function isProse(event: KeyboardEvent): boolean {
  return event.target instanceof HTMLTextAreaElement;
}
