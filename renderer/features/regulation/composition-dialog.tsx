/** @file The perfumer's own composition of a material, from a GC-MS table or a supplier's certificate, in place of the typical. */
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMemo, useState } from 'react';
import type { MaterialId } from '#foundation/ids.ts';
import { rowsOfText } from '#perfumery/interchange/rows-of-text.ts';
import { readComposition } from '#perfumery/material/read-composition.ts';
import { decimalOf } from '#perfumery/units/decimal.ts';
import { tell } from '#renderer/shared/notices.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { keepMaterial, useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Faults } from './faults.tsx';
import styles from './regulation.module.css';

interface Props {
  readonly materialId: MaterialId;
  readonly onClose: () => void;
}

/** Pasted, read as it is typed, and kept as own facts whose source is the lot. */
export function CompositionDialog({ materialId, onClose }: Props) {
  const { t, language } = useText('regulation');
  const { t: common } = useText('common');
  const numbers = useNumbers();
  const client = useStudio((studio) => studio.client);
  const held = useStudio((studio) => studio.materials.get(materialId));
  const [text, setText] = useState('');
  const [lot, setLot] = useState('');
  const [refused, setRefused] = useState<string>();
  const read = useMemo(() => (text.trim() === '' ? undefined : readComposition(tableOf(text))), [text]);
  const shares = [...(read?.materials.values() ?? [])].flat();
  const isReady = shares.length > 0 && !read?.faults.some(({ stops }) => stops);
  if (!held) return null;
  const name = inLanguage(held.material.name, language);
  const total = shares.reduce((sum, { typical }) => sum + typical, 0);

  async function keep(): Promise<void> {
    if (!held) return;
    const { id: _, ...facts } = held.material;
    const source = lot.trim().slice(0, 300) || 'GC-MS';
    const constituents = shares.map((share) => ({ ...share, method: 'perfumer' as const, source }));
    try {
      const edit = { materialId, revision: held.revision, facts: { ...facts, constituents }, shelf: held.shelf };
      keepMaterial((await client.materials.edit(edit as never)) as never);
      tell({ tone: 'good', text: t('composition-kept', { name }) });
      onClose();
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    }
  }

  return (
    <Dialog
      title={t('composition', { name })}
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          <span className={styles.refused} role="alert">
            {refused}
          </span>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="contained" disabled={!isReady} onClick={() => void keep()}>
            {t('composition-keep')}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p className={styles.hint}>{t('composition-hint')}</p>
        <TextField size="small" label={t('lot')} value={lot} onChange={(event) => setLot(event.target.value)} />
        <TextField
          label={t('composition-text')}
          multiline
          minRows={8}
          maxRows={16}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {read && <Faults faults={read.faults} />}
        {shares.length > 0 && (
          <p className={styles.outcome} role="status">
            {t('composition-read', { count: shares.length, total: numbers.percent(decimalOf(total), 4) })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** Cells divided by tabs or semicolons, else by commas that have a space after them or stand beside a CAS number. */
function tableOf(text: string): readonly (readonly string[])[] {
  if (/[\t;]/.test(text)) return rowsOfText(text);
  return text
    .split(/\r?\n/)
    .map((row) => row.split(/,\s+|,(?=[^,]*\d-\d\d-\d)|(?<=\d-\d\d-\d),/).map((cell) => cell.trim()));
}
