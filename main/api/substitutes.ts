import { findNearest } from '#services/substitutes/find-nearest.ts';
import { proposeSubstitutes } from '#services/substitutes/propose-substitutes.ts';
import type { SubstituteNeeds } from '#services/substitutes/substitute-needs.ts';
import type { Weighed } from '#services/substitutes/weigh-formula.ts';
import type { Implementer } from './implementer.ts';
import { toWire } from './to-wire.ts';

/** Similar materials and proposals, behind the contract. */
export function substituteHandlers({ substitutes: on }: Implementer, needs: SubstituteNeeds) {
  return on.router({
    nearest: on.nearest.handler(({ input }) => toWire(findNearest(needs)(input.materialId, input.limit))),
    propose: on.propose.handler(async ({ input }) => {
      const { before, lineIds, proposals } = await proposeSubstitutes(needs)(input);
      return toWire({
        before: told(before),
        lineIds,
        proposals: proposals.map(({ swaps, weighed }) => ({ swaps, weighed: told(weighed) })),
      });
    }),
  });
}

/** JSON has no Infinity. */
function told({ ratio, ...weighed }: Weighed) {
  return { ...weighed, ratio: Number.isFinite(ratio) ? ratio : null };
}
