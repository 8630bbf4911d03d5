/** @file A labelled box of the form, with what is wrong with it under it. */
import { type ReactNode, useId } from 'react';
import { useProblem } from './form-state.ts';
import styles from './material-form.module.css';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: 'half' | 'third' | 'quarter' | 'whole';
  readonly rows?: number;
  readonly hint?: string;
  readonly language?: 'ko' | 'en';
  readonly type?: 'text' | 'date';
  readonly autoFocus?: boolean;
}

/** A text box, of several lines where `rows` says so. */
export function TextField(props: Props) {
  const { name, label, value, onChange, width = 'half', rows, hint, language, type = 'text', autoFocus } = props;
  const id = useId();
  const problem = useProblem(name);
  const common = {
    id,
    name,
    value,
    className: styles.input,
    spellCheck: false,
    autoComplete: 'off',
    ...(language && { lang: language }),
    ...(problem && { 'aria-invalid': true }),
    ...((problem || hint) && { 'aria-describedby': `${id}-about` }),
  };
  return (
    <div className={`${styles.field} ${styles[width]}`}>
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...common} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        // biome-ignore lint/a11y/noAutofocus: the perfumer has just asked for this form
        <input {...common} type={type} autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} />
      )}
      <Said id={`${id}-about`} problem={problem} hint={hint} />
    </div>
  );
}

/** The problem, else the hint, else nothing. */
export function Said({
  id,
  problem,
  hint,
}: {
  readonly id: string;
  readonly problem: string | undefined;
  readonly hint?: string | undefined;
}) {
  if (!problem && !hint) return null;
  return (
    <span id={id} className={problem ? styles.problem : styles.hint} {...(problem && { role: 'alert' })}>
      {problem ?? hint}
    </span>
  );
}

interface SelectProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

/** A choice of a few. */
export function SelectField<Value extends string>({ name, label, value, options, onChange }: SelectProps<Value>) {
  const id = useId();
  return (
    <div className={`${styles.field} ${styles.quarter}`}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A box in a table: its label is for who cannot see the heading. */
export function CellField({
  name,
  label,
  value,
  onChange,
}: Pick<Props, 'name' | 'label' | 'value' | 'onChange'>): ReactNode {
  const id = useId();
  const problem = useProblem(name);
  return (
    <>
      <input
        className={styles.input}
        name={name}
        aria-label={label}
        value={value}
        spellCheck={false}
        autoComplete="off"
        {...(problem && { 'aria-invalid': true, 'aria-describedby': id })}
        onChange={(event) => onChange(event.target.value)}
      />
      <Said id={id} problem={problem} />
    </>
  );
}
