/** @file Chooses where search vectors lie. What leaves the machine is said first, tried next, and confirmed last. */
import Button from '@mui/material/Button';
import { type ReactNode, useState } from 'react';
import type { SearchPlace, SearchPlaceNow } from '#contract/search-place.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import styles from './search-settings.module.css';

interface Props {
  readonly now: SearchPlaceNow;
  readonly onKept: (now: SearchPlaceNow) => void;
  readonly onClose: () => void;
}

type Said = { readonly text: string; readonly isGood: boolean };

export function PlaceDialog({ now, onKept, onClose }: Props) {
  const { t } = useText('searchSettings');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const before = now.place;
  const [kind, setKind] = useState<SearchPlace['kind']>(before.kind);
  const [uri, setUri] = useState(before.kind === 'folder' ? '' : before.uri);
  const [endpoint, setEndpoint] = useState(before.kind === 's3' ? before.endpoint : '');
  const [region, setRegion] = useState(before.kind === 'folder' ? '' : before.region);
  const [key, setKey] = useState({ id: '', secret: '' });
  const [isAgreed, setAgreed] = useState(false);
  const [isCleared, setCleared] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>();
  const isKeyKept = now.hasKey && kind === before.kind;

  const place = (): SearchPlace => {
    if (kind === 's3') return { kind, uri, endpoint, region };
    return kind === 'cloud' ? { kind, uri, region } : { kind };
  };

  async function doing(act: () => Promise<void>): Promise<void> {
    setBusy(true);
    setSaid(undefined);
    try {
      await act();
    } catch (error) {
      setSaid({ text: sentenceFor(refusalOf(error)), isGood: false });
    } finally {
      setBusy(false);
    }
  }

  const attempt = () =>
    doing(async () => {
      const { tables, took } = await client.searchPlace.try({ place: place(), key });
      const ms = Math.ceil(took);
      setSaid({ text: tables === 0 ? t('tried-empty', { ms }) : t('tried-full', { ms, count: tables }), isGood: true });
    });
  const keep = () =>
    doing(async () => {
      onKept(await client.searchPlace.keep({ place: place(), key, isConfirmed: isAgreed, isCleared }));
      tell({ tone: 'good', text: t(kind === 'folder' ? 'moved-back' : 'moved') });
      onClose();
    });
  const isAway = kind !== 'folder';

  return (
    <Dialog
      title={t('place-title')}
      width="sm"
      closeLabel={common('close')}
      onClose={onClose}
      actions={
        <>
          {isAway && (
            <Button disabled={isBusy || uri.trim() === ''} onClick={() => void attempt()}>
              {t(isBusy ? 'trying' : 'try')}
            </Button>
          )}
          <Button
            variant="contained"
            disabled={isBusy || (isAway ? !isAgreed || uri.trim() === '' : before.kind === 'folder')}
            onClick={() => void keep()}
          >
            {t('place-keep')}
          </Button>
        </>
      }
    >
      <div className={styles.adding}>
        <Segmented
          legend={t('place-title')}
          options={(['folder', 's3', 'cloud'] as const).map((one) => ({ key: one, label: t(`kind-${one}`) }))}
          chosen={kind}
          onChoose={(next) => {
            setKind(next);
            setSaid(undefined);
            setAgreed(false);
          }}
        />
        {!isAway && <p className={styles.hint}>{t('place-folder-hint')}</p>}
        {isAway && (
          <>
            <p className={styles.warning}>{t('warning')}</p>
            <Field
              label={t('uri')}
              value={uri}
              hint={kind === 's3' ? 's3://bucket/folder' : 'db://name'}
              onChange={setUri}
            />
            {kind === 's3' && (
              <Field label={t('endpoint')} value={endpoint} hint={t('endpoint-hint')} onChange={setEndpoint} />
            )}
            <Field label={t('region')} value={region} hint="us-east-1" onChange={setRegion} />
            {kind === 's3' && <Field label={t('key-id')} value={key.id} onChange={(id) => setKey({ ...key, id })} />}
            <Field
              label={t(kind === 's3' ? 'secret' : 'api-key')}
              value={key.secret}
              isSecret
              onChange={(secret) => setKey({ ...key, secret })}
            />
            <p className={styles.hint}>
              {isKeyKept && <>{t('key-kept')} </>}
              {t(`key-kept-how.${now.keyIsKept}`)}
            </p>
            <Check isOn={isAgreed} onChange={setAgreed}>
              {t('place-agree')}
            </Check>
          </>
        )}
        {!isAway && before.kind !== 'folder' && (
          <Check isOn={isCleared} onChange={setCleared}>
            {t('clear-old', { uri: before.uri })}
          </Check>
        )}
        {said && (
          <p className={said.isGood ? styles.good : styles.problem} role={said.isGood ? 'status' : 'alert'}>
            {said.text}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly isSecret?: boolean;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, hint, isSecret = false, onChange }: FieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input
        type={isSecret ? 'password' : 'text'}
        value={value}
        spellCheck={false}
        autoComplete="off"
        {...(hint !== undefined && { placeholder: hint })}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

interface CheckProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

function Check({ isOn, onChange, children }: CheckProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
