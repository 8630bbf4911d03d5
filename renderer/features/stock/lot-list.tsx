import Button from '@mui/material/Button';
import { useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { type Lot, priceOfLot } from '#perfumery/stock/lot.ts';
import { byExpiry } from '#perfumery/stock/take-from-lots.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { TagField } from '#renderer/shared/tag-field.tsx';
import { useText } from '#renderer/shared/text.ts';
import { localDay, useAsked } from '#renderer/shared/working-day.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import table from '#renderer/ui/table.module.css';
import { LotDialog } from './lot-dialog.tsx';
import styles from './stock.module.css';
import { type LotSeen, type StockSeen, useMaterialName, useTellAct } from './use-stock.ts';

/** The lots on the shelf, by material, in the order in which they are used up; with the perfumer's marks on each material. */
export function LotList({ stock }: { readonly stock: StockSeen }) {
  const { t } = useText('stock');
  const numbers = useNumbers();
  const nameOf = useMaterialName();
  const tellAct = useTellAct();
  const client = useStudio((studio) => studio.client);
  const labels = useAsked(['labels'], 'all', (asked) => asked.labels.list());
  const [typed, setTyped] = useState('');
  const [correcting, correct] = useState<LotSeen>();
  const today = localDay();
  const wanted = typed.normalize('NFC').trim().toLowerCase();
  const supplierOf = (id: string | undefined) => stock.suppliers.find((one) => one.id === id)?.name ?? '';
  const shown = stock.lots.filter(({ materialId, number, place, note }) =>
    [nameOf(materialId), number, place, note].some((one) => one.toLowerCase().includes(wanted)),
  );
  const byMaterial = [...Map.groupBy(shown, ({ materialId }) => materialId)].sort(([a], [b]) =>
    nameOf(a).localeCompare(nameOf(b)),
  );
  const allTags = [...new Set([...(labels?.recipes ?? []), ...(labels?.materials ?? [])].flatMap((one) => one.tags))];

  if (stock.lots.length === 0) {
    return (
      <>
        <h2>{t('none-yet')}</h2>
        <p className={table.hint}>{t('none-yet-hint')}</p>
      </>
    );
  }
  return (
    <>
      <input
        className={styles.input}
        aria-label={t('search')}
        placeholder={t('search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {byMaterial.map(([materialId, lots]) => {
        const label = labels?.materials.find((one) => one.materialId === materialId);
        const name = nameOf(materialId);
        return (
          <section key={materialId} aria-label={name}>
            <h2>
              {name}{' '}
              <span className={label?.isFavourite ? styles.on : undefined}>
                <NamedIconButton
                  icon="star"
                  size={15}
                  pressed={label?.isFavourite ?? false}
                  label={t('favourite-of', { name })}
                  onClick={() =>
                    void client.labels.material({ materialId, isFavourite: !label?.isFavourite }).catch(tellRefusal)
                  }
                />
              </span>
            </h2>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t('number')}</th>
                  <th scope="col" className={table.number}>
                    {t('left')}
                  </th>
                  <th scope="col" className={table.number}>
                    {t('price')}
                  </th>
                  <th scope="col">{t('bought')}</th>
                  <th scope="col">{t('expires')}</th>
                  <th scope="col">{t('place')}</th>
                  <th scope="col">{t('supplier')}</th>
                  <th scope="col" aria-label={t('correct')} />
                </tr>
              </thead>
              <tbody>
                {[...lots]
                  .sort((a, b) => byExpiry(a as Lot, b as Lot))
                  .map((lot) => {
                    const price = priceOfLot(lot as Lot);
                    const named = { lot: lot.number || t('unnumbered'), material: name };
                    return (
                      <tr key={lot.id}>
                        <td>
                          {named.lot}
                          {lot.note && <div className={styles.note}>{lot.note}</div>}
                        </td>
                        <td className={table.number}>
                          {numbers.gram(lot.left)} / {numbers.gram(lot.quantity)}
                        </td>
                        <td className={table.number}>{price && numbers.money(price.perKilogram, price.currency)}</td>
                        <td>{lot.bought && numbers.day(lot.bought)}</td>
                        <td className={lot.expires && lot.expires < today ? table.warn : undefined}>
                          {lot.expires && numbers.day(lot.expires)}
                        </td>
                        <td>{lot.place}</td>
                        <td>{supplierOf(lot.supplierId)}</td>
                        <td className={table.number}>
                          <Button aria-label={t('correct-of', named)} onClick={() => correct(lot)}>
                            {t('correct')}
                          </Button>
                          <NamedIconButton
                            icon="trash"
                            size={15}
                            label={t('throw-away-of', named)}
                            onClick={() =>
                              void client.stock
                                .throwAway({ lotId: lot.id })
                                .then((act) => tellAct(t('thrown-away'), act), tellRefusal)
                            }
                          />
                        </td>
                      </tr>
                    );
                  })}
              </tbody>
            </table>
            <div style={{ maxWidth: 480, paddingTop: 8 }}>
              <TagField
                label={t('tags-of', { name })}
                tags={label?.tags ?? []}
                known={allTags}
                onChange={(tags) =>
                  void client.labels.material({ materialId: materialId as MaterialId, tags }).catch(tellRefusal)
                }
              />
            </div>
          </section>
        );
      })}
      {correcting && <LotDialog lot={correcting} suppliers={stock.suppliers} onClose={() => correct(undefined)} />}
    </>
  );
}
