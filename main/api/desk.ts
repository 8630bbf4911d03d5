import type { DeskNeeds } from '#services/desk/desk-needs.ts';
import { keepOpen } from '#services/desk/keep-open.ts';
import { keepWeighed } from '#services/desk/keep-weighed.ts';
import type { Implementer } from './implementer.ts';

/** What lies on the desk, behind the contract. */
export function deskHandlers({ desk: on }: Implementer, needs: DeskNeeds) {
  return on.router({
    open: on.open.handler(() => ({ recipeIds: [...needs.desk.open()] })),
    keepOpen: on.keepOpen.handler(({ input }) => ({ recipeIds: [...keepOpen(needs)(input.recipeIds)] })),
    weighed: on.weighed.handler(({ input }) => ({ marks: [...needs.desk.weighed(input.recipeId)] })),
    keepWeighed: on.keepWeighed.handler(({ input }) => ({
      marks: [...keepWeighed(needs)(input.recipeId, input.marks)],
    })),
  });
}
