import type { BriefNeeds } from '#services/briefs/brief-needs.ts';
import { listBriefs } from '#services/briefs/get-brief.ts';
import { giveBrief, removeBrief } from '#services/briefs/give-brief.ts';
import { addBrief, editBrief } from '#services/briefs/keep-brief.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** The acts on briefs, behind the contract. */
export function briefHandlers({ briefs: on }: Implementer, needs: BriefNeeds) {
  return on.router({
    list: on.list.handler(() => toWire(listBriefs(needs)())),
    of: on.of.handler(({ input }) => toWire(needs.briefs.of(input.recipeId) ?? null)),
    add: on.add.handler(({ input }) => toWire(addBrief(needs)(input.facts))),
    edit: on.edit.handler(({ input }) => toWire(editBrief(needs)(input))),
    remove: on.remove.handler(({ input }) => toWire(removeBrief(needs)(input.briefId))),
    give: on.give.handler(({ input }) => toWire(giveBrief(needs)(input.recipeId, input.briefId))),
  });
}
