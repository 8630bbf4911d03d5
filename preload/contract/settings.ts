import { oc } from '@orpc/contract';
import { z } from 'zod';
import { refusals } from './errors.ts';
import { decimalShape } from './shapes.ts';

export const settingsShape = z.object({
  language: z.enum(['ko', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  /** Smallest step of the scale, in g. */
  scaleResolution: decimalShape,
  /** Volume of one drop, in mL. */
  dropVolume: decimalShape,
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** What one unit of another currency is worth in `currency`, as the perfumer entered it. */
  rates: z.record(z.string().regex(/^[A-Z]{3}$/), decimalShape),
  restApi: z.boolean(),
});
export type Settings = z.output<typeof settingsShape>;

export const settings = {
  /** How this machine's studio is set up. */
  get: oc
    .route({ method: 'GET', path: '/settings', summary: 'Read the settings', tags: ['settings'] })
    .output(settingsShape),
  /** Changes what is named and leaves the rest. */
  set: oc
    .route({ method: 'PATCH', path: '/settings', summary: 'Change settings', tags: ['settings'] })
    .errors(refusals)
    .input(settingsShape.partial())
    .output(settingsShape),
};
