import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import styles from './stock.module.css';
import type { StockSeen } from './use-stock.ts';

const nobody = { supplierId: '', name: '', contact: '', note: '' };

/** Who the perfumer buys from, and how they are reached. */
export function SupplierList({ suppliers }: Pick<StockSeen, 'suppliers'>) {
  const { t } = useText('stock');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const [draft, setDraft] = useState(nobody);
  const save = () =>
    client.stock
      .keepSupplier({
        name: draft.name,
        contact: draft.contact,
        note: draft.note,
        ...(draft.supplierId && { supplierId: draft.supplierId }),
      })
      .then(() => setDraft(nobody), tellRefusal);
  return (
    <>
      {suppliers.length === 0 && <p className={table.hint}>{t('no-suppliers')}</p>}
      <ul>
        {suppliers.map(({ id, name, contact, note }) => (
          <li key={id}>
            {[name, contact].filter(Boolean).join(' · ')}{' '}
            <Button
              aria-label={t('edit-supplier', { name })}
              onClick={() => setDraft({ supplierId: id, name, contact, note })}
            >
              {common('edit')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.form}
        aria-label={t('add-supplier')}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('supplier-name')}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <TextField
          label={t('contact')}
          value={draft.contact}
          onChange={(event) => setDraft({ ...draft, contact: event.target.value })}
        />
        <Button type="submit" variant="outlined">
          {draft.supplierId ? common('save') : t('add-supplier')}
        </Button>
      </form>
    </>
  );
}
