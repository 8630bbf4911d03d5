/** @file The box in which a few letters become a material or an accord: combobox and list, by keyboard alone. */
import Popper from '@mui/material/Popper';
import { memo, useEffect, useId, useRef, useState } from 'react';
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { RecipeHead } from '#perfumery/formula/recipe.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { familyColours } from '#renderer/ui/family-colour.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './material-picker.module.css';

export type Picked =
  | { readonly material: LibraryMaterial }
  | { readonly recipeId: RecipeId; readonly trialId: TrialId };

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly onPick: (picked: Picked) => void;
  readonly onCancel?: () => void;
  readonly onPasteRows?: (text: string) => void;
  /** An accord may not hold the recipe it is put in. */
  readonly except?: RecipeId;
  readonly autoFocus?: boolean;
  readonly isAddLine?: boolean;
}

/** A combobox over materials and accords. */
export const MaterialPicker = memo(function MaterialPicker({
  label,
  placeholder,
  onPick,
  onCancel,
  onPasteRows,
  except,
  autoFocus = false,
  isAddLine = false,
}: Props) {
  const { t, language } = useText('bench');
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const finder = useStudio((studio) => studio.finder);
  const found = text.trim() === '' ? [] : finder.find(text, 12);
  const accords = useAccords(text, except);
  const count = found.length + accords.length;
  const current = Math.min(at, Math.max(0, count - 1));

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  async function pick(index: number): Promise<void> {
    const match = found[index];
    const accord = accords[index - found.length];
    if (match) onPick({ material: match.material });
    else if (accord) {
      const trialId = await latestTrial(accord).catch(tellRefusal);
      if (!trialId) {
        tell({ tone: 'plain', text: t('accord-no-trial', { name: inLanguage(accord.name, language) }) });
        return;
      }
      onPick({ recipeId: accord.id, trialId });
    } else return;
    setText('');
    setAt(0);
    setOpen(false);
  }

  return (
    <>
      <input
        ref={input}
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen && count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(isOpen && count > 0 && { 'aria-activedescendant': `${listId}-${current}` })}
        {...(isAddLine && { 'data-add-line': '' })}
        placeholder={placeholder}
        value={text}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          onCancel?.();
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!onPasteRows || !/[\n\t]/.test(pasted.trim())) return;
          event.preventDefault();
          onPasteRows(pasted);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' && count > 0) setAt((current + 1) % count);
          else if (event.key === 'ArrowUp' && count > 0) setAt((current + count - 1) % count);
          else if (event.key === 'Enter' && text.trim() !== '') void pick(current);
          else if (event.key === 'Escape' && text === '') onCancel?.();
          else if (event.key === 'Escape') setText('');
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <Popper
        open={isOpen && text.trim() !== ''}
        anchorEl={input.current}
        placement="bottom-start"
        style={{ zIndex: 1400 }}
      >
        <div className={styles.list} id={listId} role="listbox" aria-label={label}>
          {found.map(({ material: entry }, index) => (
            <div
              key={entry.material.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void pick(index)}
              onKeyDown={undefined}
            >
              <span className={styles.dot} style={{ background: familyColours[entry.material.family] }} />
              <span className={styles.name}>{inLanguage(entry.material.name, language)}</span>
              <span className={styles.other}>{inLanguage(entry.material.name, language === 'ko' ? 'en' : 'ko')}</span>
              <span className={styles.cas}>{entry.material.cas[0] ?? ''}</span>
            </div>
          ))}
          {accords.length > 0 && (
            <div className={styles.heading} role="presentation">
              {t('accords')}
            </div>
          )}
          {accords.map((accord, index) => (
            <div
              key={accord.id}
              id={`${listId}-${found.length + index}`}
              role="option"
              aria-selected={found.length + index === current}
              className={styles.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => void pick(found.length + index)}
              onKeyDown={undefined}
            >
              <Icon name="accord" size={14} />
              <span className={styles.name}>{inLanguage(accord.name, language)}</span>
            </div>
          ))}
          {count === 0 && (
            <div className={styles.none} role="presentation">
              {t('none-found')}
              <small>{t('none-found-hint')}</small>
            </div>
          )}
        </div>
      </Popper>
    </>
  );
});

/** Recipes that could be used as an accord, by name; the newest answer wins. */
function useAccords(text: string, except: RecipeId | undefined): readonly RecipeHead[] {
  const client = useStudio((studio) => studio.client);
  const [found, setFound] = useState<readonly RecipeHead[]>([]);
  useEffect(() => {
    const search = text.trim();
    if (search.length < 2) return setFound([]);
    let isStale = false;
    const timer = setTimeout(() => {
      client.recipes.list({ search, limit: 5 }).then(
        ({ recipes }) => {
          if (!isStale)
            setFound((recipes as RecipeHead[]).filter(({ id, trialCount }) => id !== except && trialCount > 0));
        },
        () => setFound([]),
      );
    }, 80);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text, client, except]);
  return found;
}

async function latestTrial({ id }: RecipeHead): Promise<TrialId | undefined> {
  const { trials } = await useStudio.getState().client.recipes.open({ recipeId: id });
  return trials.at(-1)?.id as TrialId | undefined;
}
