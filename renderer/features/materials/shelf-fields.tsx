/** @file What stands on the perfumer's shelf: supplier, price, stock, dilutions. */
import Button from '@mui/material/Button';
import { useId } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { type DilutionDraft, type Draft, nextRow } from './draft.ts';
import { write } from './editing.ts';
import { useProblem } from './form-state.ts';
import styles from './material-form.module.css';
import { CellField, Said, TextField } from './text-field.tsx';

export function ShelfFields({ draft }: { readonly draft: Draft }) {
  const { t } = useText('materials');
  const currency = useStudio((studio) => studio.settings.currency);
  const { dilutions } = draft;

  /**
   * The first digit of a price also says in what and since when, as long as nobody said otherwise; when the price is taken back,
   * so is that.
   */
  function typePrice(price: string): void {
    const isFirst = draft.price === '' && price !== '';
    const isTakenBack = draft.price !== '' && price === '';
    write({
      price,
      ...(isFirst && draft.currency === '' && { currency }),
      ...(isFirst && draft.date === '' && { date: today() }),
      ...(isTakenBack && draft.date === today() && { date: '' }),
    });
  }

  return (
    <fieldset className={styles.group}>
      <legend>{t('shelf')}</legend>
      <div className={styles.grid}>
        <TextField
          name="supplier"
          label={t('supplier')}
          value={draft.supplier}
          onChange={(supplier) => write({ supplier })}
        />
        <TextField name="sku" label={t('sku')} width="quarter" value={draft.sku} onChange={(sku) => write({ sku })} />
        <TextField
          name="location"
          label={t('location')}
          width="quarter"
          value={draft.location}
          onChange={(location) => write({ location })}
        />
        <TextField name="price" label={t('price')} width="quarter" value={draft.price} onChange={typePrice} />
        <TextField
          name="currency"
          label={t('currency')}
          width="quarter"
          value={draft.currency}
          onChange={(typed) => write({ currency: typed.toUpperCase() })}
        />
        <TextField
          name="date"
          label={t('date')}
          width="quarter"
          type="date"
          value={draft.date}
          onChange={(date) => write({ date })}
        />
        <TextField
          name="stock"
          label={t('stock-g')}
          width="quarter"
          value={draft.stock}
          onChange={(stock) => write({ stock })}
        />
        <div className={`${styles.field} ${styles.whole}`}>
          <span>{t('dilutions')}</span>
          {dilutions.map((row, index) => (
            <Dilution key={row.row} row={row} index={index} rows={dilutions} />
          ))}
          <span>
            <Button
              size="small"
              startIcon={<Icon name="add" size={14} />}
              onClick={() =>
                write({ dilutions: [...dilutions, { row: nextRow(dilutions), percent: '', solventId: '' }] })
              }
            >
              {t('add-dilution')}
            </Button>
          </span>
        </div>
        <TextField
          name="note"
          label={t('note')}
          width="whole"
          rows={3}
          value={draft.note}
          onChange={(note) => write({ note })}
        />
      </div>
    </fieldset>
  );
}

interface DilutionProps {
  readonly row: DilutionDraft;
  readonly index: number;
  readonly rows: readonly DilutionDraft[];
}

function Dilution({ row, index, rows }: DilutionProps) {
  const { t, language } = useText('materials');
  const id = useId();
  const materials = useStudio((studio) => studio.materials);
  const field = `dilutions ${row.row}`;
  const problem = useProblem(`${field} solvent`);
  const solvents = [...materials.values()].filter(
    ({ material, archived }) => (material.kind === 'solvent' && !archived) || material.id === row.solventId,
  );
  const set = (part: Partial<DilutionDraft>) =>
    write({ dilutions: rows.map((one) => (one === row ? { ...one, ...part } : one)) });
  return (
    <div className={styles.grid}>
      <div className={styles.quarter}>
        <CellField
          name={`${field} percent`}
          label={t('in-row', { label: t('percent'), row: index + 1 })}
          value={row.percent}
          onChange={(percent) => set({ percent })}
        />
      </div>
      <div className={styles.half}>
        <select
          className={styles.input}
          name={`${field} solvent`}
          aria-label={t('in-row', { label: t('solvent'), row: index + 1 })}
          value={row.solventId}
          {...(problem && { 'aria-invalid': true, 'aria-describedby': id })}
          onChange={(event) => set({ solventId: event.target.value as MaterialId | '' })}
        >
          <option value="">{t('solvent')}</option>
          {solvents.map(({ material }) => (
            <option key={material.id} value={material.id}>
              {inLanguage(material.name, language)}
            </option>
          ))}
        </select>
        <Said id={id} problem={problem} />
      </div>
      <span>
        <NamedIconButton
          icon="trash"
          size={15}
          label={t('remove-row', { row: index + 1 })}
          onClick={() => write({ dilutions: rows.filter((one) => one !== row) })}
        />
      </span>
    </div>
  );
}

/** The local day, in ISO. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
