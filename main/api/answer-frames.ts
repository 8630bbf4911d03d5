/**
 * @file The router over anything that carries frames: a port or a socket.
 *
 * oRPC's own adapters let a malformed frame become an unhandled rejection, which ends a Node process, or a line on the
 * console; here it closes what it came through, and nothing else.
 */
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { ServerPeer } from '@orpc/standard-server-peer';
import type { Log } from '#foundation/log.ts';
import type { ServableRouter, StudioContext } from './studio-context.ts';

export type Frame = Parameters<ServerPeer['message']>[0];

/** What a wire must be able to do. */
export interface Wire {
  readonly send: (frame: Frame) => void;
  readonly close: () => void;
}

/** What to tell the router about a wire: each frame that came, and that it closed. */
export interface WireEnd {
  readonly take: (data: unknown) => Promise<void>;
  readonly closed: () => void;
}

/** Answers the frames of any number of wires with one router. */
export function createFrameServer(router: ServableRouter, log: Log) {
  const handler = new StandardRPCHandler<StudioContext>(router);
  return (wire: Wire, context: StudioContext): WireEnd => {
    const answer = createServerPeerHandleRequestFn(handler, { context });
    const peer = new ServerPeer(async (frame) => wire.send(frame));
    return {
      async take(data) {
        try {
          await peer.message(frameOf(data), answer);
        } catch (error) {
          peer.close();
          wire.close();
          log.warn('closed a wire after a bad frame', { ...context, reason: String(error) });
        }
      },
      closed: () => peer.close(),
    };
  };
}

function frameOf(data: unknown): Frame {
  if (typeof data === 'string' || data instanceof ArrayBuffer || ArrayBuffer.isView(data)) return data as Frame;
  throw new TypeError('not a frame');
}
