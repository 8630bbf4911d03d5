import { ORPCError } from '@orpc/client';
import type { StudioClient } from '#contract/contract.ts';
import { clientOver, type StudioWire } from '#preload/client.ts';
import type { WatchedLinkState } from './link-state.ts';

/** The page's way to the core. */
export interface StudioLink {
  readonly client: StudioClient;
  readonly via: 'electron' | 'browser';
  readonly state: WatchedLinkState;
}

/** How long a new call waits for a wire, in ms. */
const patience = 8000;

/** One client for the life of the page, over whichever wire is up when a call is made. */
export function patientClient(wire: () => Promise<StudioWire>): StudioClient {
  return clientOver((signal) => inTime(wire(), signal));
}

function inTime(wire: Promise<StudioWire>, signal: AbortSignal | undefined): Promise<StudioWire> {
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
