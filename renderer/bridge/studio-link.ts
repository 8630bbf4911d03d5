import { type ClientContext, type ClientLink, createORPCClient, ORPCError } from '@orpc/client';
import type { StudioClient } from '#contract/contract.ts';
import type { WatchedLinkState } from './link-state.ts';

/** The page's way to the core. */
export interface StudioLink {
  readonly client: StudioClient;
  readonly via: 'electron' | 'browser';
  readonly state: WatchedLinkState;
}

type Wire = ClientLink<ClientContext>;

/** How long a new call waits for a link, in ms. */
const patience = 8000;

/** One client for the life of the page, over whichever wire is up when a call is made. */
export function clientOver(wire: () => Promise<Wire>): StudioClient {
  return createORPCClient<StudioClient>({
    async call(path, input, options) {
      const up = await inTime(wire(), options.signal);
      return up.call(path, input, options);
    },
  });
}

function inTime(wire: Promise<Wire>, signal: AbortSignal | undefined): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ORPCError('SERVICE_UNAVAILABLE')), patience);
    const stop = () => reject(signal?.reason);
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    };
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    wire.then(resolve, reject).finally(settle);
  });
}
