import Button from '@mui/material/Button';
import { type ReactNode, useState } from 'react';
import type { EncoderChoice, Encoders, ListedEncoder } from '#contract/encoders.ts';
import { tell } from '#renderer/shared/notices.ts';
import { refusalOf, sentenceFor, tellRefusal } from '#renderer/shared/refusal.ts';
import { sizeText } from '#renderer/shared/size-text.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import { AddEncoder } from './add-encoder.tsx';
import { Coming } from './coming.tsx';
import { cosineText } from './cosine-text.ts';
import styles from './search-settings.module.css';
import { useEncoders } from './use-encoders.ts';

/** The encoders there are, and the one that serves. */
export function EncoderList() {
  const { t } = useText('searchSettings');
  const now = useEncoders();
  const [isAdding, setAdding] = useState(false);
  return (
    <section className={styles.part} aria-label={t('encoders')}>
      <h3>{t('encoders')}</h3>
      <p className={styles.hint}>{t('encoders-hint')}</p>
      {now && (
        <ul className={styles.encoders}>
          <Own now={now} />
          {now.encoders.map((one) => (
            <Imported key={one.id} encoder={one} now={now} />
          ))}
        </ul>
      )}
      {now?.coming && <Coming now={now} coming={now.coming} />}
      <p>
        <Button variant="outlined" onClick={() => setAdding(true)}>
          {t('add-folder')}
        </Button>
      </p>
      {isAdding && <AddEncoder onClose={() => setAdding(false)} />}
    </section>
  );
}

function Own({ now }: { readonly now: Encoders }) {
  const { t, language } = useText('searchSettings');
  const { own } = now;
  return (
    <Item
      name={t('own')}
      choice={{ id: 'own', isInt8: false }}
      now={now}
      facts={
        own
          ? `${t('facts', { dimensions: own.dimensions, size: sizeText(own.bytes, language) })} · ${t('languages-both')}`
          : t('own-damaged')
      }
    />
  );
}

function Imported({ encoder, now }: { readonly encoder: ListedEncoder; readonly now: Encoders }) {
  const { t, language } = useText('searchSettings');
  const client = useStudio((studio) => studio.client);
  const { id, name, int8, languages, reads, pooling, prefixes } = encoder;
  const isUsed = now.serving?.id === id || now.coming?.choice.id === id;
  const spoken = languages.includes('ko') && languages.includes('en') && languages.length === 2;
  const what = spoken
    ? t('languages-both')
    : languages.length > 0 &&
      t(languages.includes('ko') ? 'languages-with-ko' : 'languages', { count: languages.length });
  const facts = [
    t(encoder.isInt8 ? 'facts-int8' : 'facts', {
      dimensions: encoder.dimensions,
      size: sizeText(encoder.bytes, language),
    }),
    what,
  ]
    .filter(Boolean)
    .join(' · ');
  const cosines = int8 && { mean: cosineText(int8.mean, language), lowest: cosineText(int8.lowest, language) };

  async function remove(): Promise<void> {
    await client.encoders.remove({ id });
    tell({ tone: 'plain', text: t('removed', { name }) });
  }

  return (
    <Item
      name={name}
      choice={{ id, isInt8: false }}
      now={now}
      facts={facts}
      isMissing={encoder.isMissing}
      {...(int8?.isClose && cosines && { lowest: cosines.lowest })}
      acts={
        !isUsed && (
          <NamedIconButton
            icon="trash"
            size={14}
            label={t('remove-encoder', { name })}
            onClick={() => void remove().catch(tellRefusal)}
          />
        )
      }
    >
      {encoder.isMissing && <p className={styles.problem}>{t('missing')}</p>}
      {encoder.problem && !encoder.isMissing && (
        <p className={styles.problem}>{sentenceFor(refusalOf({ data: encoder.problem }))}</p>
      )}
      <details>
        <summary>{t('details', { name })}</summary>
        <ul className={styles.details}>
          <li>{t(`reads.ko-${reads.ko}`)}</li>
          <li>{t(`reads.en-${reads.en}`)}</li>
          <li>
            {t(encoder.isPoolingTold ? 'pooling-told' : 'pooling-guessed', { what: t(`pooling.${pooling}`) })};{' '}
            {t('most-tokens', { count: encoder.maxTokens })}
          </li>
          {(prefixes.query || prefixes.passage) && <li>{t('prefixed', prefixes)}</li>}
          <li>
            {int8 && cosines
              ? t(int8.isClose ? 'int8-close' : 'int8-far', { ...cosines, size: sizeText(int8.bytes, language) })
              : t(encoder.isInt8 ? 'is-int8' : 'int8-none')}
          </li>
          <li>
            <code>{encoder.folder}</code>
          </li>
        </ul>
      </details>
    </Item>
  );
}

interface ItemProps {
  readonly name: string;
  readonly choice: EncoderChoice;
  readonly now: Encoders;
  readonly facts: string;
  /** The lowest cosine of its weights of one byte, where they are offered. */
  readonly lowest?: string;
  readonly isMissing?: boolean;
  readonly acts?: ReactNode;
  readonly children?: ReactNode;
}

function Item({ name, choice, now, facts, lowest, isMissing = false, acts, children }: ItemProps) {
  const { t } = useText('searchSettings');
  const client = useStudio((studio) => studio.client);
  const [isBusy, setBusy] = useState(false);
  const is = (one: EncoderChoice | null | undefined, isInt8: boolean) => one?.id === choice.id && one.isInt8 === isInt8;
  const serves = now.serving?.id === choice.id;

  async function use(isInt8: boolean): Promise<void> {
    setBusy(true);
    await client.encoders.use({ id: choice.id, isInt8 }).catch(tellRefusal);
    setBusy(false);
  }
  const canUse = (isInt8: boolean) => !is(now.serving, isInt8) && !is(now.coming?.choice, isInt8) && !isMissing;

  return (
    <li className={styles.encoder} data-serves={serves}>
      <span className={styles.encoderHead}>
        <strong>{name}</strong>
        {serves && <span className={styles.badge}>{t(now.serving?.isInt8 ? 'serves-int8' : 'serves')}</span>}
        <span className={styles.acts}>
          {canUse(false) && (
            <Button
              size="small"
              disabled={isBusy}
              aria-label={t('use-named', { name })}
              onClick={() => void use(false)}
            >
              {t('use')}
            </Button>
          )}
          {lowest !== undefined && canUse(true) && (
            <Button
              size="small"
              disabled={isBusy}
              aria-label={t('use-int8-named', { name, lowest })}
              onClick={() => void use(true)}
            >
              {t('use-int8', { lowest })}
            </Button>
          )}
          {acts}
        </span>
      </span>
      <span className={styles.facts}>{facts}</span>
      {children}
    </li>
  );
}
