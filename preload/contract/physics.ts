import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Evolution } from '#perfumery/odour/evolution.ts';
import { surfaceNames } from '#perfumery/volatility/surface.ts';
import { refusals } from './errors.ts';
import { formulaShape, productShape } from './shapes.ts';

export const physics = {
  /**
   * How a formula smells from 0 to 48 hours: per material and family what is left and how strong it is, which note leads, and
   * everything this rests on. The page reckons it itself, by the same code.
   */
  evolve: oc
    .route({ method: 'POST', path: '/physics/evolve', summary: 'Follow a formula as it dries', tags: ['physics'] })
    .errors(refusals)
    .input(
      z.object({
        formula: formulaShape,
        product: productShape,
        surface: z.enum(surfaceNames).default('blotter'),
        activity: z.enum(['unifac', 'ideal']).default('unifac'),
      }),
    )
    .output(z.custom<Evolution>()),
};
