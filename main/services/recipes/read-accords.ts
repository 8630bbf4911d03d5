import type { TrialId } from '#foundation/ids.ts';
import type { Accords, Formula } from '#perfumery/formula/formula.ts';
import type { Accord } from '#perfumery/formula/recipe.ts';
import type { RecipeNeeds } from './recipe-needs.ts';

/** The trials named, and every trial they use as an accord, to any depth. Missing ones are left out. */
export function readAccords({ trials }: Pick<RecipeNeeds, 'trials'>) {
  return (trialIds: readonly TrialId[]): readonly Accord[] => {
    const found = new Map<TrialId, Accord>();
    const open = [...trialIds];
    for (let trialId = open.pop(); trialId !== undefined; trialId = open.pop()) {
      if (found.has(trialId)) continue;
      const trial = trials.findAccord(trialId);
      if (!trial) continue;
      found.set(trialId, trial);
      open.push(...accordsIn(trial.formula));
    }
    return [...found.values()];
  };
}

/** What the accord lines of `formula` stand for, to any depth. */
export function accordsFor(needs: Pick<RecipeNeeds, 'trials'>) {
  return (formula: Formula): Accords =>
    new Map(readAccords(needs)(accordsIn(formula)).map((trial) => [trial.id, trial.formula]));
}

function accordsIn({ lines }: Formula): readonly TrialId[] {
  return lines.flatMap(({ ingredient }) => (ingredient.kind === 'accord' ? [ingredient.trialId] : []));
}
