import { useId } from 'react';
import styles from './segmented.module.css';

interface Props<K extends string> {
  /** What is chosen, for who cannot see that it belongs to what stands beside it. */
  readonly legend: string;
  readonly options: readonly { readonly key: K; readonly label: string }[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
}

/** A choice of one among a few, all of them in sight. */
export function Segmented<K extends string>({ legend, options, chosen, onChoose }: Props<K>) {
  const name = useId();
  return (
    <fieldset className={styles.segmented}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ key, label }) => (
        <label key={key} className={styles.option}>
          <input type="radio" name={name} checked={key === chosen} onChange={() => onChoose(key)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
