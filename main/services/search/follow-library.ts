/** @file What happens in the library, as far as it changes what can be found. */
import { setTimeout as after } from 'node:timers/promises';
import type { EventStream } from '#foundation/event-stream.ts';
import type { RecipeId } from '#foundation/ids.ts';
import type { LibraryMaterial } from '#perfumery/material/shelf.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { RecipeEvent } from '#services/recipes/recipe-event.ts';
import type { RegulationInForce } from '#services/regulation/regulation-in-force.ts';
import type { KeptShelf } from './shelf/keep-shelf.ts';

export interface LibraryEvents {
  readonly recipes: EventStream<RecipeEvent>;
  readonly materials: EventStream<LibraryMaterial>;
  readonly day: EventStream<DayEvent>;
  readonly inForce: RegulationInForce;
}

/** A formula being typed is looked at again once typing has rested so long, in ms. */
const typingRest = 800;

/** Hands every change on to the shelf until `signal` aborts. Whoever fell behind looks through everything. */
export function followLibrary(
  { recipes, materials, day, inForce }: LibraryEvents,
  kept: KeptShelf,
  signal: AbortSignal,
) {
  const typed = new Map<RecipeId, number>();
  const onRecipe = (event: RecipeEvent) => {
    if (event.what === 'removed') kept.dropRecipe(event.recipeId);
    else if (event.what === 'changed') kept.touchRecipe(event.recipeId, true);
    else {
      const turn = (typed.get(event.recipeId) ?? 0) + 1;
      typed.set(event.recipeId, turn);
      after(typingRest, undefined, { signal, ref: false }).then(
        () => {
          if (typed.get(event.recipeId) !== turn) return;
          typed.delete(event.recipeId);
          kept.touchRecipe(event.recipeId, false);
        },
        () => undefined, // the studio closes
      );
    }
  };
  const onDay = ({ what, recipeId }: DayEvent) => {
    if (recipeId) kept.touchRecipe(recipeId, true);
    else if (what === 'stock' || what === 'labels') kept.touchMaterials();
    else kept.touchAll();
  };
  void follow(recipes, onRecipe, kept, signal);
  void follow(materials, ({ material }) => kept.touchMaterial(material.id), kept, signal);
  void follow(day, onDay, kept, signal);
  void (async () => {
    for await (const _ of inForce.changes.until(signal)) kept.touchAll();
  })();
}

async function follow<T>(
  events: EventStream<T>,
  onEvent: (event: T) => void,
  kept: KeptShelf,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for await (const event of events.until(signal)) onEvent(event);
    if (!signal.aborted) kept.touchAll();
  }
}
