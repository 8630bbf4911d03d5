/** @file The trials of a recipe as a tree, and any two of them side by side. */
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import type { Recipe, Trial, TrialHead } from '#perfumery/formula/recipe.ts';
import { trialTree } from '#perfumery/formula/trial-tree.ts';
import { type Sheet, settled, showRecipe } from '#renderer/shared/bench.ts';
import { tell } from '#renderer/shared/notices.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';
import { inLanguage, useText } from '#renderer/shared/text.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { FormulaDiff } from './formula-diff.tsx';
import styles from './trials-dialog.module.css';

const working = 'working';

export function TrialsDialog({
  recipeId,
  sheet,
  shown,
  onClose,
}: {
  readonly recipeId: RecipeId;
  readonly sheet: Sheet;
  /** The trial to look at first. */
  readonly shown?: TrialId;
  readonly onClose: () => void;
}) {
  const { t, language } = useText('bench');
  const { t: common } = useText('common');
  const client = useStudio((studio) => studio.client);
  const { trials, baseTrialId } = sheet.recipe;
  const [before, setBefore] = useState<string>(shown ?? baseTrialId ?? trials.at(-1)?.id ?? working);
  const [after, setAfter] = useState<string>(working);
  const formulas = useFormulas(sheet, [before, after]);

  async function restore(trial: TrialHead): Promise<void> {
    try {
      await settled(recipeId);
      const { trial: made, recipe } = await client.recipes.restoreTrial({ trialId: trial.id });
      await showRecipe(recipe as Recipe);
      tell({ tone: 'good', text: t('restored', { from: trial.number, to: made.number }) });
    } catch (error) {
      tellRefusal(error);
    }
  }

  const title = (id: string) => {
    const trial = trials.find((one) => one.id === id);
    return trial
      ? [t('number-of-trial', { number: trial.number }), inLanguage(trial.name, language)].filter(Boolean).join(' · ')
      : t('working-formula');
  };
  const choice = (value: string, set: (id: string) => void, label: string) => (
    <select className={styles.choice} aria-label={label} value={value} onChange={(event) => set(event.target.value)}>
      <option value={working}>{t('working-formula')}</option>
      {trials.map(({ id }) => (
        <option key={id} value={id}>
          {title(id)}
        </option>
      ))}
    </select>
  );
  const [left, right] = [formulas.get(before), formulas.get(after)];

  return (
    <Dialog title={t('trials')} width="lg" closeLabel={common('close')} onClose={onClose}>
      {trials.length === 0 && <p className={styles.hint}>{t('no-trials')}</p>}
      <ul className={styles.tree} aria-label={t('trials')}>
        {trialTree(trials).map(({ trial, depth }) => (
          <li
            key={trial.id}
            className={trial.id === baseTrialId ? `${styles.trial} ${styles.base}` : styles.trial}
            style={{ paddingLeft: 10 + depth * 22 }}
          >
            <strong>{t('number-of-trial', { number: trial.number })}</strong>
            <span className={styles.name}>
              {inLanguage(trial.name, language)}
              {trial.note && <small>{trial.note}</small>}
            </span>
            <span className={styles.date}>
              {new Date(trial.created).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
            <span className={styles.date}>{t('lines', { count: trial.lineCount })}</span>
            <Button onClick={() => setBefore(trial.id)}>{t('compare')}</Button>
            <Button onClick={() => void restore(trial)}>{t('restore')}</Button>
          </li>
        ))}
      </ul>
      {trials.length > 0 && (
        <section aria-label={t('compare')}>
          <h3 className={styles.heading}>
            {t('compare')} {choice(before, setBefore, t('diff-before'))} → {choice(after, setAfter, t('diff-after'))}
          </h3>
          {left && right && <FormulaDiff before={left} after={right} accords={sheet.accords} />}
        </section>
      )}
    </Dialog>
  );
}

/** The formulas of the trials named, fetched as they are asked for. */
function useFormulas(sheet: Sheet, ids: readonly string[]): ReadonlyMap<string, Formula> {
  const client = useStudio((studio) => studio.client);
  const [fetched, setFetched] = useState<ReadonlyMap<string, Formula>>(new Map());
  const missing = ids.filter((id) => id !== working && !fetched.has(id)).join(' ');
  useEffect(() => {
    for (const trialId of missing.split(' ').filter(Boolean)) {
      client.recipes
        .trial({ trialId: trialId as TrialId })
        .then((trial) => setFetched((known) => new Map(known).set(trialId, (trial as Trial).formula)), tellRefusal);
    }
  }, [missing, client]);
  return new Map([...fetched, [working, sheet.recipe.formula]]);
}
