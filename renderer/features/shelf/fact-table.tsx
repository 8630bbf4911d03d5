import type { ReactNode } from 'react';
import type { ShelfModel } from '#contract/models.ts';
import { countText, numberText, sizeText } from '#renderer/shared/size-text.ts';
import { useText } from '#renderer/shared/text.ts';
import { ToneIcon } from '#renderer/ui/tone.tsx';
import styles from './shelf.module.css';

/** What is known of a model, fact by fact; what nobody said is said to be missing. */
export function FactTable({ model }: { readonly model: ShelfModel }) {
  const { t, language } = useText('models');
  const { facts, licence, loaded, speed, speedOn, sha256 } = model;
  const unsaid = <span className={styles.quiet}>{t('not-said')}</span>;
  const licenceTone = ({ allowed: 'pass', conditional: 'near', forbidden: 'over-limit', unknown: 'unknown' } as const)[
    licence.commercial
  ];
  const backend = speedOn === 'cuda' || speedOn === 'vulkan' || speedOn === 'metal' ? speedOn : 'cpu';
  const rows: readonly (readonly [string, ReactNode] | false)[] = [
    [
      t('fact-file'),
      <span key="file" className={styles.path}>
        {model.path}
      </span>,
    ],
    [
      t('fact-origin'),
      model.copyOf
        ? `${t(`origin-${model.origin}`)}, ${t('copy-of', { name: model.copyOf })}`
        : t(`origin-${model.origin}`),
    ],
    facts !== null && [t('fact-architecture'), facts.architecture],
    facts !== null && [t('fact-parameters'), countText(facts.parameters, language)],
    facts !== null && [t('fact-stored'), facts.storedAs],
    facts !== null && [t('fact-size'), sizeText(facts.fileBytes, language)],
    facts !== null && [
      t('fact-context'),
      facts.context === undefined
        ? unsaid
        : t('tokens', { count: numberText(facts.context, language, 7) as unknown as number }),
    ],
    facts !== null && [t('fact-languages'), facts.languages.length > 0 ? facts.languages.join(', ') : unsaid],
    [
      t('fact-licence'),
      <span key="licence">
        {licence.name ?? unsaid}
        <span className={styles.pair}>
          <ToneIcon tone={licenceTone} size={14} /> {licence.note?.[language] ?? t(`licence-${licence.commercial}`)}
        </span>
      </span>,
    ],
    model.knownAs !== null && [t('fact-known'), model.knownAs],
    facts !== null && [t('fact-template'), facts.hasChatTemplate ? t('yes') : t('no')],
    facts !== null && [t('fact-tied'), facts.isTied ? t('tied-no') : t('yes')],
    loaded !== null && [
      t('fact-memory'),
      `${sizeText(loaded.ram, language)}${loaded.vram > 0 ? ` + ${sizeText(loaded.vram, language)} (${t(`backend-${backend}`)})` : ''}`,
    ],
    speed !== null && [
      t('fact-speed'),
      t('speed-of', { speed: numberText(speed, language), backend: t(`backend-${backend}`) }),
    ],
    sha256 !== null && [
      t('fact-hash'),
      <code key="hash" className={styles.path}>
        {sha256}
      </code>,
    ],
  ];
  return (
    <dl className={styles.facts}>
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
