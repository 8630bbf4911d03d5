/** @file A positive number among the settings: what is typed stays until it is one, and is in force when the box is left. */
import { useId, useState } from 'react';
import { type DecimalText, decimal, decimalText } from '#perfumery/units/decimal.ts';
import { readNumber } from '#perfumery/units/written-number.ts';
import { useText } from '#renderer/shared/text.ts';
import styles from './settings-page.module.css';

interface Props {
  readonly label: string;
  readonly value: DecimalText;
  readonly unit: string;
  /** The most that makes sense. */
  readonly most: string;
  readonly onChange: (value: DecimalText) => void;
}

export function FigureSetting({ label, value, unit, most, onChange }: Props) {
  const { t } = useText('settings');
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const read = typed === undefined ? undefined : readPositive(typed, most);
  const problem = read && 'why' in read ? read.why : undefined;

  function commit(): void {
    if (!read || 'why' in read) return;
    setTyped(undefined);
    if (read.value !== value) onChange(read.value);
  }

  return (
    <>
      <input
        className={`${styles.control} ${styles.figure}`}
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? value}
        {...(problem && { 'aria-invalid': true, 'aria-describedby': id })}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') setTyped(undefined);
        }}
      />{' '}
      {unit}
      {problem && (
        <div id={id} className={styles.problem} role="alert">
          {t(`problem-${problem}`, { text: typed?.trim() ?? '', bound: most })}
        </div>
      )}
    </>
  );
}

type Read =
  | { readonly value: DecimalText }
  | { readonly why: 'empty' | 'not-a-number' | 'ambiguous' | 'not-above' | 'too-high' };

/** A number above 0 and at most `most`. */
export function readPositive(typed: string, most: string): Read {
  const written = readNumber(typed);
  if ('refused' in written) return { why: written.refused };
  if (written.value <= 0n) return { why: 'not-above' };
  if (written.value > decimal(most)) return { why: 'too-high' };
  return { value: decimalText(written.value) };
}
