import type { DraftEvent } from '#contract/assistant.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './assistant.module.css';

interface Props {
  readonly events: readonly DraftEvent[];
  readonly isRunning: boolean;
}

/** The lines of a draft as the model writes them, before the engine has looked at any. */
export function LinesWritten({ events, isRunning }: Props) {
  const { t, language } = useText('assistant');
  const { float } = useNumbers();
  const materials = useStudio((studio) => studio.materials);
  const written = events.flatMap((event) => (event.what === 'writing' ? [event] : []));
  const last = written.at(-1);
  if (!last) return null;
  return (
    <section className={styles.written} aria-label={t('lines-written')}>
      <p className={styles.hint} role="status">
        {isRunning ? t('writing', { lines: last.lines, least: last.least }) : t('stopped', { lines: last.lines })}
      </p>
      <ol>
        {written.map(({ line, lines }) => {
          const material = materials.get(line.materialId)?.material;
          return (
            <li key={lines}>
              {material ? inLanguage(material.name, language) : line.materialId}{' '}
              {t('in-parts', { parts: float(line.parts, 4) })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
