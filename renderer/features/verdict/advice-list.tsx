import { Fragment } from 'react';
import type { LineId } from '#foundation/ids.ts';
import type { Advice } from '#perfumery/safety/answer.ts';
import { ruleOf } from '#renderer/shared/rule-of.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import styles from './findings.module.css';

interface Props {
  readonly advice: readonly Advice[];
  readonly onShowLines: (lineIds: readonly LineId[]) => void;
}

/** What specifications ask of materials in the formula: no verdict, but good to know before buying. */
export function AdviceList({ advice, onShowLines }: Props) {
  const { t, language } = useText('safety');
  const ifra = useStudio(({ regulation }) => regulation.ifra);
  if (advice.length === 0) return null;
  return (
    <details className={styles.advice}>
      <summary>{t('advice-count', { count: advice.length })}</summary>
      <dl>
        {advice.map(({ standard: key, lineIds }) => {
          const rule = ruleOf(ifra, { kind: 'standard', key });
          const standard = rule?.kind === 'standard' ? rule.standard : undefined;
          if (!standard) return null;
          return (
            <Fragment key={key}>
              <dt>
                <button type="button" className={styles.link} onClick={() => onShowLines(lineIds)}>
                  {inLanguage(standard.title, language)}
                </button>
              </dt>
              <dd>{standard.specification ? inLanguage(standard.specification, language) : t('trace-advice')}</dd>
            </Fragment>
          );
        })}
      </dl>
    </details>
  );
}
