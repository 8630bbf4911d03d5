/** @file One box for everything in the library: a sentence, a name, a number, or what something is like. */
import Button from '@mui/material/Button';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { SearchFound, SearchHit } from '#contract/search.ts';
import type { Ingredient, Line } from '#perfumery/formula/formula.ts';
import { undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import {
  type Asked,
  ask,
  askOnly,
  forgetLike,
  isAnythingAsked,
  nothingAsked,
  search,
  setComposing,
  showKind,
  showMore,
  useAskedNow,
} from './asked.ts';
import { ChipRow } from './chip-row.tsx';
import { FilterColumn } from './filter-column.tsx';
import { FormulaTray } from './formula-tray.tsx';
import { LikeBar } from './like-bar.tsx';
import { Nothing } from './nothing-found.tsx';
import { hitsIn, ResultList } from './result-list.tsx';
import { canBeAdded, type ResultAct } from './result-row.tsx';
import { NameSearch, SavedSearches } from './saved-searches.tsx';
import styles from './search.module.css';
import { StateLine, useSearchState } from './state-line.tsx';
import { UnknownWords } from './unknown-words.tsx';

interface Props {
  /** A result was chosen. */
  readonly onOpen: (opens: SearchHit['opens']) => void;
  /** An ingredient is to be a line of the formula on the bench. Answers the line. */
  readonly onAdd: (ingredient: Ingredient) => Promise<Line | undefined>;
  readonly onBench: () => void;
  /** The library as a map. */
  readonly map: ReactNode;
  /** Asks what a word means, and whether it is kept. */
  readonly teach: (text: string, close: () => void, kept: () => void) => ReactNode;
  /** Goes up whenever the box is asked for. */
  readonly called: number;
}

export function SearchPage({ onOpen, onAdd, onBench, map, teach, called }: Props) {
  const { t, language } = useText('search');
  const { t: common } = useText('common');
  const { asked, kind, found, failed } = useAskedNow();
  const state = useSearchState();
  const box = useRef<HTMLInputElement>(null);
  const gridId = useId();
  const [at, setAt] = useState<string>();
  const [view, setView] = useState<'results' | 'map'>('results');
  const [isNaming, setNaming] = useState(false);
  const [teaching, setTeaching] = useState<string>();
  const names = useRef(new Map<string, string>());

  const hits = found ? hitsIn(found) : [];
  const chosen = hits.find(({ id }) => id === at) ?? hits[0];
  const nameOf = (id: string) => names.current.get(id) ?? id;
  for (const { id, title } of hits) names.current.set(id, title[language] ?? title.en ?? title.ko ?? id);

  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [called]);
  useEffect(() => void search(), []);
  const isReading = state?.shelf.stage;
  useEffect(() => {
    if (isReading === 'resting') void search(); // what was found while the library was looked through is not all
  }, [isReading]);

  function act(what: ResultAct, hit: SearchHit): void {
    if (what === 'open') onOpen(hit.opens);
    else if (what === 'add') void add(hit).catch(tellRefusal);
    else if (what === 'like') askOnly({ ...nothingAsked, like: { ids: [hit.id], share: 0.5 } });
    else if (asked.like?.ids[0]) ask({ like: { ids: [asked.like.ids[0], hit.id], share: 0.5 } });
    if (what === 'like') setView('results');
  }

  async function add(hit: SearchHit): Promise<void> {
    const name = nameOf(hit.id);
    const ingredient = await ingredientOf(hit);
    if (!ingredient) {
      tell({ tone: 'plain', text: t('added-none', { name }) });
      return;
    }
    if (!(await onAdd(ingredient))) return;
    const { active, sheets } = useBench.getState();
    const recipe = active && sheets[active]?.recipe;
    if (!active || !recipe) return;
    tell({
      tone: 'good',
      text: t('added', { name, recipe: inLanguage(recipe.name, language) || t('untitled') }),
      action: { label: common('undo'), run: () => void undo(active) },
    });
  }

  function move(by: number): void {
    const index = chosen ? hits.indexOf(chosen) : -1;
    const next = hits[Math.max(0, Math.min(hits.length - 1, index + by))];
    if (next) setAt(next.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    const isCommand = event.ctrlKey || event.metaKey;
    if (step !== undefined) move(step);
    else if (event.key === 'Enter' && isCommand && chosen && canBeAdded(chosen)) act('add', chosen);
    else if (event.key === 'Enter' && event.altKey && chosen) act('like', chosen);
    else if (event.key === 'Enter' && chosen && !isCommand) act('open', chosen);
    else if (event.key === 'Escape' && isAnythingAsked(asked)) askOnly(nothingAsked);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <search className={styles.box}>
          <Icon name="search" size={17} />
          <input
            ref={box}
            type="text"
            role="combobox"
            aria-label={t('box')}
            aria-expanded={hits.length > 0}
            aria-haspopup="grid"
            aria-controls={gridId}
            aria-autocomplete="list"
            {...(chosen && view === 'results' && { 'aria-activedescendant': `${gridId}-${chosen.id}` })}
            placeholder={t('box-hint')}
            value={asked.text}
            maxLength={500}
            spellCheck={false}
            autoComplete="off"
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={(event) => {
              setComposing(false);
              ask({ text: event.currentTarget.value });
            }}
            onChange={(event) => {
              setAt(undefined);
              ask({ text: event.target.value });
            }}
            onKeyDown={onKeyDown}
          />
          <kbd className={styles.keys}>{navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl+K'}</kbd>
        </search>
        <Button
          variant="outlined"
          disabled={!isAnythingAsked(asked)}
          startIcon={<Icon name="star" size={15} />}
          onClick={() => setNaming(true)}
        >
          {t('save-search')}
        </Button>
        <Segmented
          legend={t('view')}
          options={[
            { key: 'results', label: t('results') },
            { key: 'map', label: t('map') },
          ]}
          chosen={view}
          onChoose={setView}
        />
      </header>
      <div className={styles.under}>
        {asked.like && (
          <LikeBar like={asked.like} nameOf={nameOf} onLike={(like) => ask({ like })} onClose={forgetLike} />
        )}
        {found && <ChipRow chips={found.chips} without={asked.without} onWithout={(without) => ask({ without })} />}
        {found && <UnknownWords unknown={found.unknown} onTeach={setTeaching} />}
        <StateLine state={state} />
        {failed && (
          <p className={styles.failed} role="alert">
            {sentenceFor(failed)}{' '}
            <button type="button" className={styles.link} onClick={() => void search()}>
              {common('try-again')}
            </button>
          </p>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.side}>
          <SavedSearches onAsk={askOnly} />
          {found && <FilterColumn found={found} filters={asked.filters} onFilters={(filters) => ask({ filters })} />}
        </div>
        <div className={styles.main}>
          {view === 'map' ? (
            map
          ) : (
            <>
              <p className={styles.total} role="status">
                {found && totalText(found.total, { isAsked: isAnythingAsked(asked), isGuess: found.isGuess, t })}
              </p>
              {found && found.total === 0 ? (
                <Nothing found={found} asked={asked} onAsk={ask} />
              ) : (
                found && (
                  <ResultList
                    gridId={gridId}
                    found={found}
                    chosen={chosen?.id}
                    kind={kind}
                    canBeOtherEnd={asked.like?.ids.length === 1}
                    showsTenacity={isTenacityAsked(asked, found)}
                    onChoose={setAt}
                    onAct={act}
                    onKind={showKind}
                    onMore={showMore}
                  />
                )
              )}
            </>
          )}
        </div>
      </div>
      <FormulaTray
        onOpen={onBench}
        onDrop={(id) => {
          const hit = hits.find((one) => one.id === id);
          if (hit) act('add', hit);
        }}
      />
      {teaching !== undefined &&
        teach(
          teaching,
          () => setTeaching(undefined),
          () => void search(),
        )}
      {isNaming && <NameSearch asked={asked} onClose={() => setNaming(false)} />}
    </div>
  );
}

/** The material itself; of a recipe its latest trial. Undefined where it has none. */
async function ingredientOf({ opens }: SearchHit): Promise<Ingredient | undefined> {
  if (opens.what === 'material') return { kind: 'material', materialId: opens.materialId };
  const { recipeId } = opens;
  if (opens.what !== 'recipe') return { kind: 'accord', recipeId, trialId: opens.trialId };
  const { trials } = await useStudio.getState().client.recipes.open({ recipeId });
  const trialId = trials.at(-1)?.id;
  return trialId && { kind: 'accord', recipeId, trialId };
}

function isTenacityAsked({ filters }: Asked, { chips }: SearchFound): boolean {
  return filters.some(({ field }) => field === 'tenacity') || chips.some(({ about }) => about === 'tenacity');
}

interface Telling {
  readonly isAsked: boolean;
  readonly isGuess: boolean;
  readonly t: ReturnType<typeof useText<'search'>>['t'];
}

function totalText(count: number, { isAsked, isGuess, t }: Telling): string {
  if (isGuess) return t('nothing-known');
  if (!isAsked) return t('whole-library', { count });
  return count === 0 ? t('none') : t('found', { count });
}
