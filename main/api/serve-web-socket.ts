import type { WebSocket } from 'ws';
import type { Log } from '#foundation/log.ts';
import { createFrameServer } from './answer-frames.ts';
import type { ServableRouter } from './studio-context.ts';

/** A server for sockets that have already shown their token. */
export function createWebSocketServer(router: ServableRouter, log: Log) {
  const serve = createFrameServer(router, log);
  return (socket: WebSocket, sender: string): void => {
    const wire = {
      send: (frame: Parameters<WebSocket['send']>[0]) => socket.send(frame),
      close: () => socket.terminate(),
    };
    const end = serve(wire as Parameters<typeof serve>[0], { transport: 'websocket', sender });
    socket.on('message', (data: Buffer, isBinary) => void end.take(isBinary ? data : data.toString('utf8')));
    socket.on('close', end.closed);
    socket.on('error', (error) => log.warn('a socket failed', { sender, reason: error.message }));
  };
}
