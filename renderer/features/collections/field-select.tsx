import styles from './collections.module.css';

interface Props<K extends string> {
  /** What is chosen, for who cannot see where it stands. */
  readonly label: string;
  readonly options: readonly { readonly key: K; readonly label: string }[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
}

/** A choice of one among many, in one line. */
export function FieldSelect<K extends string>({ label, options, chosen, onChoose }: Props<K>) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={chosen}
      onChange={(event) => onChoose(event.target.value as K)}
    >
      {options.map(({ key, label: text }) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
    </select>
  );
}
