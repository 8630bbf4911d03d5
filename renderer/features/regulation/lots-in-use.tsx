import { useId, useState } from 'react';
import type { LotComposition } from '#perfumery/material/lot-composition.ts';
import type { Constituent } from '#perfumery/material/material.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { keepMaterial, useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './regulation.module.css';

interface Props {
  readonly entry: LibraryMaterial;
  readonly known: readonly LotComposition[];
  readonly onChanged: () => void;
}

/** The typical composition and those of lots; by one of them the material is judged. */
export function LotsInUse({ entry, known, onChanged }: Props) {
  const { t, language } = useText('regulation');
  const { t: common } = useText('common');
  const numbers = useNumbers();
  const client = useStudio((studio) => studio.client);
  const onShelf = useAsked(['stock'], 'all', (asked) => asked.stock.read())?.lots;
  const group = useId();
  const [pending, setPending] = useState<string>();
  const { material, lot: used } = entry;
  const chosen = pending ?? used?.id ?? 'typical';
  const materialId = material.id;
  const name = inLanguage(material.name, language);

  const choose = (lot: LotComposition | undefined) => {
    setPending(lot?.id ?? 'typical');
    return client.compositions
      .use({ materialId, compositionId: lot?.id ?? null })
      .then((now) => {
        keepMaterial(now as LibraryMaterial);
        tell({ tone: 'good', text: lot ? t('lot-used', { name, lot: lot.lot }) : t('typical-used', { name }) });
      }, tellRefusal)
      .finally(() => setPending(undefined));
  };
  const remove = (lot: LotComposition) =>
    client.compositions.remove({ compositionId: lot.id }).then(() => {
      onChanged();
      tell({
        tone: 'plain',
        text: t('lot-removed', { lot: lot.lot }),
        action: { label: common('undo'), run: () => void restore(lot) },
      });
    }, tellRefusal);
  const restore = ({ id: _, kept: __, constituents, ...lot }: LotComposition) =>
    client.compositions
      .keep({
        ...lot,
        shares: constituents.map(({ cas, name: called, typical }) => ({ cas, name: called, typical })),
        isUsed: used?.id === _,
      })
      .then(onChanged, tellRefusal);
  const content = (constituents: readonly Constituent[]) => {
    const whole = constituents.reduce((sum, { typical }) => sum + typical, 0);
    return t('composition-read', { count: constituents.length, total: numbers.percent(decimalOf(whole), 4) });
  };
  const isGone = ({ lotId }: LotComposition) =>
    lotId !== undefined && onShelf && !onShelf.some(({ id }) => id === lotId);

  return (
    <fieldset className={styles.lots}>
      <legend>{t('judged-by')}</legend>
      <label className={styles.lot} data-chosen={chosen === 'typical'}>
        <input type="radio" name={group} checked={chosen === 'typical'} onChange={() => void choose(undefined)} />
        <span className={styles.lotWords}>
          <b className={styles.lotName}>{t('typical')}</b>
          <span className={styles.quiet}>
            {material.constituents ? content(material.constituents) : t('typical-unknown')}
          </span>
        </span>
      </label>
      {known.map((lot) => (
        <div key={lot.id} className={styles.lotRow}>
          <label className={styles.lot} data-chosen={chosen === lot.id}>
            <input type="radio" name={group} checked={chosen === lot.id} onChange={() => void choose(lot)} />
            <span className={styles.lotWords}>
              <b className={styles.lotName}>{t('lot-named', { lot: lot.lot })}</b>
              <span className={styles.quiet}>
                {[
                  t(`origin.${lot.origin}`),
                  lot.date && numbers.day(lot.date),
                  content(lot.constituents),
                  isGone(lot) && t('lot-gone'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </label>
          <NamedIconButton
            icon="trash"
            size={15}
            label={t('lot-remove', { lot: lot.lot })}
            onClick={() => void remove(lot)}
          />
        </div>
      ))}
    </fieldset>
  );
}
