/** @file What was paid for a material over time, and what a price does to every recipe. */
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import type { Price } from '#perfumery/material/shelf.ts';
import { type Lot, priceHistory } from '#perfumery/stock/lot.ts';
import { typedFigure } from '#renderer/shared/figure.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { localDay, useAsked } from '#renderer/shared/working-day.ts';
import table from '#renderer/ui/table.module.css';
import { MaterialChoice } from './material-choice.tsx';
import { type StockSeen, useMaterialName } from './use-stock.ts';

export function PriceList({ stock }: { readonly stock: StockSeen }) {
  const { t } = useText('stock');
  const numbers = useNumbers();
  const nameOf = useMaterialName();
  const materials = useStudio((studio) => studio.materials);
  const currency = useStudio(({ settings }) => settings.currency);
  const [materialId, choose] = useState<MaterialId | undefined>(stock.lots[0]?.materialId as MaterialId | undefined);
  const [typed, setTyped] = useState('');
  const history = priceHistory(stock.lots.filter((lot) => lot.materialId === materialId) as Lot[]);
  const onShelf = materialId && materials.get(materialId)?.shelf.price;
  const { value } = typedFigure(typed);
  const asked: Price | undefined = value && {
    perKilogram: value,
    currency: onShelf?.currency ?? currency,
    date: localDay(),
  };
  return (
    <>
      <div style={{ display: 'flex', gap: 12, padding: '8px 0', maxWidth: 620 }}>
        <div style={{ flex: 2 }}>
          <MaterialChoice label={t('material')} value={materialId} onChange={choose} />
        </div>
        <TextField
          style={{ flex: 1 }}
          label={`${t('what-if')}, ${onShelf?.currency ?? currency}`}
          value={typed}
          error={typed.trim() !== '' && !value}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {materialId && (
        <>
          <h2>
            {t('history')}: {nameOf(materialId)}
          </h2>
          {history.length === 0 && <p className={table.hint}>{t('history-none')}</p>}
          <ul>
            {onShelf && (
              <li>
                {numbers.money(onShelf.perKilogram, onShelf.currency)} · {numbers.day(onShelf.date)} · {t('price-now')}
              </li>
            )}
            {history.map(({ lotId, perKilogram, currency: paidIn, date }) => (
              <li key={lotId}>
                {numbers.money(perKilogram, paidIn)} · {numbers.day(date)}
              </li>
            ))}
          </ul>
          {asked ? (
            <Effects materialId={materialId} after={asked} />
          ) : (
            history[1] && (
              <Effects materialId={materialId} before={priceOf(history[1])} after={onShelf ?? priceOf(history[0])} />
            )
          )}
        </>
      )}
    </>
  );
}

function priceOf(price: Price | undefined): Price | undefined {
  return price && { perKilogram: price.perKilogram, currency: price.currency, date: price.date };
}

interface EffectsProps {
  readonly materialId: MaterialId;
  /** Absent: the price on the shelf. */
  readonly before?: Price | undefined;
  readonly after: Price | undefined;
}

function Effects({ materialId, before, after }: EffectsProps) {
  const { t, language } = useText('stock');
  const numbers = useNumbers();
  const key = JSON.stringify([materialId, before, after]);
  const effects = useAsked(['stock'], key, (client) =>
    client.stock.priceEffects({ materialId, ...(before && { before }), after: after ?? null }),
  );
  if (!effects) return null;
  if (effects.recipes.length === 0) return <p className={table.hint}>{t('effects-none')}</p>;
  return (
    <table className={table.table}>
      <caption className={table.hint}>{t('effects')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('recipe')}</th>
          <th scope="col" className={table.number}>
            {t('before')}
          </th>
          <th scope="col" className={table.number}>
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {effects.recipes.map((one) => (
          <tr key={one.recipeId}>
            <td>{inLanguage(one.name, language)}</td>
            <td className={table.number}>{numbers.money(one.before, effects.currency)}</td>
            <td className={table.number}>{numbers.money(one.after, effects.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
