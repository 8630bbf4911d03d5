/** @file A figure with its unit; beside it how it is known, which becomes the perfumer's to say once the figure is changed. */
import { useId } from 'react';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import { useText } from '#renderer/shared/text.ts';
import { type FactField, type FigureField, isUntouched } from './draft.ts';
import { useEditing, write } from './editing.ts';
import { useFactText } from './fact-text.ts';
import { useProblem } from './form-state.ts';
import styles from './material-form.module.css';
import { MethodBadge, Origin } from './origin.tsx';
import { weightFromFormula } from './read-draft.ts';
import { Said } from './text-field.tsx';

export function FigureRow({ field }: { readonly field: FactField }) {
  const { t } = useText('materials');
  const { unitOf } = useFactText();
  const id = useId();
  const editing = useEditing((state) => state.editing);
  const problem = useProblem(field);
  if (!editing) return null;
  const { draft, was } = editing;
  const typed = draft.facts[field];
  const computed = field === 'molecularWeight' ? weightFromFormula(draft) : undefined;
  const set = (part: Partial<typeof typed>) => write({ facts: { ...draft.facts, [field]: { ...typed, ...part } } });
  const label = t(field);

  return (
    <div className={styles.figure}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.withUnit}>
        <input
          id={id}
          name={field}
          className={styles.input}
          value={computed === undefined ? typed.value : String(computed)}
          readOnly={computed !== undefined}
          inputMode={isText(field) ? 'text' : 'decimal'}
          spellCheck={false}
          autoComplete="off"
          {...(problem && { 'aria-invalid': true, 'aria-describedby': `${id}-about` })}
          onChange={(event) => set({ value: event.target.value })}
        />
        <span className={styles.unit}>{isText(field) ? '' : unitOf(field)}</span>
      </span>
      {computed !== undefined ? (
        <span className={styles.hint}>
          <MethodBadge method="computed" /> {t('weight-computed')}
        </span>
      ) : (
        <How field={field} label={label} was={was} set={set} />
      )}
      <Said id={`${id}-about`} problem={problem} />
    </div>
  );
}

function isText(field: FactField): field is Exclude<FactField, FigureField> {
  return field === 'molecularFormula' || field === 'smiles';
}

interface HowProps {
  readonly field: FactField;
  readonly label: string;
  readonly was: LibraryMaterial | undefined;
  readonly set: (part: { method?: 'perfumer' | 'supplier'; source?: string }) => void;
}

function How({ field, label, was, set }: HowProps) {
  const { t } = useText('materials');
  const typed = useEditing(({ editing }) => editing?.draft.facts[field]);
  const fact = was?.material[field];
  const isTheirs = fact && fact.method !== 'perfumer' && fact.method !== 'supplier';
  if (!typed || (typed.value.trim() === '' && !fact)) return <span />;
  if (fact && isTheirs && isUntouched(typed, fact)) {
    return <Origin method={fact.method} source={fact.source} kind={was.material.kind} />;
  }
  if (typed.value.trim() === '') return <span />;
  return (
    <span className={styles.how}>
      <select
        className={styles.input}
        aria-label={t('how-known', { fact: label })}
        value={typed.method}
        onChange={(event) => set({ method: event.target.value as 'perfumer' | 'supplier' })}
      >
        <option value="perfumer">{t('method.perfumer')}</option>
        <option value="supplier">{t('method.supplier')}</option>
      </select>
      <input
        className={styles.input}
        aria-label={t('source-of', { fact: label })}
        placeholder={t('source-hint')}
        value={typed.source}
        onChange={(event) => set({ source: event.target.value })}
      />
    </span>
  );
}
