/** @file What the studio reckoned, and a model's retelling of it: the numbers are the studio's, whatever is said around them. */
import type { TalkEvent } from '#contract/assistant.ts';
import { ModelStage } from '#renderer/shared/model-stage.tsx';
import { useText } from '#renderer/shared/text.ts';
import styles from './assistant.module.css';

interface Props {
  readonly events: readonly TalkEvent[];
  readonly onSource: (id: string) => void;
}

export function Told({ events, onSource }: Props) {
  const { t } = useText('assistant');
  const facts = events.find((event) => event.what === 'facts');
  const stage = events.findLast((event) => event.what === 'model');
  const sentences = events.flatMap((event) => (event.what === 'sentence' ? [event.text] : []));
  const leftOut = events.flatMap((event) => (event.what === 'left-out' ? [event.numbers.join(', ')] : []));
  return (
    <>
      {stage && <ModelStage event={stage.event} />}
      {sentences.length > 0 && <p className={styles.said}>{sentences.join(' ')}</p>}
      {leftOut.length > 0 && (
        <p className={styles.hint}>{t('left-out', { count: leftOut.length, numbers: leftOut.join('; ') })}</p>
      )}
      {facts && facts.facts.length > 0 && (
        <details className={styles.facts} open={sentences.length === 0}>
          <summary>{t('facts', { count: facts.facts.length })}</summary>
          <ul>
            {facts.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </details>
      )}
      {facts && facts.sources.length > 0 && (
        <p className={styles.sources}>
          {t('sources')}{' '}
          {facts.sources.map(({ id, title, quote }) => (
            <button key={id} type="button" className={styles.link} title={quote} onClick={() => onSource(id)}>
              {title}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
