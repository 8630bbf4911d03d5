/** @file The library's recipes: find one, open it, start another, put it away. */
import Button from '@mui/material/Button';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Recipe, RecipeHead } from '#perfumery/formula/recipe.ts';
import { openRecipe, showRecipe } from '#renderer/shared/bench.ts';
import { tagsOf, useLabels } from '#renderer/shared/labels.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { type RecipeAct, RecipeList } from './recipe-list.tsx';
import styles from './recipes-page.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { type RecipeQuery, useRecipePages } from './use-recipe-pages.ts';

/** How long typing must rest before the core is asked, in ms. */
const rest = 120;

interface Props {
  /** A recipe is on the bench now. */
  readonly onOpened: () => void;
  readonly onImport: () => void;
  /** Asked to import many recipes at once. */
  readonly onCollection: () => void;
}

export function RecipesPage({ onOpened, onImport, onCollection }: Props) {
  const { t, language } = useText('recipes');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [typed, setTyped] = useState('');
  const [archived, setArchived] = useState(false);
  const [removing, setRemoving] = useState<RecipeHead>();
  const [tag, setTag] = useState('');
  const [favourite, setFavourite] = useState(false);
  const labels = useLabels();
  const tags = useMemo(() => tagsOf(labels.recipes.values()), [labels]);
  const search = useRested(typed.trim());
  const pages = useRecipePages({ search, archived, tag, favourite });
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { total } = pages;

  useEffect(() => field.current?.focus(), []);

  const called = ({ name }: Pick<RecipeHead, 'name'>) => inLanguage(name, language) || t('untitled');

  async function open(recipeId: RecipeHead['id']): Promise<void> {
    await openRecipe(recipeId);
    onOpened();
  }

  async function start(): Promise<void> {
    await showRecipe((await client.recipes.create({ name: { en: '', ko: '' } })) as Recipe);
    onOpened();
  }

  async function duplicate({ id: recipeId }: RecipeHead): Promise<void> {
    const made = await client.recipes.duplicate({ recipeId });
    tell({
      tone: 'good',
      text: t('duplicated', { name: called(made) }),
      action: { label: t('open'), run: () => void open(made.id).catch(tellRefusal) },
    });
  }

  async function archive(head: RecipeHead, to: boolean): Promise<void> {
    await client.recipes.describe({ recipeId: head.id, archived: to });
    tell({
      tone: 'good',
      text: t(to ? 'was-archived' : 'was-brought-back', { name: called(head) }),
      action: {
        label: common('undo'),
        run: () => void client.recipes.describe({ recipeId: head.id, archived: !to }).catch(tellRefusal),
      },
    });
  }

  function act(what: RecipeAct, head: RecipeHead): void {
    if (what === 'open') void open(head.id).catch(tellRefusal);
    else if (what === 'duplicate') void duplicate(head).catch(tellRefusal);
    else if (what === 'favourite') {
      const isFavourite = !labels.recipes.get(head.id)?.isFavourite;
      client.labels.recipe({ recipeId: head.id, isFavourite }).catch(tellRefusal);
    } else if (what === 'archive') void archive(head, !head.archived).catch(tellRefusal);
    else setRemoving(head);
  }

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <search className={styles.search}>
          <Icon name="search" size={15} />
          <input
            ref={field}
            type="text"
            aria-label={common('search')}
            placeholder={t('search-hint')}
            value={typed}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'ArrowDown' || event.key === 'Enter') list.current?.focus();
              else if (event.key === 'Escape' && typed !== '') setTyped('');
              else return;
              event.preventDefault();
            }}
          />
        </search>
        <Segmented
          legend={t('shelf')}
          options={[
            { key: 'current', label: t('current') },
            { key: 'archived', label: t('archived') },
          ]}
          chosen={archived ? 'archived' : 'current'}
          onChoose={(shelf) => setArchived(shelf === 'archived')}
        />
        {/* A tag that is chosen stays to be taken off, though its last recipe was untagged. */}
        {(tags.length > 0 || tag !== '') && (
          <select
            className={styles.tag}
            aria-label={t('tag')}
            value={tag}
            data-narrows={tag !== ''}
            onChange={(event) => setTag(event.target.value)}
          >
            <option value="">{t('all-tags')}</option>
            {[...new Set([...tags, ...(tag ? [tag] : [])])].map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
        <span className={favourite ? styles.starred : styles.star}>
          <NamedIconButton
            icon="star"
            size={16}
            pressed={favourite}
            label={t('favourites-only')}
            onClick={() => setFavourite(!favourite)}
          />
        </span>
        <span className={styles.count} role="status">
          {total !== undefined && t('count', { count: total })}
        </span>
        <Button variant="outlined" startIcon={<Icon name="import" size={15} />} onClick={onImport}>
          {t('import')}
        </Button>
        <Button variant="outlined" onClick={onCollection}>
          {t('import-many')}
        </Button>
        <Button
          variant="contained"
          startIcon={<Icon name="add" size={15} />}
          onClick={() => void start().catch(tellRefusal)}
        >
          {t('new')}
        </Button>
      </header>
      {pages.total === 0 ? (
        <div className={styles.none}>
          <h2>{t(emptyTitle(pages.query), { search: pages.query.search })}</h2>
          <p>{t(emptyHint(pages.query))}</p>
        </div>
      ) : (
        <RecipeList
          key={`${archived} ${search} ${tag} ${favourite}`}
          pages={pages}
          labels={labels}
          listRef={list}
          onAct={act}
        />
      )}
      {removing && (
        <RemoveDialog
          recipe={removing}
          onArchive={() => {
            setRemoving(undefined);
            void archive(removing, true).catch(tellRefusal);
          }}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </div>
  );
}

function emptyTitle({ search, archived, tag, favourite }: RecipeQuery) {
  if (tag !== '' || favourite) return 'none-marked';
  return search !== '' ? 'none-found' : archived ? 'none-archived' : 'none-yet';
}

function emptyHint(query: RecipeQuery) {
  return `${emptyTitle(query)}-hint` as const;
}

/** A text once it has not changed for a moment; emptied at once. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), text === '' ? 0 : rest);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
