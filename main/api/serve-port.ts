import type { Log } from '#foundation/log.ts';
import { createFrameServer } from './answer-frames.ts';
import type { ServableRouter } from './studio-context.ts';

/** What Electron's MessagePortMain and Node's MessagePort have in common. */
export interface PortLike {
  on(event: 'message', listen: (event: unknown) => void): unknown;
  on(event: 'close', listen: () => void): unknown;
  postMessage(message: unknown): void;
  close(): void;
}

/**
 * A server for ports: give it one, and who is at its other end. Electron's ports hand over `{ data }`; for Node's, which
 * hand over the data itself, pass `(event) => event`.
 */
export function createPortServer(router: ServableRouter, log: Log) {
  const serve = createFrameServer(router, log);
  return (port: PortLike, sender: string, dataOf: (event: unknown) => unknown = electronData): void => {
    const wire = { send: (frame: unknown) => port.postMessage(frame), close: () => port.close() };
    const end = serve(wire, { transport: 'message-port', sender });
    port.on('message', (event) => void end.take(dataOf(event)));
    port.on('close', end.closed);
  };
}

function electronData(event: unknown): unknown {
  return (event as { readonly data: unknown }).data;
}
