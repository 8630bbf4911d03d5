/** @file What the perfumer has of a material: where from, for how much, how much is left. */
import type { ReactNode } from 'react';
import type { Shelf } from '#perfumery/material/shelf.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './material-facts.module.css';

export function ShelfFacts({ shelf }: { readonly shelf: Shelf }) {
  const { t, language } = useText('materials');
  const numbers = useNumbers();
  const materials = useStudio((studio) => studio.materials);
  const { supplier, sku, price, stock, location, note, dilutions } = shelf;
  const nameOf = (id: (typeof dilutions)[number]['solventId']) => {
    const found = materials.get(id);
    return found ? inLanguage(found.material.name, language) : id;
  };
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('supplier'), supplier],
    [t('sku'), sku],
    [
      t('price'),
      price &&
        t('price-on', { price: numbers.money(price.perKilogram, price.currency), date: numbers.day(price.date) }),
    ],
    [t('stock'), stock !== undefined && numbers.gram(stock)],
    [t('location'), location],
    [
      t('dilutions'),
      dilutions
        .map(({ percent, solventId }) =>
          t('dilution-in', { percent: numbers.percentExact(percent), solvent: nameOf(solventId) }),
        )
        .join(', '),
    ],
    [t('note'), note && <span className={styles.prose}>{note}</span>],
  ];
  const noted = facts.filter(([, value]) => value);
  if (noted.length === 0) return <p className={table.hint}>{t('nothing-on-shelf')}</p>;
  return (
    <dl className={styles.list}>
      {noted.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd className={styles.wideFact}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
