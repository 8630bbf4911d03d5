import type { EventStream } from '#foundation/event-stream.ts';
import { createRecipe } from '#services/recipes/create-recipe.ts';
import { describeRecipe } from '#services/recipes/describe-recipe.ts';
import { duplicateRecipe } from '#services/recipes/duplicate-recipe.ts';
import { editRecipe } from '#services/recipes/edit-recipe.ts';
import { getTrial } from '#services/recipes/get-trial.ts';
import { keepTrial } from '#services/recipes/keep-trial.ts';
import { listRecipes } from '#services/recipes/list-recipes.ts';
import { openRecipe } from '#services/recipes/open-recipe.ts';
import { readAccords } from '#services/recipes/read-accords.ts';
import type { RecipeEvent } from '#services/recipes/recipe-event.ts';
import type { TrialNeeds } from '#services/recipes/recipe-needs.ts';
import { redoEdit } from '#services/recipes/redo-edit.ts';
import { removeRecipe } from '#services/recipes/remove-recipe.ts';
import { restoreTrial } from '#services/recipes/restore-trial.ts';
import { undoEdit } from '#services/recipes/undo-edit.ts';
import type { Implementer } from './implementer.ts';
import { toWire, type Wire } from './to-wire.ts';

/** The acts on recipes, behind the contract. */
export function recipeHandlers({ recipes: on }: Implementer, needs: TrialNeeds, events: EventStream<RecipeEvent>) {
  return on.router({
    list: on.list.handler(({ input }) => toWire(listRecipes(needs)(input))),
    create: on.create.handler(({ input }) => toWire(createRecipe(needs)(input))),
    open: on.open.handler(({ input }) => toWire(openRecipe(needs)(input.recipeId))),
    edit: on.edit.handler(({ input }) => editRecipe(needs)(input)),
    undo: on.undo.handler(({ input }) => toWire(undoEdit(needs)(input.recipeId))),
    redo: on.redo.handler(({ input }) => toWire(redoEdit(needs)(input.recipeId))),
    describe: on.describe.handler(({ input }) => toWire(describeRecipe(needs)(input))),
    duplicate: on.duplicate.handler(({ input }) => toWire(duplicateRecipe(needs)(input.recipeId))),
    remove: on.remove.handler(({ input }) => removeRecipe(needs)(input.recipeId)),
    keepTrial: on.keepTrial.handler(({ input }) => toWire(keepTrial(needs)(input))),
    trial: on.trial.handler(({ input }) => toWire(getTrial(needs)(input.trialId))),
    restoreTrial: on.restoreTrial.handler(({ input }) => toWire(restoreTrial(needs)(input.trialId))),
    accords: on.accords.handler(({ input }) => toWire(readAccords(needs)(input.trialIds))),
    watch: on.watch.handler(({ signal }) => events.until(signal) as AsyncGenerator<Wire<RecipeEvent>, undefined>),
  });
}
