/** @file Takes an import back: the recipe it made, and the accords and materials that came with it. */
import type { RecipeId, TrialId } from '#foundation/ids.ts';
import type { Formula } from '#perfumery/formula/formula.ts';
import type { Accord, Recipe, Trial } from '#perfumery/formula/recipe.ts';
import type { Understood } from '#perfumery/interchange/understood.ts';
import { settled } from '#renderer/shared/bench.ts';
import { useStudio } from '#renderer/shared/studio.ts';

/**
 * Removes what was kept, with the accords it brought, and archives the materials it brought, since a material is never
 * removed. An accord that another recipe uses by now stays.
 */
export async function undoImport(understood: Understood, kept: Recipe): Promise<void> {
  const { client } = useStudio.getState();
  await settled(kept.id);
  const accords = await broughtAccords(understood, kept);
  await client.recipes.remove({ recipeId: kept.id });
  for (const recipeId of accords) await client.recipes.remove({ recipeId }).catch(() => undefined);
  for (const { id: materialId } of understood.materials ?? [])
    await client.materials.archive({ materialId, archived: true }).catch(() => undefined);
}

/** The recipes that the accords of the file became, each before those it uses. */
async function broughtAccords(
  { formula, trials, accords = [] }: Understood,
  kept: Recipe,
): Promise<readonly RecipeId[]> {
  if (accords.length === 0) return [];
  const { client } = useStudio.getState();
  const keptTrials = await Promise.all(kept.trials.map(({ id }) => client.recipes.trial({ trialId: id })));
  const inFile = [formula, ...trials.map((trial) => trial.formula)];
  const here = [kept.formula, ...keptTrials.map((trial) => (trial as Trial).formula)];
  const named = here.flatMap(({ lines }) =>
    lines.flatMap(({ ingredient }) => (ingredient.kind === 'accord' ? [ingredient.trialId] : [])),
  );
  const known = (await client.recipes.accords({ trialIds: [...new Set(named)].slice(0, 500) })) as Accord[];
  const fromFile = new Map(accords.map((accord) => [accord.trialId, accord]));
  const found = new Map<TrialId, RecipeId>();
  const follow = (file: Formula, own: Formula): void => {
    for (const [index, { ingredient }] of file.lines.entries()) {
      const became = own.lines[index]?.ingredient;
      if (ingredient.kind !== 'accord' || became?.kind !== 'accord' || found.has(ingredient.trialId)) continue;
      const accord = fromFile.get(ingredient.trialId);
      if (!accord) continue;
      found.set(ingredient.trialId, became.recipeId);
      const inner = known.find(({ id }) => id === became.trialId);
      if (inner) follow(accord.formula, inner.formula);
    }
  };
  for (const [index, file] of inFile.entries()) {
    const own = here[index];
    if (own) follow(file, own);
  }
  return accords.toReversed().flatMap(({ trialId }) => found.get(trialId) ?? []);
}
