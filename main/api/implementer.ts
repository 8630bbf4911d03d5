import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import type { Log } from '#foundation/log.ts';
import { errorOnWire } from './refuse.ts';
import type { StudioContext } from './studio-context.ts';

/** The contract, ready to be given handlers; whatever they throw leaves as a refusal or as a reference to the log. */
export function createImplementer(log: Log, refusalOf: (error: unknown) => unknown) {
  return implement(contract)
    .$context<StudioContext>()
    .use(async ({ next }) => {
      try {
        return await next();
      } catch (error) {
        throw errorOnWire(error, log, refusalOf);
      }
    });
}
export type Implementer = ReturnType<typeof createImplementer>;
