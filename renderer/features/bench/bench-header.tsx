/** @file The head of the bench: what the recipe is called, whether it is saved, and what can be done with it as a whole. */
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { memo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { RecipeId } from '#foundation/ids.ts';
import { type AmountUnit, amountUnits } from '#perfumery/formula/amounts.ts';
import { balance } from '#perfumery/formula/balance.ts';
import { scaleToBatch } from '#perfumery/formula/scale.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { edit, redo, type Sheet, undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './bench-header.module.css';

interface Props {
  readonly recipeId: RecipeId;
  readonly unit: AmountUnit;
  readonly onUnit: (unit: AmountUnit) => void;
  readonly onOpen: (
    dialog: 'trials' | 'exploded' | 'batch' | 'paste' | 'export' | 'brief' | 'evolution' | 'documents' | 'assistant',
  ) => void;
  readonly onKeep: () => void;
}

export const BenchHeader = memo(function BenchHeader({ recipeId, unit, onUnit, onOpen, onKeep }: Props) {
  const { t, language } = useText('bench');
  const { t: common } = useText('common');
  const recipe = useBench(useShallow((bench) => headOf(bench.sheets[recipeId])));
  const [more, setMore] = useState<HTMLElement>();
  const name = inLanguage(recipe.name, language);
  const [typed, setTyped] = useState<string>();
  const client = useStudio((studio) => studio.client);
  const resolution = useStudio((studio) => studio.settings.scaleResolution);

  function rename(to: string): void {
    setTyped(undefined);
    if (to.trim() === name) return;
    client.recipes.describe({ recipeId, name: { ...recipe.name, [language]: to.trim() } }).catch(tellRefusal);
  }

  function balanceTo(total: string): void {
    setMore(undefined);
    const now = useBench.getState().sheets[recipeId]?.recipe;
    if (!now) return;
    const balanced = balance(now.formula, { total: decimal(total), places: 2 });
    if ('formula' in balanced) edit(recipeId, { kind: 'balance', formula: balanced.formula });
    else
      tell({
        tone: 'plain',
        text: t(balanced.refused === 'locked-exceed' ? 'balance-refused' : 'balance-nothing', { total }),
      });
  }

  const open = (dialog: Parameters<Props['onOpen']>[0]) => () => {
    setMore(undefined);
    onOpen(dialog);
  };

  return (
    <header className={styles.header}>
      <h1 className={styles.title}>
        <input
          className={styles.name}
          aria-label={t('recipe-name')}
          value={typed ?? name}
          placeholder={t('untitled')}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={(event) => rename(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') setTyped(undefined);
          }}
        />
      </h1>
      {recipe.isExample && <span className={styles.badge}>{t('example')}</span>}
      <SavingMark recipeId={recipeId} />
      <span className={styles.tools}>
        <NamedIconButton
          icon="undo"
          label={common('undo')}
          keys="Ctrl+Z"
          disabled={!recipe.canUndo}
          onClick={() => void undo(recipeId)}
        />
        <NamedIconButton
          icon="redo"
          label={common('redo')}
          keys="Ctrl+Shift+Z"
          disabled={!recipe.canRedo}
          onClick={() => void redo(recipeId)}
        />
        <i className={styles.gap} />
        <select
          className={styles.unit}
          aria-label={t('unit-of-amount')}
          value={unit}
          onChange={(event) => onUnit(event.target.value as AmountUnit)}
        >
          {amountUnits.map((one) => (
            <option key={one} value={one}>
              {t(`unit.${one}`)}
            </option>
          ))}
        </select>
        <NamedIconButton icon="evolution" label={t('evolution')} onClick={open('evolution')} />
        <NamedIconButton icon="explode" label={t('exploded')} onClick={open('exploded')} />
        <NamedIconButton icon="scale" label={t('batch-sheet')} onClick={open('batch')} />
        <Button variant="outlined" startIcon={<Icon name="tree" size={15} />} onClick={open('trials')}>
          {t('trials')} {recipe.trialCount > 0 && recipe.trialCount}
        </Button>
        <Button variant="contained" startIcon={<Icon name="keep" size={15} />} onClick={onKeep} title="Ctrl+S">
          {t('keep-trial')}
        </Button>
        <NamedIconButton icon="menu" label={t('more-actions')} onClick={(event) => setMore(event.currentTarget)} />
      </span>
      {more && (
        <Menu open anchorEl={more} onClose={() => setMore(undefined)}>
          <MenuItem dense onClick={() => balanceTo('100')}>
            {t('balance-to', { total: '100' })}
          </MenuItem>
          <MenuItem dense onClick={() => balanceTo('1000')}>
            {t('balance-to', { total: '1000' })}
          </MenuItem>
          <MenuItem
            dense
            onClick={() => {
              setMore(undefined);
              const now = useBench.getState().sheets[recipeId]?.recipe;
              if (now) {
                edit(recipeId, { kind: 'scale', formula: scaleToBatch(now.formula, now.product, decimal(resolution)) });
              }
            }}
          >
            {t('scale-to-batch', { batch: recipe.batch, resolution })}
          </MenuItem>
          <MenuItem dense divider onClick={open('paste')}>
            {t('paste')}
          </MenuItem>
          <MenuItem dense onClick={open('brief')}>
            {t('brief')}
          </MenuItem>
          <MenuItem dense onClick={open('assistant')}>
            {t('assistant')}
          </MenuItem>
          <MenuItem dense onClick={open('documents')}>
            {t('documents')}
          </MenuItem>
          <MenuItem dense onClick={open('export')}>
            {t('export')}
          </MenuItem>
          <MenuItem
            dense
            onClick={() => {
              setMore(undefined);
              setTimeout(() => window.print());
            }}
          >
            {t('print')}
          </MenuItem>
        </Menu>
      )}
    </header>
  );
});

/** Whether everything is on disk, for its own sake: it changes twice a keystroke. */
function SavingMark({ recipeId }: { readonly recipeId: RecipeId }) {
  const { t } = useText('common');
  const saving = useBench((bench) => bench.sheets[recipeId]?.saving ?? 'saved');
  return (
    <span className={styles.saving} data-saving={saving} role="status">
      {saving === 'saved' ? t('saved') : saving === 'saving' ? t('saving') : t('save-failed')}
    </span>
  );
}

const nothing = {
  name: { en: '', ko: '' },
  isExample: false,
  canUndo: false,
  canRedo: false,
  trialCount: 0,
  batch: '0',
};

/** What the head shows of a sheet: it is drawn again when one of these changes, not at every keystroke. */
function headOf(sheet: Sheet | undefined) {
  if (!sheet) return nothing;
  const { name, isExample, canUndo, canRedo, trials, product } = sheet.recipe;
  return { name, isExample, canUndo, canRedo, trialCount: trials.length, batch: product.batch };
}
