/** @file The window: a rail to move between pages, and the page. Features meet here and nowhere else. */
import { useColorScheme } from '@mui/material/styles';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SearchHit } from '#contract/search.ts';
import type { Command } from '#contract/studio.ts';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import type { CollectionKind } from '#perfumery/collection/collection-fields.ts';
import styles from './app.module.css';
import type { StudioLink } from './bridge/studio-link.ts';
import { AssistantDialog } from './features/assistant/assistant-dialog.tsx';
import { addToBench, Bench, putOnBench, startRecipe } from './features/bench/bench.tsx';
import { showTrial } from './features/bench/shown-trial.ts';
import { Reminders } from './features/calendar/reminders.tsx';
import { TodayPage } from './features/calendar/today-page.tsx';
import { CollectionSettings } from './features/collections/collection-settings.tsx';
import { ImportWizard } from './features/collections/import-wizard.tsx';
import { DocumentsDialog } from './features/documents/documents-dialog.tsx';
import { EvolutionDialog } from './features/evolution/evolution-dialog.tsx';
import { ExportDialog } from './features/interchange/export-dialog.tsx';
import { ImportDialog } from './features/interchange/import-dialog.tsx';
import { useFileDrop } from './features/interchange/use-file-drop.ts';
import { MaterialsPage } from './features/materials/materials-page.tsx';
import { OdourMap } from './features/odour-map/odour-map.tsx';
import { OwnWordsSetting } from './features/own-words/own-words-setting.tsx';
import { TeachWord } from './features/own-words/teach-word.tsx';
import { RecipesPage } from './features/recipes/recipes-page.tsx';
import { CompositionDialog } from './features/regulation/composition-dialog.tsx';
import { RegulationDialog } from './features/regulation/regulation-dialog.tsx';
import { RegulationSettings } from './features/regulation/regulation-settings.tsx';
import { RejudgingWatch } from './features/regulation/rejudging-watch.tsx';
import { SearchPage } from './features/search/search-page.tsx';
import { SearchSettings } from './features/search-settings/search-settings.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { ShelfPage } from './features/shelf/shelf-page.tsx';
import { StockPage } from './features/stock/stock-page.tsx';
import { type SubstituteGoal, SubstitutesDialog } from './features/substitutes/substitutes-dialog.tsx';
import { hasUnsent, openRecipe, redo, undo, useBench } from './shared/bench.ts';
import { tellRefusal } from './shared/refusal.ts';
import { useStudio } from './shared/studio.ts';
import { speak, useText } from './shared/text.ts';
import { SidePanel } from './side-panel.tsx';
import { Icon, type IconName } from './ui/icon.tsx';
import { Notices } from './ui/notices.tsx';

const pages = [
  'bench',
  'search',
  'recipes',
  'materials',
  'stock',
  'today',
  'models',
  'settings',
] as const satisfies readonly IconName[];
type Page = (typeof pages)[number];

interface Replacing {
  readonly recipeId: RecipeId;
  readonly goal: SubstituteGoal;
  readonly lineId?: LineId;
}

export function App({ link }: { readonly link: StudioLink }) {
  const { t } = useText('common');
  const [page, setPage] = useState<Page>('bench');
  const [shown, setShown] = useState<MaterialId>();
  const [replacing, setReplacing] = useState<Replacing>();
  const [importing, setImporting] = useState<{ readonly file?: File }>();
  const [showing, setShowing] = useState<'regulation' | { readonly composing: MaterialId }>();
  const [collecting, setCollecting] = useState<CollectionKind>();
  const [searches, setSearches] = useState(0);
  useFileDrop((file) => !collecting && setImporting((now) => now ?? { file }));
  const state = useSyncExternalStore(link.state.subscribe, link.state.current);
  const { language, theme } = useStudio((studio) => studio.settings);
  const { setMode } = useColorScheme();

  useEffect(() => {
    void speak(language);
  }, [language]);
  useEffect(() => setMode(theme), [theme, setMode]);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => hasUnsent() && event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isAsked || event.key.toLowerCase() !== 'k' || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      setPage('search');
      setSearches((count) => count + 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    void (async () => {
      for await (const command of await link.client.studio.commands(undefined, { signal: stop.signal })) obey(command);
    })().catch(() => undefined);
    return () => stop.abort();
  }, [link]);

  function obey(command: Command): void {
    const { active } = useBench.getState();
    if (command === 'new-recipe') void startRecipe().then(() => setPage('bench'));
    else if (command === 'open-recipes') setPage('recipes');
    else if (command === 'open-materials') setPage('materials');
    else if (command === 'open-settings' || command === 'about') setPage('settings');
    else if (command === 'import') setImporting({});
    else if (command === 'undo' && active) void undo(active);
    else if (command === 'redo' && active) void redo(active);
    else if (command === 'print') window.print();
    else window.dispatchEvent(new CustomEvent('studio-command', { detail: command }));
  }

  function showMaterial(id: MaterialId): void {
    setShown(id);
    setPage('materials');
  }

  function showOnBench(recipeId: RecipeId): void {
    openRecipe(recipeId).then(() => setPage('bench'), tellRefusal);
  }

  function showFound(opens: SearchHit['opens']): void {
    if (opens.what === 'material') showMaterial(opens.materialId);
    else {
      showOnBench(opens.recipeId);
      if (opens.what !== 'recipe') showTrial(opens.trialId);
    }
  }

  /** `kind:subject`, as search names things; what belongs to a recipe opens by it. */
  function showItem(id: string): void {
    const [kind, subject = ''] = id.split(/:(.*)/su);
    if (kind === 'material') showMaterial(subject as MaterialId);
    else if (kind === 'recipe' || kind === 'accord') showOnBench(subject as RecipeId);
    else setPage('search');
  }

  return (
    <div className={styles.window}>
      <nav className={styles.rail} aria-label={t('main-navigation')}>
        <img className={styles.mark} src="./mark.svg" alt="Sillage" width={30} height={30} />
        {pages.map((one) => (
          <button
            key={one}
            type="button"
            className={one === page ? `${styles.place} ${styles.here}` : styles.place}
            aria-current={one === page ? 'page' : undefined}
            onClick={() => setPage(one)}
          >
            <Icon name={one} size={21} />
            <span>{t(one)}</span>
          </button>
        ))}
      </nav>
      <main className={styles.page}>
        {state === 'lost' && (
          <div className={styles.lost} role="alert">
            {t('connection-lost')}
          </div>
        )}
        {page === 'bench' && (
          <Bench
            side={(recipeId, showLines) => (
              <SidePanel
                recipeId={recipeId}
                onShowLines={showLines}
                onTables={() => setShowing('regulation')}
                onReplace={(goal) => setReplacing({ recipeId, goal })}
              />
            )}
            exportDialog={(recipeId, close) => <ExportDialog recipeId={recipeId} onClose={close} />}
            assistantDialog={(recipeId, close, showTrials) => (
              <AssistantDialog
                recipeId={recipeId}
                onShow={(opens) => {
                  close();
                  showFound(opens);
                }}
                onItem={(id) => {
                  close();
                  showItem(id);
                }}
                onTrials={showTrials}
                onModels={() => {
                  close();
                  setPage('models');
                }}
                onClose={close}
              />
            )}
            documentsDialog={(recipeId, close) => <DocumentsDialog recipeId={recipeId} onClose={close} />}
            evolutionDialog={(recipeId, close) => <EvolutionDialog recipeId={recipeId} onClose={close} />}
            onOpenRecipes={() => setPage('recipes')}
            onShowMaterial={showMaterial}
            onSimilar={(recipeId, lineId) => setReplacing({ recipeId, lineId, goal: 'similar' })}
          />
        )}
        {page === 'search' && (
          <SearchPage
            called={searches}
            onOpen={showFound}
            onAdd={addToBench}
            onBench={() => setPage('bench')}
            map={<OdourMap onOpen={showFound} />}
            teach={(text, close, kept) => <TeachWord text={text} onClose={close} onKept={kept} />}
          />
        )}
        {page === 'recipes' && (
          <RecipesPage
            onOpened={() => setPage('bench')}
            onImport={() => setImporting({})}
            onCollection={() => setCollecting('recipes')}
          />
        )}
        {page === 'materials' && (
          <MaterialsPage
            {...(shown && { shown })}
            onUse={(id) => void putOnBench(id).then(() => setPage('bench'))}
            onCollection={() => setCollecting('materials')}
            onComposition={(composing) => setShowing({ composing })}
          />
        )}
        {page === 'stock' && <StockPage onOpenRecipe={showOnBench} />}
        {page === 'today' && <TodayPage onOpenRecipe={showOnBench} />}
        {page === 'models' && <ShelfPage />}
        {page === 'settings' && (
          <SettingsPage
            search={<SearchSettings words={<OwnWordsSetting />} />}
            more={
              <>
                <RegulationSettings onOpen={() => setShowing('regulation')} />
                <CollectionSettings onImport={() => setCollecting('materials')} />
              </>
            }
          />
        )}
      </main>
      {importing && (
        <ImportDialog
          {...importing}
          onClose={() => setImporting(undefined)}
          onImported={(recipeId) => {
            setImporting(undefined);
            void openRecipe(recipeId).then(() => setPage('bench'));
          }}
        />
      )}
      {collecting && <ImportWizard kind={collecting} onClose={() => setCollecting(undefined)} />}
      {replacing && <SubstitutesDialog {...replacing} onClose={() => setReplacing(undefined)} />}
      {showing === 'regulation' && <RegulationDialog onClose={() => setShowing(undefined)} />}
      {typeof showing === 'object' && (
        <CompositionDialog materialId={showing.composing} onClose={() => setShowing(undefined)} />
      )}
      <RejudgingWatch isShown={showing === 'regulation'} onShow={() => setShowing('regulation')} />
      <Reminders onShow={() => setPage('today')} />
      <Notices />
    </div>
  );
}
