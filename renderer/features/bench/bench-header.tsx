/** @file The head of the bench: what the recipe is called, whether it is saved, and what can be done with it as a whole. */
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { type AmountUnit, amountUnits } from '#perfumery/formula/amounts.ts';
import { balance } from '#perfumery/formula/balance.ts';
import { scaleToBatch } from '#perfumery/formula/scale.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { edit, redo, type Sheet, undo } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './bench-header.module.css';

interface Props {
  readonly recipeId: RecipeId;
  readonly sheet: Sheet;
  readonly unit: AmountUnit;
  readonly onUnit: (unit: AmountUnit) => void;
  readonly onOpen: (dialog: 'trials' | 'exploded' | 'batch' | 'paste' | 'export' | 'brief') => void;
  readonly onKeep: () => void;
}

export function BenchHeader({ recipeId, sheet, unit, onUnit, onOpen, onKeep }: Props) {
  const { t, language } = useText('bench');
  const { t: common } = useText('common');
  const { recipe, saving } = sheet;
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
    const balanced = balance(recipe.formula, { total: decimal(total), places: 2 });
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
      <span className={styles.saving} data-saving={saving} role="status">
        {saving === 'saved' ? common('saved') : saving === 'saving' ? common('saving') : common('save-failed')}
      </span>
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
        <NamedIconButton icon="explode" label={t('exploded')} onClick={open('exploded')} />
        <NamedIconButton icon="scale" label={t('batch-sheet')} onClick={open('batch')} />
        <Button variant="outlined" startIcon={<Icon name="tree" size={15} />} onClick={open('trials')}>
          {t('trials')} {recipe.trials.length > 0 && recipe.trials.length}
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
              edit(recipeId, {
                kind: 'scale',
                formula: scaleToBatch(recipe.formula, recipe.product, decimal(resolution)),
              });
            }}
          >
            {t('scale-to-batch', { batch: recipe.product.batch, resolution })}
          </MenuItem>
          <MenuItem dense divider onClick={open('paste')}>
            {t('paste')}
          </MenuItem>
          <MenuItem dense onClick={open('brief')}>
            {t('brief')}
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
}
