import { useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { decimal } from '#perfumery/units/decimal.ts';
import { typedFigure } from '#renderer/shared/figure.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { MaterialChoice } from './material-choice.tsx';
import styles from './stock.module.css';
import { type StockSeen, useMaterialName } from './use-stock.ts';

/** The materials that must always be there, and which of them to order again. An empty minimum stops watching. */
export function OrderList({ stock }: { readonly stock: StockSeen }) {
  const { t } = useText('stock');
  const numbers = useNumbers();
  const nameOf = useMaterialName();
  const client = useStudio((studio) => studio.client);
  const materials = useStudio((studio) => studio.materials);
  const [added, add] = useState<MaterialId>();

  function set(materialId: MaterialId, written: string): void {
    const { value, wrong } = typedFigure(written);
    if (wrong !== undefined) tell({ tone: 'bad', text: t('not-a-number', { text: wrong }) });
    else client.stock.setMinimum({ materialId, grams: value ?? null }).then(() => add(undefined), tellRefusal);
  }
  const minimum = (materialId: MaterialId, grams: string) => (
    <input
      key={grams}
      className={styles.input}
      style={{ width: 90 }}
      aria-label={t('minimum-of', { material: nameOf(materialId) })}
      defaultValue={grams}
      onBlur={(event) => event.target.value !== grams && set(materialId, event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
  const rows = [
    ...stock.minimums.map((one) => ({ materialId: one.materialId as MaterialId, grams: one.grams as string })),
    ...(added && !stock.minimums.some((one) => one.materialId === added) ? [{ materialId: added, grams: '' }] : []),
  ];
  return (
    <>
      <div style={{ maxWidth: 360, padding: '8px 0' }}>
        <MaterialChoice label={t('add-minimum')} value={undefined} onChange={(id) => id && add(id)} />
      </div>
      {rows.length === 0 && <p className={table.hint}>{t('nothing-to-order')}</p>}
      {rows.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('material')}</th>
              <th scope="col" className={table.number}>
                {t('stock')}
              </th>
              <th scope="col">{t('minimum')}</th>
              <th scope="col" aria-label={t('order')} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ materialId, grams }) => {
              const held = materials.get(materialId)?.shelf.stock;
              const isShort = grams !== '' && (held === undefined || decimal(held) < decimal(grams));
              return (
                <tr key={materialId}>
                  <td>{nameOf(materialId)}</td>
                  <td className={table.number}>{held === undefined ? t('uncounted') : numbers.gram(held)}</td>
                  <td>{minimum(materialId, grams)}</td>
                  <td className={isShort ? table.warn : table.quiet}>
                    {grams !== '' && t(isShort ? 'short' : 'enough')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}
