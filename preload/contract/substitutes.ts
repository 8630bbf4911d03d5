import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';
import { decimalShape, formulaShape, lineId, lineShape, materialId, productShape } from './shapes.ts';

const tags = ['substitutes'];

export const reasonShape = z.discriminatedUnion('why', [
  z.object({ why: z.literal('odour'), shared: z.array(z.string()) }),
  z.object({ why: z.literal('family') }),
  z.object({ why: z.literal('role') }),
  /** The neighbour's figure over that of the material. */
  z.object({ why: z.literal('volatility'), ratio: z.number() }),
  z.object({ why: z.literal('use'), ratio: z.number() }),
  z.object({ why: z.literal('named'), note: z.object({ en: z.string(), ko: z.string() }) }),
]);
const neighbourShape = z.object({ materialId, likeness: z.number().min(0).max(1), reasons: z.array(reasonShape) });
export type Neighbour = z.output<typeof neighbourShape>;

export const weighedShape = z.object({
  verdict: z.enum(['pass', 'over-limit', 'prohibited', 'unknown']),
  /** Of the nearest limit; null where prohibited. */
  ratio: z.number().nullable(),
  /** Of the batch, as far as prices are known. */
  cost: decimalShape,
  currency: z.string(),
  isCostComplete: z.boolean(),
});
export type Weighed = z.output<typeof weighedShape>;

export const proposalShape = z.object({
  swaps: z.array(z.object({ lineId, before: materialId, neighbour: neighbourShape, after: lineShape })),
  weighed: weighedShape,
});
export type Proposal = z.output<typeof proposalShape>;

export const proposalsShape = z.object({
  before: weighedShape,
  lineIds: z.array(lineId),
  proposals: z.array(proposalShape),
});
export type Proposals = z.output<typeof proposalsShape>;

export const substitutes = {
  /** The materials most like one, with the reasons. */
  nearest: oc
    .route({ method: 'GET', path: '/materials/{materialId}/nearest', summary: 'Similar materials', tags })
    .errors(refusals)
    .input(z.object({ materialId, limit: z.coerce.number().int().min(1).max(50).default(12) }))
    .output(z.array(neighbourShape)),
  /** Other materials for one line, or for the lines a goal concerns, each tried with its verdict and cost. Changes nothing. */
  propose: oc
    .route({ method: 'POST', path: '/substitutes', summary: 'Propose substitutes', tags })
    .errors(refusals)
    .input(
      z.object({
        formula: formulaShape,
        product: productShape,
        goal: z.enum(['similar', 'pass', 'cheaper', 'stock']),
        lineId: lineId.exactOptional(),
      }),
    )
    .output(proposalsShape),
};
