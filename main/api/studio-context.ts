import type { AnyContractRouter } from '@orpc/contract';
import type { Router } from '@orpc/server';

/** What a handler may know of its caller. */
export interface StudioContext {
  readonly transport: 'message-port' | 'websocket' | 'rest';
  readonly sender?: string;
}

/** Any router a transport can serve. */
export type ServableRouter = Router<AnyContractRouter, StudioContext>;
