import { useEffect, useMemo, useState } from 'react';
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula, Product } from '#perfumery/formula/formula.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import { fetchAccords, type Sheet } from '#renderer/shared/bench.ts';
import { tellRefusal } from '#renderer/shared/refusal.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/** Stands for the formula that is being worked on, where a trial is chosen. */
export const working = 'working';

/** The formula and product of a trial, fetched with its accords; of the working formula where that is meant. */
export function useTrial(
  recipeId: RecipeId,
  { recipe }: Sheet,
  chosen: string | undefined,
): { readonly formula: Formula; readonly product: Product } | undefined {
  const client = useStudio((studio) => studio.client);
  const [fetched, setFetched] = useState<Trial>();
  useEffect(() => {
    if (chosen === undefined || chosen === working) return;
    let isWanted = true;
    (async () => {
      const trial = (await client.recipes.trial({ trialId: chosen as TrialId })) as Trial;
      await fetchAccords(
        recipeId,
        trial.formula.lines.flatMap(({ ingredient }) => (ingredient.kind === 'accord' ? [ingredient.trialId] : [])),
      );
      if (isWanted) setFetched(trial);
    })().catch(tellRefusal);
    return () => {
      isWanted = false;
    };
  }, [chosen, recipeId, client]);
  const { formula, product } = recipe;
  return useMemo(() => {
    if (chosen === working) return { formula, product };
    return fetched && fetched.id === chosen ? fetched : undefined;
  }, [chosen, fetched, formula, product]);
}
