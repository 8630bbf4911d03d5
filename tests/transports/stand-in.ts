/** @file A contract and router as small as can be: an answer, a refusal, a stream that knows when nobody listens. */
import { setTimeout as sleep } from 'node:timers/promises';
import { eventIterator, oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { z } from 'zod';
import type { StudioContext } from '#api/studio-context.ts';
import type { Log } from '#foundation/log.ts';

export const standInContract = {
  ping: oc
    .route({ method: 'POST', path: '/ping' })
    .input(z.object({ n: z.int(), padding: z.string().optional() }))
    .output(z.object({ n: z.int(), at: z.date(), transport: z.string() })),
  find: oc
    .route({ method: 'GET', path: '/things/{id}' })
    .input(z.object({ id: z.string() }))
    .output(z.object({ id: z.string() }))
    .errors({ NOT_FOUND: { status: 404, data: z.object({ id: z.string() }) } }),
  count: oc
    .route({ method: 'GET', path: '/count' })
    .input(z.object({ to: z.coerce.number().int(), pause: z.coerce.number().default(0) }))
    .output(eventIterator(z.int())),
  fail: oc.route({ method: 'GET', path: '/fail' }).output(z.string()),
};

/** A router of its own for each test, with what its producers are doing. */
export function createStandIn() {
  const producers = { running: 0, cancelled: 0 };
  const on = implement(standInContract).$context<StudioContext>();
  const router = on.router({
    ping: on.ping.handler(({ input, context }) => ({ n: input.n, at: new Date(), transport: context.transport })),
    find: on.find.handler(({ input, errors }) => {
      if (input.id !== 'rose') throw errors.NOT_FOUND({ data: { id: input.id } });
      return input;
    }),
    count: on.count.handler(async function* ({ input, signal }) {
      producers.running++;
      let isFinished = false;
      try {
        for (let n = 1; n <= input.to; n++) {
          if (signal?.aborted) return;
          if (input.pause) await sleep(input.pause, undefined, signal ? { signal } : {});
          yield n;
        }
        isFinished = true;
      } finally {
        producers.running--;
        if (!isFinished) producers.cancelled++;
      }
    }),
    fail: on.fail.handler(() => {
      throw new TypeError('/secret/path leaked');
    }),
  });
  return { router, producers };
}

export const silentLog: Log = { info() {}, warn() {}, bug: () => 'reference' };
