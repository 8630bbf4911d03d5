/** @file The composition of one more lot: which lot, from what, and its table, pasted or read from a file. */
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMemo, useRef, useState } from 'react';
import { rowsOfText } from '#perfumery/interchange/rows-of-text.ts';
import type { CompositionOrigin, LotComposition } from '#perfumery/material/lot-composition.ts';
import { type CompositionFault, readComposition, type Share } from '#perfumery/material/read-composition.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { byExpiry } from '#perfumery/stock/take-from-lots.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { sendFile } from '#renderer/shared/send-file.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { useAsked } from '#renderer/shared/working-day.ts';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Faults } from './faults.tsx';
import styles from './regulation.module.css';
import { ShareTable } from './share-table.tsx';

interface Props {
  readonly entry: LibraryMaterial;
  readonly onKept: () => void;
}

interface Read {
  readonly shares: readonly Share[];
  readonly faults: readonly CompositionFault[];
}

/** Read as it is typed; kept once nothing in it is wrong. */
export function LotForm({ entry, onKept }: Props) {
  const { t, language } = useText('regulation');
  const client = useStudio((studio) => studio.client);
  const { material } = entry;
  const onShelf = useAsked(['stock'], 'all', (asked) => asked.stock.read())
    ?.lots.filter(({ materialId }) => materialId === material.id)
    .sort(byExpiry);
  const [lotId, setLotId] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [origin, setOrigin] = useState<CompositionOrigin>('gc-ms');
  const [text, setText] = useState('');
  const [file, setFile] = useState<Read & { readonly name: string }>();
  const [isUsed, setUsed] = useState(true);
  const [refused, setRefused] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const typed = useMemo((): Read | undefined => (text.trim() === '' ? undefined : readText(text)), [text]);
  const read = typed ?? file;
  const hasLot = lotId !== '' || number.trim() !== '';
  const isReady = hasLot && read !== undefined && read.shares.length > 0 && !read.faults.some(({ stops }) => stops);

  async function open(chosen: File): Promise<void> {
    setRefused(undefined);
    try {
      const file = await sendFile(chosen);
      setFile({ ...(await client.compositions.read({ file })), name: chosen.name });
      setText('');
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    }
  }

  async function keep(): Promise<void> {
    if (!read) return;
    setRefused(undefined);
    try {
      const lot = (await client.compositions.keep({
        materialId: material.id,
        ...(lotId !== '' && { lotId: lotId as never }),
        lot: number,
        ...(date !== '' && { date }),
        origin,
        shares: [...read.shares],
        isUsed,
      })) as LotComposition;
      const name = inLanguage(material.name, language);
      tell({ tone: 'good', text: t(isUsed ? 'lot-used' : 'lot-kept', { name, lot: lot.lot }) });
      onKept();
    } catch (error) {
      setRefused(sentenceFor(refusalOf(error)));
    }
  }

  return (
    <section className={styles.section} aria-label={t('add-lot')}>
      <div className={styles.head}>
        <h3>{t('add-lot')}</h3>
        <Button variant="outlined" onClick={() => chooser.current?.click()}>
          {t('lot-file')}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('lot-file')}
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) void open(chosen);
        }}
      />
      <div className={styles.fields}>
        {onShelf && onShelf.length > 0 && (
          <TextField
            select
            size="small"
            label={t('lot-on-shelf')}
            value={lotId}
            onChange={(event) => setLotId(event.target.value)}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('lot-elsewhere')}</MenuItem>
            {onShelf.map(({ id, number: called }) => (
              <MenuItem key={id} value={id}>
                {called || t('lot-unnumbered')}
              </MenuItem>
            ))}
          </TextField>
        )}
        <TextField
          size="small"
          label={t('lot')}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        <TextField
          size="small"
          label={t('lot-date')}
          type="date"
          value={date}
          onChange={(event) => setDate(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <Segmented
          legend={t('origin-label')}
          options={[
            { key: 'gc-ms', label: t('origin.gc-ms') },
            { key: 'certificate', label: t('origin.certificate') },
          ]}
          chosen={origin}
          onChoose={setOrigin}
        />
      </div>
      <TextField
        label={t('composition-text')}
        helperText={file ? t('lot-file-read', { name: file.name }) : t('composition-text-hint')}
        multiline
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFile(undefined);
        }}
        slotProps={{ htmlInput: { className: styles.mono, spellCheck: false } }}
      />
      {read && <Faults faults={read.faults} />}
      {read && read.shares.length > 0 && <ShareTable shares={read.shares} typical={material.constituents} />}
      <div className={styles.acts}>
        <span className={styles.refused} role="alert">
          {refused}
        </span>
        <label className={styles.check}>
          <input type="checkbox" checked={isUsed} onChange={(event) => setUsed(event.target.checked)} />
          {t('lot-use')}
        </label>
        <Button variant="contained" disabled={!isReady} onClick={() => void keep()}>
          {t('composition-keep')}
        </Button>
      </div>
    </section>
  );
}

function readText(text: string): Read {
  const { materials, faults } = readComposition(tableOf(text));
  return { shares: [...materials.values()].flat(), faults };
}

/** Cells divided by tabs or semicolons, else by commas that have a space after them or stand beside a CAS number. */
function tableOf(text: string): readonly (readonly string[])[] {
  if (/[\t;]/.test(text)) return rowsOfText(text);
  return text
    .split(/\r?\n/)
    .map((row) => row.split(/,\s+|,(?=[^,]*\d-\d\d-\d)|(?<=\d-\d\d-\d),/).map((cell) => cell.trim()));
}
