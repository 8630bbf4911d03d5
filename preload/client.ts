/** @file The typed caller over a port or a socket that stands; the page's own, which survives a lost one, is renderer/bridge. */
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { StudioClient } from '#contract/contract.ts';

/** A caller over a port that has been started. */
export function clientOverPort(port: MessagePort): StudioClient {
  return createORPCClient(new PortLink({ port }));
}

/** A caller over a socket. It ends with the socket. */
export function clientOverSocket(websocket: WebSocket): StudioClient {
  return createORPCClient(new SocketLink({ websocket }));
}
