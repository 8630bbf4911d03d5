/** @file The materials: the list on the left, on the right what is known of the chosen one, or the form to change it. */
import Button from '@mui/material/Button';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { createMaterialFinder } from '#perfumery/material/find-material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { tagsOf, useLabels } from '#renderer/shared/labels.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { type Choice, chooseMaterials, everything } from './choose-materials.ts';
import { isDirty, save, startEditing, stopEditing, useEditing } from './editing.ts';
import { FilterBar } from './filter-bar.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { MaterialBar } from './material-bar.tsx';
import { MaterialFacts } from './material-facts.tsx';
import { MaterialForm } from './material-form.tsx';
import { MaterialList } from './material-list.tsx';
import { MaterialMarks } from './material-marks.tsx';
import styles from './materials-page.module.css';

interface Props {
  /** The material to open with. */
  readonly shown?: MaterialId;
  readonly onComposition?: (id: MaterialId) => void;
  /** Asked to import many materials at once. */
  readonly onCollection?: () => void;
  /** Puts the material into the recipe on the bench. */
  readonly onUse?: (id: MaterialId) => void;
}

/** The page of materials. */
export function MaterialsPage({ shown, onUse, onComposition, onCollection }: Props) {
  const { t, language } = useText('materials');
  const all = useStudio((studio) => studio.materials);
  const finder = useStudio((studio) => studio.finder);
  const settings = useStudio((studio) => studio.settings);
  const editing = useEditing((state) => state.editing);
  const [choice, setChoice] = useState<Choice>(everything);
  const [chosen, setChosen] = useState<MaterialId | undefined>(editing ? editing.was?.material.id : shown);
  /** What was asked for while something unsaved stood in the form. */
  const [pending, setPending] = useState<() => void>();
  const list = useRef<HTMLDivElement>(null);
  const { materials: labels } = useLabels();
  const tags = useMemo(() => tagsOf(labels.values()), [labels]);

  const isWithArchived = choice.archived !== 'without';
  const everyFinder = useMemo(
    () => (isWithArchived ? createMaterialFinder([...all.values()].map(asOffered)) : finder),
    [all, finder, isWithArchived],
  );
  const materials = useMemo(() => {
    const find = (typed: string) => everyFinder.find(typed, all.size).map(({ material: found }) => found.material.id);
    const { currency, rates } = settings;
    return chooseMaterials([...all.values()], choice, { labels, find, language, exchange: { currency, rates } });
  }, [all, choice, everyFinder, labels, language, settings]);
  const entry = chosen && all.get(chosen);

  useEffect(() => {
    if (shown && shown !== chosen) leaving(() => setChosen(shown));
  }, [shown]);
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => isDirty(useEditing.getState().editing) && event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, []);
  useEffect(() => {
    const find = (event: Event) => {
      if ((event as CustomEvent).detail === 'find') focusSearch();
    };
    window.addEventListener('studio-command', find);
    return () => window.removeEventListener('studio-command', find);
  }, []);

  /** Does what is asked for, after asking about what is not saved. */
  function leaving(act: () => void): void {
    if (isDirty(useEditing.getState().editing)) setPending(() => act);
    else {
      stopEditing();
      act();
    }
  }

  async function saveAndThen(act: (kept: LibraryMaterial) => void): Promise<void> {
    const kept = await save();
    setPending(undefined);
    if (!kept) return;
    tell({ tone: 'good', text: t('saved-told', { name: inLanguage(kept.material.name, language) }) });
    act(kept);
  }

  return (
    <div className={styles.page}>
      <div className={styles.side} ref={list}>
        <header className={styles.head}>
          <h1>{t('title')}</h1>
          {onCollection && (
            <Button
              variant="outlined"
              startIcon={<Icon name="import" size={15} />}
              sx={{ marginInlineStart: 'auto', marginInlineEnd: 1 }}
              onClick={onCollection}
            >
              {t('import-many')}
            </Button>
          )}
          <Button
            variant="outlined"
            startIcon={<Icon name="add" size={15} />}
            onClick={() =>
              leaving(() => {
                setChosen(undefined);
                startEditing(undefined);
              })
            }
          >
            {t('add-own')}
          </Button>
        </header>
        <FilterBar
          choice={choice}
          count={materials.length}
          tags={tags}
          onChoice={setChoice}
          onEnterList={() => {
            list.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
            const first = materials[0]?.material.id;
            if (first && !materials.some(({ material }) => material.id === chosen)) leaving(() => setChosen(first));
          }}
        />
        <MaterialList
          materials={materials}
          labels={labels}
          chosen={chosen}
          onChoose={(id) => id !== chosen && leaving(() => setChosen(id))}
        />
      </div>
      <div className={styles.sheet}>
        {editing ? (
          <MaterialForm
            onSave={() => void saveAndThen((kept) => setChosen(kept.material.id))}
            onCancel={() => leaving(() => undefined)}
          />
        ) : entry ? (
          <>
            <MaterialBar
              entry={entry}
              onEdit={() => startEditing(entry)}
              onChosen={setChosen}
              {...(onUse && { onUse })}
              {...(onComposition && { onComposition })}
            />
            <MaterialMarks
              materialId={entry.material.id}
              label={labels.get(entry.material.id)}
              name={inLanguage(entry.material.name, language)}
            />
            <MaterialFacts key={entry.material.id} entry={entry} />
          </>
        ) : (
          <p className={styles.none}>{t('none-chosen')}</p>
        )}
      </div>
      {pending && (
        <LeaveDialog
          onStay={() => setPending(undefined)}
          onDiscard={() => {
            setPending(undefined);
            stopEditing();
            pending();
          }}
          onSave={() => void saveAndThen(pending)}
        />
      )}
    </div>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('[data-find-material]')?.focus();
}

/** As if it were not archived, so that the finder finds it. */
function asOffered(entry: LibraryMaterial): LibraryMaterial {
  return entry.archived ? { ...entry, archived: false } : entry;
}
