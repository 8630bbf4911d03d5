/** @file What stands on the shelf, what to order, what it costs, who sells it, and the accords made in the house. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { RecipeId } from '#foundation/ids.ts';
import { useText } from '#renderer/shared/text.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { AccordList } from './accord-list.tsx';
import { ActList } from './act-list.tsx';
import { LotDialog } from './lot-dialog.tsx';
import { LotList } from './lot-list.tsx';
import { OrderList } from './order-list.tsx';
import { PriceList } from './price-list.tsx';
import styles from './stock.module.css';
import { SupplierList } from './supplier-list.tsx';
import { useStock } from './use-stock.ts';

const views = ['lots', 'order', 'prices', 'suppliers', 'accords', 'acts'] as const;

export function StockPage({ onOpenRecipe }: { readonly onOpenRecipe: (recipeId: RecipeId) => void }) {
  const { t } = useText('stock');
  const [view, setView] = useState<(typeof views)[number]>('lots');
  const [isBuying, setBuying] = useState(false);
  const stock = useStock();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1>{t('title')}</h1>
        <Segmented
          legend={t('view')}
          options={views.map((key) => ({ key, label: t(key) }))}
          chosen={view}
          onChoose={setView}
        />
        <span className={styles.spring} />
        <Button variant="contained" onClick={() => setBuying(true)}>
          {t('buy')}
        </Button>
      </header>
      {stock && (
        <div className={styles.body}>
          {view === 'lots' && <LotList stock={stock} />}
          {view === 'order' && <OrderList stock={stock} />}
          {view === 'prices' && <PriceList stock={stock} />}
          {view === 'suppliers' && <SupplierList suppliers={stock.suppliers} />}
          {view === 'accords' && <AccordList onOpenRecipe={onOpenRecipe} />}
          {view === 'acts' && <ActList acts={stock.acts} />}
        </div>
      )}
      {isBuying && <LotDialog suppliers={stock?.suppliers ?? []} onClose={() => setBuying(false)} />}
    </div>
  );
}
