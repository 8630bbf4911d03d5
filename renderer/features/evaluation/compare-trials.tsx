/** @file Two or three trials beside one another: scores, verdict and cost, what differs in the formula, and how they dry. */
import { useState } from 'react';
import type { TrialId } from '#foundation/ids.ts';
import type { Evaluation } from '#perfumery/evaluation/evaluation.ts';
import { mostSamples } from '#perfumery/evaluation/sitting.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Recipe } from '#perfumery/formula/recipe.ts';
import { type Sheet, useBench } from '#renderer/shared/bench.ts';
import { EvolutionColumns } from '#renderer/shared/evolution/evolution-columns.tsx';
import { useEvolution, usualSetting } from '#renderer/shared/evolution/use-evolution.ts';
import { useTrial, working } from '#renderer/shared/evolution/use-trial.ts';
import { useNames } from '#renderer/shared/names.ts';
import { useText } from '#renderer/shared/text.ts';
import table from '#renderer/ui/table.module.css';
import { ComparedFigures } from './compared-figures.tsx';
import { ComparedFormulas } from './compared-formulas.tsx';
import { ComparedScores } from './compared-scores.tsx';
import styles from './evaluation.module.css';
import { useWords } from './use-words.ts';

/** One of what is compared. */
export interface Compared {
  /** Of a trial, or `working`. */
  readonly id: string;
  readonly title: string;
  readonly formula: Formula;
  readonly product: Product;
}

interface Props {
  readonly recipe: Recipe;
  readonly evaluations: readonly Evaluation[];
}

export function CompareTrials({ recipe, evaluations }: Props) {
  const sheet = useBench(({ sheets }) => sheets[recipe.id]);
  const { t } = useText('evaluation');
  if (!sheet) return null;
  if (recipe.trials.length === 0) return <p className={table.hint}>{t('compare-few')}</p>;
  return <Comparing sheet={sheet} recipe={recipe} evaluations={evaluations} />;
}

function Comparing({ sheet, recipe, evaluations }: Props & { readonly sheet: Sheet }) {
  const { t } = useText('evaluation');
  const words = useWords(recipe.trials);
  const names = useNames(recipe.id);
  const [chosen, choose] = useState<readonly string[]>(() => atFirst(recipe, evaluations));
  // As many as can be chosen, each with a worker of its own.
  const [first, second, third] = chosen;
  const trials = [
    useTrial(recipe.id, sheet, first),
    useTrial(recipe.id, sheet, second),
    useTrial(recipe.id, sheet, third),
  ];
  const evolutions = [
    useEvolution(trials[0], sheet.accords, usualSetting),
    useEvolution(trials[1], sheet.accords, usualSetting),
    useEvolution(trials[2], sheet.accords, usualSetting),
  ];
  const titleOf = (id: string) => (id === working ? t('working-formula') : words.trial(id as TrialId));
  const compared = chosen.flatMap((id, at): Compared[] => {
    const trial = trials[at];
    return trial ? [{ id, title: titleOf(id), formula: trial.formula, product: trial.product }] : [];
  });
  const isComplete = compared.length === chosen.length && chosen.length >= 2;
  const isFull = chosen.length >= mostSamples;

  return (
    <div className={styles.compare}>
      <fieldset className={styles.choice}>
        <legend className={styles.label}>{t('compare-choose')}</legend>
        <div className={styles.row}>
          {[...recipe.trials.map(({ id }) => id as string), working].map((id) => (
            <label key={id} className={styles.check}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                disabled={!chosen.includes(id) && isFull}
                onChange={() =>
                  choose(inOrder(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id], recipe))
                }
              />
              {titleOf(id)}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen.length < 2 && <p className={table.hint}>{t('compare-hint')}</p>}
      {isComplete && (
        <>
          <ComparedScores compared={compared} trials={recipe.trials} evaluations={evaluations} />
          <ComparedFigures compared={compared} accords={sheet.accords} />
          <ComparedFormulas compared={compared} recipeId={recipe.id} />
          <section aria-label={t('evolution')}>
            <h3>{t('evolution')}</h3>
            <EvolutionColumns
              caption={t('evolution-note')}
              columns={compared.map(({ id, title }, at) => {
                const { answer, isCurrent, hasFailed } = evolutions[at] as (typeof evolutions)[number];
                return { key: id, title, evolution: isCurrent ? answer : undefined, hasFailed };
              })}
              nameOf={names.material}
            />
          </section>
        </>
      )}
    </div>
  );
}

/** Trials as they were made, the working formula last. */
function inOrder(ids: readonly string[], { trials }: Recipe): readonly string[] {
  const place = (id: string) => (id === working ? trials.length : trials.findIndex((one) => one.id === id));
  return ids.toSorted((a, b) => place(a) - place(b));
}

/** The last two trials that were smelled, or else the last two, or the only one and the working formula. */
function atFirst({ trials }: Recipe, evaluations: readonly Evaluation[]): readonly string[] {
  const smelled = new Set(evaluations.map(({ trialId }) => trialId));
  const last = trials.filter(({ id }) => smelled.has(id)).slice(-2);
  const two = last.length === 2 ? last : trials.slice(-2);
  return two.length === 2 ? two.map(({ id }) => id) : [...two.map(({ id }) => id), working];
}
