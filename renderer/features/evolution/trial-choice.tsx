import type { TrialHead } from '#perfumery/formula/recipe.ts';
import { working } from '#renderer/shared/evolution/use-trial.ts';
import { inLanguage, type Language, useText } from '#renderer/shared/text.ts';
import styles from './evolution.module.css';

interface Props {
  readonly label: string;
  readonly trials: readonly TrialHead[];
  readonly chosen: string | undefined;
  /** Left out: a trial is not laid over itself. */
  readonly except?: string;
  /** The word for none, where none may be chosen. */
  readonly none?: string;
  readonly onChoose: (trialId: string | undefined) => void;
}

/** A choice among the trials of a recipe and the formula that is being worked on. */
export function TrialChoice({ label, trials, chosen, except, none, onChoose }: Props) {
  const { t, language } = useText('evolution');
  const { t: bench } = useText('bench');
  return (
    <label className={styles.choice}>
      {label}
      <select value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        {none !== undefined && <option value="">{none}</option>}
        {except !== working && <option value={working}>{t('working')}</option>}
        {trials
          .filter(({ id }) => id !== except)
          .map((trial) => (
            <option key={trial.id} value={trial.id}>
              {titleOf(trial, language, bench('number-of-trial', { number: trial.number }))}
            </option>
          ))}
      </select>
    </label>
  );
}

function titleOf({ name }: TrialHead, language: Language, number: string): string {
  return [number, inLanguage(name, language)].filter(Boolean).join(' · ');
}
