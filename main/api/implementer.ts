import { mapEventIterator } from '@orpc/client';
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
      const onWire = (error: unknown) => errorOnWire(error, log, refusalOf);
      try {
        const { output, ...result } = await next();
        return { ...result, output: isStream(output) ? refusing(output, onWire) : output };
      } catch (error) {
        throw onWire(error);
      }
    });
}

/** What a stream throws on its way leaves as a refusal too. */
function refusing<T>(stream: AsyncIterator<T>, onWire: (error: unknown) => unknown): AsyncIterator<T> {
  return mapEventIterator(stream, { value: async (value) => value as T, error: async (error) => onWire(error) });
}

function isStream(output: unknown): output is AsyncIteratorObject<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;
}

export type Implementer = ReturnType<typeof createImplementer>;
