import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { BatchId, StockActId, SupplierId } from '#foundation/ids.ts';
import { stockActs } from '#perfumery/stock/lot.ts';
import { refusals } from './errors.ts';
import {
  decimalShape,
  idText,
  lotId,
  materialId,
  nameShape,
  proseShape,
  recipeId,
  recipeShape,
  trialId,
} from './shapes.ts';

const tags = ['stock'];
export const batchId = idText.transform((text) => text as BatchId);
const supplierId = idText.transform((text) => text as SupplierId);
const actId = idText.transform((text) => text as StockActId);
const currency = z.string().regex(/^[A-Z]{3}$/);
const day = z.string().max(20);

const supplierShape = z.object({
  id: supplierId,
  name: proseShape(200),
  contact: proseShape(2000),
  note: proseShape(4000),
});
const lotFactsShape = z.object({
  materialId,
  supplierId: supplierId.exactOptional(),
  number: proseShape(100),
  /** g bought. */
  quantity: decimalShape,
  bought: day.exactOptional(),
  /** For all of it. */
  paid: z.object({ amount: decimalShape, currency }).exactOptional(),
  opened: day.exactOptional(),
  expires: day.exactOptional(),
  place: proseShape(200),
  note: proseShape(4000),
});
const lotShape = lotFactsShape.extend({ id: lotId, left: decimalShape });
const priceShape = z.object({ perKilogram: decimalShape, currency, date: day });
const figuresShape = z.object({ price: priceShape.exactOptional(), stock: decimalShape.exactOptional() });
const actShape = z.object({
  id: actId,
  kind: z.enum(stockActs),
  lots: z.array(z.object({ lotId, before: lotShape.nullable(), after: lotShape.nullable() })),
  shelves: z.array(z.object({ materialId, before: figuresShape, after: figuresShape })),
  recipeId: recipeId.exactOptional(),
  batchId: batchId.exactOptional(),
  made: z.string(),
  undone: z.string().exactOptional(),
});
const verdict = z.enum(['pass', 'over-limit', 'prohibited', 'unknown']);
const planShape = z.object({
  mass: decimalShape,
  /** The verdict by the lots the batch is weighed from, in the product's category; `onBench` by those in use. */
  judged: z.object({
    verdict,
    euLaw: verdict,
    onBench: z.object({ verdict, euLaw: verdict }),
    lots: z.array(z.object({ materialId, lot: z.string(), date: z.string().exactOptional(), grams: decimalShape })),
  }),
  unnamed: decimalShape,
  materials: z.array(
    z.object({
      materialId,
      grams: decimalShape,
      taken: z.array(z.object({ lotId, grams: decimalShape })),
      fromCount: decimalShape.exactOptional(),
      short: decimalShape,
      isUncounted: z.boolean(),
    }),
  ),
});
const batchShape = z.object({
  id: batchId,
  recipeId,
  trialId,
  mass: decimalShape,
  madeOn: day,
  note: z.string(),
  looks: z.array(z.object({ days: z.int(), on: day, done: z.string().exactOptional() })),
});

export const stock = {
  /** Lots, suppliers, minimum stocks and the newest acts. */
  read: oc.route({ method: 'GET', path: '/stock', summary: 'Read the stock', tags }).output(
    z.object({
      lots: z.array(lotShape),
      suppliers: z.array(supplierShape),
      minimums: z.array(z.object({ materialId, grams: decimalShape })),
      acts: z.array(actShape),
    }),
  ),
  /** Puts a purchase on the shelf as a lot; it sets the price of the material and adds to its stock. */
  buy: oc
    .route({ method: 'POST', path: '/stock/lots', summary: 'Buy a lot', tags, successStatus: 201 })
    .errors(refusals)
    .input(z.object({ lot: lotFactsShape }))
    .output(z.object({ lot: lotShape, act: actShape })),
  /** Replaces what is known of a lot, what is left of it included. */
  correct: oc
    .route({ method: 'PUT', path: '/stock/lots/{lotId}', summary: 'Correct a lot', tags })
    .errors(refusals)
    .input(z.object({ lotId, lot: lotShape.omit({ id: true }) }))
    .output(z.object({ lot: lotShape, act: actShape })),
  throwAway: oc
    .route({ method: 'DELETE', path: '/stock/lots/{lotId}', summary: 'Throw a lot away', tags })
    .errors(refusals)
    .input(z.object({ lotId }))
    .output(actShape),
  /** What a batch of the working formula would take off the shelf, in g. */
  plan: oc
    .route({ method: 'POST', path: '/recipes/{recipeId}/batch-plan', summary: 'Plan a batch', tags })
    .errors(refusals)
    .input(z.object({ recipeId, mass: decimalShape.exactOptional() }))
    .output(planShape),
  /** Makes a batch: freezes what is made, takes it off the shelf as one act, and puts it into the calendar. */
  weighOut: oc
    .route({ method: 'POST', path: '/recipes/{recipeId}/batches', summary: 'Make a batch', tags, successStatus: 201 })
    .errors(refusals)
    .input(z.object({ recipeId, mass: decimalShape.exactOptional(), madeOn: day, note: proseShape(4000).default('') }))
    .output(z.object({ batch: batchShape, plan: planShape, act: actShape, recipe: recipeShape })),
  /** Takes the newest act on the stock back; `actId` makes sure it is the one that is meant. */
  undo: oc
    .route({ method: 'POST', path: '/stock/undo', summary: 'Undo the last act on the stock', tags })
    .errors(refusals)
    .input(z.object({ actId: actId.exactOptional() }))
    .output(actShape),
  /** Adds a supplier, or with `supplierId` replaces what is known of one. */
  keepSupplier: oc
    .route({ method: 'POST', path: '/stock/suppliers', summary: 'Add or edit a supplier', tags })
    .errors(refusals)
    .input(supplierShape.omit({ id: true }).extend({ supplierId: supplierId.exactOptional() }))
    .output(supplierShape),
  /** g below which a material is to be bought again; null: never. */
  setMinimum: oc
    .route({ method: 'PUT', path: '/stock/minimums/{materialId}', summary: 'Set a minimum stock', tags })
    .errors(refusals)
    .input(z.object({ materialId, grams: decimalShape.nullable() }))
    .output(z.object({ materialId, grams: decimalShape.nullable() })),
  /** What a price of a material does to every recipe in work. `before` absent: the price on the shelf; null: no price. */
  priceEffects: oc
    .route({ method: 'POST', path: '/stock/price-effects', summary: 'What a price change does', tags })
    .errors(refusals)
    .input(z.object({ materialId, before: priceShape.nullable().exactOptional(), after: priceShape.nullable() }))
    .output(
      z.object({
        currency,
        recipes: z.array(
          z.object({
            recipeId,
            name: nameShape,
            before: decimalShape,
            after: decimalShape,
            uncovered: decimalShape,
          }),
        ),
      }),
    ),
};
