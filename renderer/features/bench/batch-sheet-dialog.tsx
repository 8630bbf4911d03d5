/** @file The batch sheet: what to put on the scale, line by line, ticked off as it is done. */
import Button from '@mui/material/Button';
import { useEffect, useMemo, useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { type WeighingRow, weighOut } from '#perfumery/formula/scale.ts';
import { type DecimalText, decimal, toNumber } from '#perfumery/units/decimal.ts';
import type { Sheet } from '#renderer/shared/bench.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import table from '#renderer/ui/table.module.css';
import { cellText } from './cell-text.ts';
import { WeighOutDialog } from './weigh-out-dialog.tsx';

export function BatchSheetDialog({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) {
  const { t, language } = useText('bench');
  const { t: common } = useText('common');
  const { t: stock } = useText('stock');
  const [isTaking, setTaking] = useState(false);
  const { recipe, accords } = sheet;
  const materials = useStudio((studio) => studio.materials);
  const resolution = useStudio((studio) => studio.settings.scaleResolution);
  const { rows, total } = useMemo(
    () => weighOut(recipe.formula, recipe.product, decimal(resolution)),
    [recipe.formula, recipe.product, resolution],
  );
  const [marks, mark] = useMarks(recipe.id);
  const places = decimalPlaces(resolution);
  const done = rows.filter((row) => marks.has(keyOf(row))).length;

  function nameOf({ lineId, materialId }: WeighingRow): string {
    const ingredient = recipe.formula.lines.find(({ id }) => id === lineId)?.ingredient;
    if (ingredient?.kind === 'accord') {
      const accord = accords.get(ingredient.trialId);
      return accord
        ? t('accord-of', { name: inLanguage(accord.recipeName, language), number: accord.number })
        : t('accord-missing');
    }
    const material = materialId && materials.get(materialId)?.material;
    return material ? inLanguage(material.name, language) : t('material-missing');
  }
  const strengthOf = ({ lineId }: WeighingRow) => {
    const line = recipe.formula.lines.find(({ id }) => id === lineId);
    if (!line || line.dilution === '100') return '';
    const solvent = line.solventId && materials.get(line.solventId)?.material;
    return ` ${line.dilution} %${solvent ? ` · ${inLanguage(solvent.name, language)}` : ''}`;
  };

  return (
    <Dialog
      title={t('weigh-name', { name: inLanguage(recipe.name, language) || t('untitled') })}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <span style={{ flex: 1, paddingLeft: 16, fontSize: 12.5 }} role="status">
            {t('weigh-done', { done, total: rows.length })}
          </span>
          <Button onClick={() => mark(new Set())}>{t('weigh-clear')}</Button>
          <Button disabled={rows.length === 0} onClick={() => setTaking(true)}>
            {stock('take-from-stock')}
          </Button>
          <Button variant="contained" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      {isTaking && <WeighOutDialog recipe={recipe} onClose={() => setTaking(false)} />}
      <p className={table.hint}>
        {t('weigh-hint')} {t('weigh-resolution', { resolution })}
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" aria-label={t('weigh-done', { done, total: rows.length })} />
            <th scope="col">{t('material')}</th>
            <th scope="col" className={table.number}>
              {t('weigh-target')}, g
            </th>
            <th scope="col" className={table.number}>
              {t('weigh-exact')}, g
            </th>
            <th scope="col" className={table.number}>
              {t('weigh-error')}, %
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = keyOf(row);
            const isDone = marks.has(key);
            return (
              <tr key={key} style={isDone ? { opacity: 0.55 } : undefined}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={nameOf(row)}
                    checked={isDone}
                    onChange={() => {
                      const next = new Set(marks);
                      if (!next.delete(key)) next.add(key);
                      mark(next);
                    }}
                  />
                </td>
                <td>
                  {nameOf(row)}
                  <span className={table.quiet}>{strengthOf(row)}</span>
                  {row.hint && (
                    <div className={table.warn}>
                      {row.hint.how === 'dilute'
                        ? t('weigh-dilute', {
                            percent: cellText(row.hint.percent, 2),
                            grams: cellText(row.hint.grams, 3),
                          })
                        : t('weigh-larger', { batch: cellText(row.hint.batch, 3) })}
                    </div>
                  )}
                </td>
                <td className={table.number}>
                  <strong>{toNumber(row.weigh).toFixed(places)}</strong>
                </td>
                <td className={table.number}>{cellText(row.exact, 4)}</td>
                <td className={table.number}>{row.error === 0n ? '0' : cellText(row.error, 2)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td>{t('weigh-final')}</td>
            <td className={table.number}>
              <strong>{toNumber(total).toFixed(places)}</strong>
            </td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </Dialog>
  );
}

function keyOf({ lineId, materialId }: WeighingRow): string {
  return lineId ?? `carrier-${materialId ?? ''}`;
}

function decimalPlaces(text: DecimalText): number {
  return text.split('.')[1]?.length ?? 0;
}

/** Check-marks that stay until they are cleared, also over a restart. */
function useMarks(recipeId: RecipeId): [ReadonlySet<string>, (marks: ReadonlySet<string>) => void] {
  const client = useStudio((studio) => studio.client);
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    client.desk.weighed({ recipeId }).then((kept) => setMarks(new Set(kept.marks)), tellRefusal);
  }, [client, recipeId]);
  return [
    marks,
    (next) => {
      setMarks(next);
      client.desk.keepWeighed({ recipeId, marks: [...next] }).catch(tellRefusal);
    },
  ];
}
