/** @file The typed caller: over a port, over a socket, or over whichever of the two is up. */
import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { StudioClient } from '#contract/contract.ts';

/** What carries calls. It ends with the port or socket under it. */
export type StudioWire = ClientLink<ClientContext>;

/** A wire over a port that has been started. */
export function wireOverPort(port: MessagePort): StudioWire {
  return new PortLink({ port });
}

/** A wire over an open socket. */
export function wireOverSocket(websocket: WebSocket): StudioWire {
  return new SocketLink({ websocket });
}

/** A client that asks for its wire at each call, so it may outlive one. `signal` is the caller's. */
export function clientOver(wireFor: (signal: AbortSignal | undefined) => Promise<StudioWire>): StudioClient {
  return createORPCClient<StudioClient>({
    async call(path, input, options) {
      const wire = await wireFor(options.signal);
      return wire.call(path, input, options);
    },
  });
}
