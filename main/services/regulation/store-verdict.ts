import type { VerdictStore } from '#library/sqlite/verdict-store.ts';
import type { Trial } from '#perfumery/formula/recipe.ts';
import { storedVerdict } from '#perfumery/safety/stored-verdict.ts';
import { accordsFor } from '#services/recipes/read-accords.ts';
import type { RecipeNeeds } from '#services/recipes/recipe-needs.ts';
import type { RegulationInForce } from './regulation-in-force.ts';

export interface StoringNeeds extends Pick<RecipeNeeds, 'trials'> {
  readonly verdicts: Pick<VerdictStore, 'put'>;
  readonly inForce: Pick<RegulationInForce, 'now'>;
}

/** Lines, with those of its accords, that are judged within a few ms; more is left to the side thread. */
const mostAtOnce = 300;

/** Keeps what a trial that was just frozen is judged to be by the table in force, with its amendment and the date. */
export function storeVerdict(needs: StoringNeeds) {
  return ({ id, formula, product, created }: Trial): void => {
    const { verdicts, inForce } = needs;
    const accords = accordsFor(needs)(formula);
    const lines = [formula, ...accords.values()].reduce((sum, one) => sum + one.lines.length, 0);
    if (lines > mostAtOnce) return;
    const { judge, tableId } = inForce.now();
    verdicts.put(storedVerdict(judge(formula, { product, accords }), { trialId: id, tableId, judged: created }));
  };
}
