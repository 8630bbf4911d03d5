/** @file A purchase, or what is known of a lot that is on the shelf. */
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { typedFigure } from '#renderer/shared/figure.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { localDay } from '#renderer/shared/working-day.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { MaterialChoice } from './material-choice.tsx';
import styles from './stock.module.css';
import { type LotSeen, type StockSeen, useMaterialName, useTellAct } from './use-stock.ts';

interface Props {
  /** Absent for a purchase. */
  readonly lot?: LotSeen;
  readonly suppliers: StockSeen['suppliers'];
  readonly onClose: () => void;
}

export function LotDialog({ lot, suppliers, onClose }: Props) {
  const { t } = useText('stock');
  const { t: common } = useText('common');
  const numbers = useNumbers();
  const client = useStudio((studio) => studio.client);
  const money = useStudio(({ settings }) => settings.currency);
  const nameOf = useMaterialName();
  const tellAct = useTellAct();
  const [materialId, setMaterial] = useState<MaterialId | undefined>(lot?.materialId as MaterialId | undefined);
  const [draft, setDraft] = useState({
    supplierId: lot?.supplierId ?? '',
    number: lot?.number ?? '',
    quantity: lot?.quantity ?? '',
    left: lot?.left ?? '',
    bought: lot ? (lot.bought ?? '') : localDay(),
    paid: lot?.paid?.amount ?? '',
    currency: lot?.paid?.currency ?? money,
    opened: lot?.opened ?? '',
    expires: lot?.expires ?? '',
    place: lot?.place ?? '',
    note: lot?.note ?? '',
  });
  const set = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));

  async function save(): Promise<void> {
    if (!materialId) return tell({ tone: 'bad', text: t('choose-material') });
    const [quantity, left, paid] = [typedFigure(draft.quantity), typedFigure(draft.left), typedFigure(draft.paid)];
    const isCurrency = !paid.value || /^[A-Z]{3}$/.test(draft.currency);
    const wrong = quantity.wrong ?? left.wrong ?? paid.wrong ?? (isCurrency ? undefined : draft.currency);
    if (wrong !== undefined) return tell({ tone: 'bad', text: t('not-a-number', { text: wrong }) });
    const facts = {
      materialId,
      ...(draft.supplierId && { supplierId: draft.supplierId }),
      number: draft.number.trim(),
      quantity: quantity.value ?? '0',
      ...(draft.bought && { bought: draft.bought }),
      ...(paid.value && { paid: { amount: paid.value, currency: draft.currency } }),
      ...(draft.opened && { opened: draft.opened }),
      ...(draft.expires && { expires: draft.expires }),
      place: draft.place.trim(),
      note: draft.note.trim(),
    };
    try {
      if (lot) {
        const { act } = await client.stock.correct({ lotId: lot.id, lot: { ...facts, left: left.value ?? '0' } });
        tellAct(t('corrected'), act);
      } else {
        const { act } = await client.stock.buy({ lot: facts });
        tellAct(
          t('bought-done', { grams: numbers.gram(quantity.value ?? ('0' as never)), material: nameOf(materialId) }),
          act,
        );
      }
      onClose();
    } catch (error) {
      tellRefusal(error);
    }
  }

  const field = (key: 'number' | 'quantity' | 'left' | 'paid' | 'currency' | 'place') => (
    <TextField
      label={t(key)}
      value={draft[key]}
      onChange={(event) => set({ [key]: key === 'currency' ? event.target.value.toUpperCase() : event.target.value })}
      slotProps={{ htmlInput: { maxLength: 100 } }}
    />
  );
  const day = (key: 'bought' | 'opened' | 'expires') => (
    <TextField
      label={t(key)}
      type="date"
      value={draft[key]}
      onChange={(event) => set({ [key]: event.target.value })}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Dialog
      title={t(lot ? 'correct-title' : 'buy-title')}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={() => void save()}>
          {common('save')}
        </Button>
      }
    >
      <div className={styles.form}>
        <div className={styles.whole}>
          <MaterialChoice
            label={t('material')}
            value={materialId}
            onChange={setMaterial}
            disabled={lot !== undefined}
          />
        </div>
        {field('quantity')}
        {lot && field('left')}
        {field('paid')}
        {field('currency')}
        {day('bought')}
        {day('expires')}
        {day('opened')}
        {field('number')}
        {field('place')}
        <label>
          {t('supplier')}{' '}
          <select
            className={styles.input}
            value={draft.supplierId}
            onChange={(event) => set({ supplierId: event.target.value as never })}
          >
            <option value="">{t('no-supplier')}</option>
            {suppliers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div className={styles.whole}>
          <TextField
            label={t('note')}
            multiline
            minRows={2}
            fullWidth
            value={draft.note}
            onChange={(event) => set({ note: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
        </div>
      </div>
    </Dialog>
  );
}
