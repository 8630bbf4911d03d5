/** @file The formula as a grid: only the rows in sight are drawn, so 2,000 lines scroll like twenty. */
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { LineId, MaterialId, RecipeId } from '#foundation/ids.ts';
import { type AmountUnit, amountScale, amountsOf } from '#perfumery/formula/amounts.ts';
import { addLine, moveLine, removeLines, setCarrier, setDilution, setLocked } from '#perfumery/formula/edit.ts';
import type { Formula, Line, Product } from '#perfumery/formula/formula.ts';
import { formulaTotals } from '#perfumery/formula/formula-totals.ts';
import { lineDensity } from '#perfumery/formula/line-density.ts';
import type { EditKind } from '#perfumery/formula/recipe.ts';
import { swapLine } from '#perfumery/formula/swap.ts';
import type { Material } from '#perfumery/material/material.ts';
import { decimal, decimalText } from '#perfumery/units/decimal.ts';
import { useAnswer } from '#renderer/shared/answer.ts';
import { edit, fetchAccords, type Sheet, undo, useBench } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { materialOf, useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { cellText } from './cell-text.ts';
import { focusAdd, focusCell } from './focus-line.ts';
import styles from './formula-grid.module.css';
import type { LineActions } from './line-actions.ts';
import { lineFlags } from './line-flags.ts';
import { LineRow } from './line-row.tsx';
import { MaterialPicker, type Picked } from './material-picker.tsx';
import { newLine, usualDilution } from './new-line.ts';

const rowHeight = 32;

interface Props {
  readonly recipeId: RecipeId;
  readonly formula: Formula;
  readonly product: Product;
  readonly accords: Sheet['accords'];
  readonly unit: AmountUnit;
  /** Lines that some other part of the screen points at; `at` tells one pointing from the next. */
  readonly lit: { readonly lineIds: readonly LineId[]; readonly at: number };
  readonly onNote: (lineId: LineId) => void;
  readonly onShowMaterial: (materialId: MaterialId) => void;
  readonly onSimilar: (recipeId: RecipeId, lineId: LineId) => void;
  readonly onPasteRows: (text: string) => void;
}

export const FormulaGrid = memo(function FormulaGrid({
  recipeId,
  formula,
  product,
  accords,
  unit,
  lit,
  onNote,
  onShowMaterial,
  onSimilar,
  onPasteRows,
}: Props) {
  const { t, language } = useText('bench');
  const materials = useStudio((studio) => studio.materials);
  const dropVolume = useStudio((studio) => studio.settings.dropVolume);
  const { lines } = formula;
  const answer = useAnswer(recipeId);
  const flags = useMemo(() => (answer ? lineFlags(answer, product.category) : new Map()), [answer, product.category]);
  const scale = useMemo(() => amountScale(formula, product), [formula, product]);
  const totals = useMemo(() => formulaTotals(formula), [formula]);
  const [swapping, setSwapping] = useState<LineId>();
  const [menu, setMenu] = useState<{ readonly lineId: LineId; readonly anchor: HTMLElement }>();
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    getItemKey: (index) => lines[index]?.id ?? index,
  });
  const solvents = useMemo(
    () =>
      [...materials.values()]
        .filter(({ material, archived }) => material.kind === 'solvent' && !archived)
        .map(({ material }) => ({ id: material.id, name: shortName(material, language) })),
    [materials, language],
  );

  const lastLit = useRef(0);
  if (lit.at !== lastLit.current) {
    lastLit.current = lit.at;
    const first = lines.findIndex(({ id }) => lit.lineIds.includes(id));
    if (first >= 0) queueMicrotask(() => rows.scrollToIndex(first, { align: 'center' }));
  }

  function change(kind: EditKind, make: (formula: Formula) => Formula): void {
    const now = useBench.getState().sheets[recipeId]?.recipe.formula;
    if (!now) return;
    try {
      edit(recipeId, { kind, formula: make(now) });
    } catch (error) {
      tellRefusal({ data: error });
    }
  }

  async function add(picked: Picked): Promise<void> {
    const line = newLine(ingredientOf(picked), 'material' in picked ? picked.material : undefined);
    if ('trialId' in picked) await fetchAccords(recipeId, [picked.trialId]);
    change('add-line', (now) => addLine(now, line));
    requestAnimationFrame(() => {
      const count = useBench.getState().sheets[recipeId]?.recipe.formula.lines.length ?? 1;
      rows.scrollToIndex(count - 1);
      focusCell(line.id, 'amount');
    });
  }

  function remove(lineId: LineId): void {
    const index = lines.findIndex(({ id }) => id === lineId);
    const gone = lines[index];
    change('remove-line', (now) => removeLines(now, [lineId]));
    const neighbour = lines[index + 1] ?? lines[index - 1];
    if (neighbour) focusCell(neighbour.id, 'amount');
    else focusAdd();
    tell({
      tone: 'plain',
      text: t('line-removed', { name: gone ? nameOf(gone) : '' }),
      action: { label: t('common:undo' as never), run: () => void undo(recipeId) },
    });
  }

  function step(lineId: LineId, cell: Parameters<LineActions['onKey']>[2], by: number): void {
    const index = lines.findIndex(({ id }) => id === lineId);
    const next = lines[index + by];
    if (!next) {
      if (by > 0) focusAdd();
      return;
    }
    rows.scrollToIndex(index + by);
    focusCell(next.id, cell === 'solvent' ? 'amount' : cell);
  }

  const live = { change, add, remove, step, lines };
  const latest = useRef(live);
  latest.current = live;
  const onPick = useCallback((picked: Picked) => void latest.current.add(picked), []);
  const actions = useMemo<LineActions>(
    () => ({
      onKey(event, lineId, cell) {
        const { change, remove, step, lines } = latest.current;
        const index = lines.findIndex(({ id }) => id === lineId);
        const isCommand = event.ctrlKey || event.metaKey;
        if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          change('reorder', (now) => moveLine(now, lineId, index + (event.key === 'ArrowUp' ? -1 : 1)));
          focusCell(lineId, cell);
        } else if (isCommand && (event.key === 'Delete' || event.key === 'Backspace')) remove(lineId);
        else if (isCommand && event.key.toLowerCase() === 'l')
          change('lock', (now) => setLocked(now, lineId, !lines[index]?.locked));
        else if (event.key === 'ArrowDown') step(lineId, cell, 1);
        else if (event.key === 'ArrowUp') step(lineId, cell, -1);
        else if (event.key === 'Enter' && cell !== 'material') step(lineId, cell, event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
      },
      onSwapStart: setSwapping,
      onSwap(lineId, picked) {
        setSwapping(undefined);
        const usual = 'material' in picked ? usualDilution(picked.material) : { dilution: decimalText(decimal('100')) };
        const put = () =>
          latest.current.change('swap', (now) =>
            swapLine(now, lineId, {
              ingredient: ingredientOf(picked),
              dilution: decimal(usual.dilution),
              ...(usual.solventId && { solventId: usual.solventId }),
            }),
          );
        if ('trialId' in picked) void fetchAccords(recipeId, [picked.trialId]).then(put);
        else put();
        focusCell(lineId, 'amount');
      },
      onSolvent(lineId, solventId) {
        const dilution = latest.current.lines.find(({ id }) => id === lineId)?.dilution;
        if (dilution) latest.current.change('dilution', (now) => setDilution(now, lineId, dilution, solventId));
      },
      onMenu: (event, lineId) => setMenu({ lineId, anchor: event.currentTarget }),
      onLock: (lineId) =>
        latest.current.change('lock', (now) =>
          setLocked(now, lineId, !latest.current.lines.find(({ id }) => id === lineId)?.locked),
        ),
      onDrop(dragged, target) {
        const index = latest.current.lines.findIndex(({ id }) => id === target);
        if (dragged && dragged !== target && index >= 0)
          latest.current.change('reorder', (now) => moveLine(now, dragged, index));
      },
    }),
    [recipeId],
  );

  function nameOf({ ingredient }: Line): string {
    if (ingredient.kind === 'accord')
      return (
        accordName(accords, ingredient.trialId, (name, number) => t('accord-of', { name, number }), language) ??
        t('accord-missing')
      );
    const material = materials.get(ingredient.materialId)?.material;
    return material ? inLanguage(material.name, language) : t('material-missing');
  }

  const chosen = menu && lines.find(({ id }) => id === menu.lineId);
  const inMenu = (run: () => void) => () => {
    setMenu(undefined);
    run();
  };

  return (
    <div className={styles.grid} role="grid" aria-label={t('formula')} aria-rowcount={lines.length + 1}>
      <div className={styles.head} role="row">
        <span role="columnheader">{t('line')}</span>
        <span role="columnheader">{t('material')}</span>
        <span role="columnheader" className={styles.right}>
          {unit === 'parts' ? t('amount') : t(`unit.${unit}`)}
        </span>
        <span role="columnheader" className={styles.right} title={t('of-concentrate-long')}>
          {t('of-concentrate')}
        </span>
        <span role="columnheader" className={styles.right} title={t('grams-long')}>
          {t('grams')}
        </span>
        <span role="columnheader" title={t('dilution-long')}>
          {t('dilution')} %
        </span>
        <span role="columnheader" aria-label={t('more-actions')} />
      </div>
      <div className={styles.scroll} ref={scroll} role="rowgroup">
        {lines.length === 0 && (
          <div className={styles.empty} role="row">
            <span role="gridcell">{t('type-material')}</span>
          </div>
        )}
        <div className={styles.space} style={{ height: rows.getTotalSize() }} role="presentation">
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            const density = lineDensity(line, materialOf);
            const volumes = { density, dropVolume: decimal(dropVolume) };
            const amounts = amountsOf(line, scale, volumes);
            const shown = amounts[unit];
            const { ingredient } = line;
            return (
              <LineRow
                key={line.id}
                recipeId={recipeId}
                line={line}
                number={index + 1}
                top={start}
                unit={unit}
                density={density}
                dropVolume={dropVolume}
                amount={shown === undefined ? '' : unit === 'parts' ? line.parts : cellText(shown, 4)}
                percent={line.carrier ? '–' : cellText(amounts.percent, 3)}
                grams={cellText(amounts.gram, 4)}
                name={nameOf(line)}
                family={ingredient.kind === 'material' ? materialOf(ingredient.materialId)?.family : undefined}
                lot={ingredient.kind === 'material' ? materials.get(ingredient.materialId)?.lot : undefined}
                solvents={solvents}
                flag={flags.get(line.id)}
                isSwapping={swapping === line.id}
                isLit={lit.lineIds.includes(line.id)}
                isLast={index === lines.length - 1}
                actions={actions}
              />
            );
          })}
        </div>
      </div>
      <div className={styles.add} role="row">
        <span role="gridcell" aria-hidden="true">
          <Icon name="add" size={16} />
        </span>
        <span role="gridcell" style={{ height: '100%' }}>
          <MaterialPicker
            isAddLine
            label={t('add-line-label')}
            placeholder={t('add-line')}
            except={recipeId}
            onPick={onPick}
            onPasteRows={onPasteRows}
          />
        </span>
      </div>
      <div className={styles.foot} role="row">
        <span role="gridcell" aria-label={t('total')}>
          Σ
        </span>
        <span role="gridcell">{t('lines', { count: lines.length })}</span>
        <span role="gridcell" className={styles.right} data-total-parts={decimalText(totals.total)}>
          {decimalText(totals.total)}
        </span>
        <span role="gridcell" className={styles.right}>
          {totals.concentrate > 0n ? '100 %' : '–'}
        </span>
        <span role="gridcell" className={styles.right}>
          {cellText(batchMass(scale, totals), 4)} g
        </span>
        <span role="gridcell" />
        <span role="gridcell" />
      </div>
      {chosen && menu && (
        <Menu open anchorEl={menu.anchor} onClose={() => setMenu(undefined)}>
          <MenuItem dense onClick={inMenu(() => setSwapping(chosen.id))}>
            {t('swap')}
          </MenuItem>
          {chosen.ingredient.kind === 'material' && (
            <MenuItem dense onClick={inMenu(() => onSimilar(recipeId, chosen.id))}>
              {t('substitutes:similar' as never)}
            </MenuItem>
          )}
          <MenuItem dense onClick={inMenu(() => change('lock', (now) => setLocked(now, chosen.id, !chosen.locked)))}>
            {chosen.locked ? t('unlock') : t('lock')} · Ctrl+L
          </MenuItem>
          <MenuItem dense onClick={inMenu(() => onNote(chosen.id))}>
            {t('edit-note')}
          </MenuItem>
          <MenuItem
            dense
            onClick={inMenu(() => change('carrier', (now) => setCarrier(now, chosen.id, !chosen.carrier)))}
          >
            {chosen.carrier ? t('make-concentrate') : t('make-carrier')}
          </MenuItem>
          {chosen.ingredient.kind === 'material' && (
            <MenuItem
              dense
              onClick={inMenu(
                () => chosen.ingredient.kind === 'material' && onShowMaterial(chosen.ingredient.materialId),
              )}
            >
              {t('open-material')}
            </MenuItem>
          )}
          <MenuItem
            dense
            onClick={inMenu(() => change('reorder', (now) => moveLine(now, chosen.id, lines.indexOf(chosen) - 1)))}
          >
            {t('move-up')} · Alt+↑
          </MenuItem>
          <MenuItem
            dense
            onClick={inMenu(() => change('reorder', (now) => moveLine(now, chosen.id, lines.indexOf(chosen) + 1)))}
          >
            {t('move-down')} · Alt+↓
          </MenuItem>
          <MenuItem dense onClick={inMenu(() => remove(chosen.id))}>
            {t('common:remove' as never)} · Ctrl+Del
          </MenuItem>
        </Menu>
      )}
    </div>
  );
});

function ingredientOf(picked: Picked) {
  return 'material' in picked
    ? ({ kind: 'material', materialId: picked.material.material.id } as const)
    : ({ kind: 'accord', recipeId: picked.recipeId, trialId: picked.trialId } as const);
}

function accordName(
  accords: Sheet['accords'],
  trialId: string,
  words: (name: string, number: number) => string,
  language: 'ko' | 'en',
): string | undefined {
  const trial = accords.get(trialId as never);
  return trial && words(inLanguage(trial.recipeName, language), trial.number);
}

function batchMass(
  { batch, dosage, carrier }: ReturnType<typeof amountScale>,
  { concentrate }: ReturnType<typeof formulaTotals>,
): bigint {
  if (carrier > 0n) return batch;
  return concentrate === 0n ? 0n : (batch * dosage) / (100n * 1_000_000_000n);
}

/** What a solvent is called at the bench: DPG rather than dipropylene glycol, where there is such a word. */
function shortName({ name, aliases }: Material, language: 'ko' | 'en'): string {
  return aliases.en.find((alias) => /^[A-Z]{2,4}$/.test(alias)) ?? inLanguage(name, language);
}
