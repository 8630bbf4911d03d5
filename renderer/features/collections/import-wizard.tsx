/** @file Import of a whole collection: choose a file, say what its columns hold, check, import with progress, undo. */
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { useEffect, useRef, useState } from 'react';
import type { CollectionTable, Preview } from '#contract/collections.ts';
import { type CollectionKind, type ColumnMapping, isMappingEnough } from '#perfumery/collection/collection-fields.ts';
import { families, materialKinds, roles } from '#perfumery/material/material.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { sendFile } from '#renderer/shared/send-file.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { CheckImport, type Choices } from './check-import.tsx';
import styles from './collections.module.css';
import { FieldSelect } from './field-select.tsx';
import { MapColumns } from './map-columns.tsx';
import { undoCollection } from './undo-collection.ts';

type Step = 'choose' | 'reading' | 'map' | 'check' | 'importing';

interface Progress {
  readonly importId: string;
  readonly done: number;
  readonly of: number;
  readonly isTakingBack?: boolean;
}

interface Props {
  /** What is likely meant where the table does not say. */
  readonly kind?: CollectionKind;
  readonly onClose: () => void;
}

export function ImportWizard({ kind: asked = 'materials', onClose }: Props) {
  const { t } = useText('collections');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const currency = useStudio((studio) => studio.settings.currency);
  const [step, setStep] = useState<Step>('choose');
  const [name, setName] = useState('');
  const [read, setRead] = useState<CollectionTable>();
  const [kind, setKind] = useState<CollectionKind>(asked);
  const [mappings, setMappings] = useState<Readonly<Record<CollectionKind, ColumnMapping>>>({
    materials: [],
    recipes: [],
  });
  const [preview, setPreview] = useState<Preview>();
  const [choices, setChoices] = useState<Choices>({ byCas: 'update', byName: 'update', rows: {} });
  const [defaults, setDefaults] = useState<Defaults>({ kind: 'synthetic', family: 'floral', role: 'heart' });
  const [progress, setProgress] = useState<Progress>();
  const [sentence, setSentence] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const mapping = mappings[kind];

  useEffect(() => {
    if (step !== 'check' || !read) return;
    let isOld = false;
    setPreview(undefined);
    client.collections.preview({ tableId: read.tableId, kind, mapping: [...mapping] }).then(
      (answer) => !isOld && setPreview(answer),
      (error: unknown) => {
        if (isOld) return;
        setSentence(sentenceFor(refusalOf(error)));
        setStep('map');
      },
    );
    return () => {
      isOld = true;
    };
  }, [step, read, kind, mapping, client]);

  async function choose(file: File): Promise<void> {
    setName(file.name);
    setSentence(undefined);
    setStep('reading');
    try {
      const answer = await client.collections.read({ file: await sendFile(file) });
      setRead(answer);
      const isClear =
        answer.hasRecipeFiles || answer.isRemembered || isMappingEnough(answer.kind, answer.guesses[answer.kind]);
      const likely = isClear ? answer.kind : asked;
      setKind(likely);
      setMappings(answer.guesses);
      setChoices({ byCas: 'update', byName: likely === 'recipes' ? 'skip' : 'update', rows: {} });
      setStep(answer.hasRecipeFiles ? 'check' : 'map');
    } catch (error) {
      setSentence(sentenceFor(refusalOf(error)));
      setStep('choose');
    }
  }

  async function start(): Promise<void> {
    if (!read) return;
    setStep('importing');
    setSentence(undefined);
    try {
      const date = new Date().toISOString().slice(0, 10);
      const stages = await client.collections.import({
        tableId: read.tableId,
        kind,
        mapping: [...mapping],
        choices: { ...choices, rows: { ...choices.rows } },
        defaults: { ...defaults, currency, date },
      });
      for await (const stage of stages) {
        if (stage.stage === 'keeping') setProgress(stage);
        else if (stage.stage === 'taking-back') setProgress((now) => now && { ...now, isTakingBack: true });
        else if (stage.stage === 'cancelled') tell({ tone: 'plain', text: t('cancelled') });
        else {
          const { importId, ...counts } = stage;
          tell({
            tone: 'good',
            text: t('done', { name: read.name, ...counts }),
            action: { label: common('undo'), run: () => void undoCollection(importId).catch(tellRefusal) },
          });
        }
      }
      onClose();
    } catch (error) {
      setSentence(sentenceFor(refusalOf(error)));
      setStep('check');
    }
  }

  const isImporting = step === 'importing';
  const cancel = () => progress && void client.collections.cancel({ importId: progress.importId }).catch(tellRefusal);
  const number = step === 'map' ? 1 : step === 'check' ? 2 : 3;
  return (
    <Dialog
      title={t('title')}
      width={step === 'choose' || step === 'reading' ? 'sm' : 'lg'}
      closeLabel={common('close')}
      onClose={isImporting ? cancel : onClose}
      actions={
        step === 'map' || step === 'check' || isImporting ? (
          <>
            <span className={styles.quiet}>{t('step', { number })}</span>
            <span className={styles.refused} role="alert">
              {sentence}
            </span>
            {isImporting ? (
              <Button onClick={cancel} disabled={progress?.isTakingBack ?? false}>
                {common('cancel')}
              </Button>
            ) : (
              <Button onClick={() => (step === 'check' && !read?.hasRecipeFiles ? setStep('map') : setStep('choose'))}>
                {common('back')}
              </Button>
            )}
            {step === 'map' && (
              <Button variant="contained" disabled={!isMappingEnough(kind, mapping)} onClick={() => setStep('check')}>
                {common('next')}
              </Button>
            )}
            {step === 'check' && (
              <Button variant="contained" disabled={!preview} onClick={() => void start()}>
                {t('import')}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <input
        ref={chooser}
        type="file"
        hidden
        data-collection
        aria-label={t('choose')}
        accept=".json,.csv,.tsv,.txt,.xlsx"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen) void choose(chosen);
        }}
      />
      {(step === 'choose' || step === 'reading') && (
        <div className={styles.choose}>
          {step === 'reading' ? (
            <p className={styles.hint} role="status">
              <CircularProgress size={18} aria-hidden="true" /> {t('reading', { name })}
            </p>
          ) : (
            <>
              <Icon name="import" size={30} />
              {sentence && (
                <p className={styles.sentence} role="alert">
                  {sentence}
                </p>
              )}
              <p>{t('choose-hint')}</p>
              <Button variant="contained" autoFocus onClick={() => chooser.current?.click()}>
                {t(sentence ? 'choose-other' : 'choose')}
              </Button>
              <p className={styles.hint}>{t('choose-formats')}</p>
            </>
          )}
        </div>
      )}
      {step === 'map' && read && (
        <div className={styles.body}>
          <MapColumns
            read={read}
            kind={kind}
            mapping={mapping}
            onKind={setKind}
            onMapping={(changed) => setMappings((now) => ({ ...now, [kind]: changed }))}
          />
          {kind === 'materials' && <DefaultFacts defaults={defaults} onChange={setDefaults} />}
        </div>
      )}
      {step === 'check' && (
        <div className={styles.body}>
          {preview ? (
            <CheckImport preview={preview} choices={choices} onChoices={setChoices} />
          ) : (
            <p className={styles.hint} role="status">
              <CircularProgress size={18} aria-hidden="true" /> {t('checking')}
            </p>
          )}
        </div>
      )}
      {isImporting && (
        <div className={styles.body}>
          <h3>{t('importing')}</h3>
          <progress
            className={styles.progress}
            aria-label={t('importing')}
            max={progress?.of ?? 1}
            value={progress?.done ?? 0}
          />
          <p className={styles.hint} role="status">
            {progress?.isTakingBack
              ? t('taking-back')
              : t('progress', { done: progress?.done ?? 0, of: progress?.of ?? read?.rows ?? 0 })}
          </p>
        </div>
      )}
    </Dialog>
  );
}

interface Defaults {
  readonly kind: (typeof materialKinds)[number];
  readonly family: (typeof families)[number];
  readonly role: (typeof roles)[number];
}

function DefaultFacts({
  defaults,
  onChange,
}: {
  readonly defaults: Defaults;
  readonly onChange: (to: Defaults) => void;
}) {
  const { t } = useText('collections');
  const { t: words } = useText('materials');
  return (
    <div className={styles.defaults}>
      <span>{t('defaults-hint')}</span>
      <FieldSelect
        label={t('default-kind')}
        options={materialKinds.map((key) => ({ key, label: words(`kinds.${key}`) }))}
        chosen={defaults.kind}
        onChoose={(kind) => onChange({ ...defaults, kind })}
      />
      <FieldSelect
        label={t('default-family')}
        options={families.map((key) => ({ key, label: words(`families.${key}`) }))}
        chosen={defaults.family}
        onChoose={(family) => onChange({ ...defaults, family })}
      />
      <FieldSelect
        label={t('default-role')}
        options={roles.map((key) => ({ key, label: words(`roles.${key}`) }))}
        chosen={defaults.role}
        onChoose={(role) => onChange({ ...defaults, role })}
      />
    </div>
  );
}
