/** @file What the day asks for: what is due to be smelled, what matures, what expires, what runs out, what is promised. */
import { StudioError } from '#foundation/errors.ts';
import type { BatchId, BriefId, LotId, MaterialId, RecipeId, SittingId } from '#foundation/ids.ts';
import type { InTwoLanguages } from '#perfumery/material/material.ts';
import { addDays } from '#perfumery/stock/maceration.ts';
import { type DecimalText, decimal } from '#perfumery/units/decimal.ts';
import type { BriefNeeds } from '#services/briefs/brief-needs.ts';
import type { EvaluationNeeds } from '#services/evaluations/evaluation-needs.ts';
import type { StockNeeds } from '#services/stock/stock-needs.ts';

export type CalendarNeeds = EvaluationNeeds & StockNeeds & BriefNeeds;

export interface Calendar {
  /** The earliest first, times not yet reached included. */
  readonly smelling: readonly {
    readonly sittingId: SittingId;
    readonly recipeId: RecipeId;
    readonly recipeName: InTwoLanguages;
    readonly minutes: number;
    readonly due: string;
  }[];
  readonly maceration: readonly {
    readonly batchId: BatchId;
    readonly recipeId: RecipeId;
    readonly recipeName: InTwoLanguages;
    readonly mass: DecimalText;
    readonly madeOn: string;
    readonly days: number;
    readonly on: string;
    readonly done?: string;
  }[];
  /** Lots with something left that expire within `expiryHorizon` days or have. */
  readonly expiring: readonly {
    readonly lotId: LotId;
    readonly materialId: MaterialId;
    readonly number: string;
    readonly left: DecimalText;
    readonly expires: string;
  }[];
  readonly toOrder: readonly {
    readonly materialId: MaterialId;
    /** g; absent while nobody has counted. */
    readonly stock?: DecimalText;
    readonly minimum: DecimalText;
  }[];
  readonly deadlines: readonly {
    readonly briefId: BriefId;
    readonly name: string;
    readonly client: string;
    readonly deadline: string;
    readonly recipeIds: readonly RecipeId[];
  }[];
}

/** Days ahead that expiries are told. */
export const expiryHorizon = 60;

/** Everything the day asks for, seen from `today` (ISO date). Archived recipes ask for nothing. */
export function readCalendar(needs: CalendarNeeds) {
  return (today: string): Calendar => {
    const nameOf = (recipeId: RecipeId) => {
      const head = needs.recipes.head(recipeId);
      return head && !head.archived ? head.name : undefined;
    };
    return {
      smelling: needs.sittings.dueUntil('9999').flatMap((one) => {
        const recipeName = nameOf(one.recipeId);
        return recipeName ? [{ ...one, recipeName }] : [];
      }),
      maceration: needs.batches
        .all()
        .flatMap(({ id: batchId, recipeId, mass, madeOn, looks }) => {
          const recipeName = nameOf(recipeId);
          if (!recipeName) return [];
          return looks.map((look) => ({ batchId, recipeId, recipeName, mass, madeOn, ...look }));
        })
        .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
      expiring: expiring(needs, addDays(today, expiryHorizon)),
      toOrder: toOrder(needs),
      deadlines: needs.briefs.all().flatMap(({ id: briefId, name, client, deadline }) => {
        return deadline ? [{ briefId, name, client, deadline, recipeIds: needs.briefs.recipesOf(briefId) }] : [];
      }),
    };
  };
}

function expiring({ stock }: Pick<StockNeeds, 'stock'>, until: string): Calendar['expiring'] {
  return stock
    .lots()
    .flatMap(({ id: lotId, materialId, number, left, expires }) =>
      expires && expires <= until && decimal(left) > 0n ? [{ lotId, materialId, number, left, expires }] : [],
    )
    .sort((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : 0));
}

function toOrder({ stock, materials }: Pick<StockNeeds, 'stock' | 'materials'>): Calendar['toOrder'] {
  return [...stock.minimums()].flatMap(([materialId, minimum]) => {
    const held = materials.find(materialId)?.shelf.stock;
    if (held !== undefined && decimal(held) >= decimal(minimum)) return [];
    return [{ materialId, minimum, ...(held !== undefined && { stock: held }) }];
  });
}

/** Marks a look at a maturing batch as done, or as not done. Refuses (`batch.not-found`) a batch or day that is not there. */
export function lookAtBatch({ batches, write, now, announceDay }: CalendarNeeds) {
  return (batchId: BatchId, days: number, done: boolean): void => {
    const isThere = write(() => batches.setLooked(batchId, days, done ? now() : undefined));
    if (!isThere) throw new StudioError('batch.not-found', { batchId });
    announceDay({ what: 'stock' });
  };
}
