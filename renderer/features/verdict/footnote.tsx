import type { ReactNode } from 'react';
import { Trans } from 'react-i18next';
import type { SafetyAnswer } from '#perfumery/safety/answer.ts';
import { useNumbers } from '#renderer/shared/number.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './findings.module.css';

interface Props {
  readonly answer: Pick<SafetyAnswer, 'amendment' | 'checked'>;
  /** The way to the tables. */
  readonly tables?: ReactNode;
}

/** Which table the verdict comes from, how fresh it is, and where the real one lies. */
export function Footnote({ answer, tables }: Props) {
  const { t } = useText('safety');
  const numbers = useNumbers();
  const address = useStudio(({ regulation }) => regulation.ifra.verifyAt);
  return (
    <p className={styles.footnote}>
      <Trans
        t={t}
        i18nKey="footnote"
        values={{ amendment: answer.amendment, date: numbers.day(answer.checked), link: new URL(address).hostname }}
        components={{
          site: (
            <a href={address} target="_blank" rel="noreferrer">
              {new URL(address).hostname}
            </a>
          ),
        }}
      />{' '}
      {tables}
    </p>
  );
}
