/** @file What the results are like, and how far to go from there: towards fresher, sweeter …, or on to another thing. */
import { useEffect, useState } from 'react';
import type { StudioClient } from '#contract/contract.ts';
import type { SearchLike } from '#contract/search.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import { NamedIconButton } from '#renderer/ui/icon-button.tsx';
import styles from './search.module.css';

type Axis = Awaited<ReturnType<StudioClient['search']['axes']>>[number];

interface Props {
  readonly like: SearchLike;
  readonly nameOf: (id: string) => string;
  readonly onLike: (like: SearchLike) => void;
  readonly onClose: () => void;
}

export function LikeBar({ like, nameOf, onLike, onClose }: Props) {
  const { t } = useText('search');
  const [first, second] = like.ids;
  return (
    <section className={styles.like} aria-label={t('like')}>
      <strong>
        {second !== undefined
          ? t('between', { first: nameOf(first ?? ''), second: nameOf(second) })
          : t('like-what', { name: nameOf(first ?? '') })}
      </strong>
      {second !== undefined ? (
        <label className={styles.slide}>
          <span>{nameOf(first ?? '')}</span>
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={like.share}
            aria-label={t('between-share')}
            onChange={(event) => onLike({ ...like, share: event.target.valueAsNumber })}
          />
          <span>{nameOf(second)}</span>
        </label>
      ) : (
        <Towards like={like} onLike={onLike} />
      )}
      <NamedIconButton icon="close" label={t('like-end')} size={15} onClick={onClose} />
    </section>
  );
}

function Towards({ like, onLike }: Pick<Props, 'like' | 'onLike'>) {
  const { t, language } = useText('search');
  const axes = useAxes();
  const { towards } = like;
  const axis = axes.find(({ concept }) => concept === towards?.concept) ?? axes[0];
  if (!axis) return null;
  const set = (concept: string, amount: number) => onLike({ ...like, towards: { concept, amount } });
  const amount = towards?.amount ?? 0;
  return (
    <span className={styles.slide}>
      <select aria-label={t('axis')} value={axis.concept} onChange={(event) => set(event.target.value, amount)}>
        {axes.map(({ concept, label, opposite }) => (
          <option key={concept} value={concept}>
            {`${opposite[language]} – ${label[language]}`}
          </option>
        ))}
      </select>
      <span>{axis.opposite[language]}</span>
      <input
        type="range"
        min={-1}
        max={1}
        step={0.1}
        value={amount}
        aria-label={t('towards', { less: axis.opposite[language], more: axis.label[language] })}
        onChange={(event) => set(axis.concept, event.target.valueAsNumber)}
      />
      <span>{axis.label[language]}</span>
    </span>
  );
}

function useAxes(): readonly Axis[] {
  const client = useStudio((studio) => studio.client);
  const [axes, setAxes] = useState<readonly Axis[]>([]);
  useEffect(() => {
    client.search.axes().then(setAxes, tellRefusal);
  }, [client]);
  return axes;
}
