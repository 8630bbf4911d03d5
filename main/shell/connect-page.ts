import { ipcMain, MessageChannelMain } from 'electron';
import { invariant } from '#foundation/errors.ts';
import { isPage } from './app-protocol.ts';

/** Serves one end of a port. */
export type ServePort = (port: Electron.MessagePortMain, sender: string) => void;

/** Gives our own page, in its main frame, a port to the core each time it asks; a reload is a new connection. */
export function connectPages(serve: ServePort): void {
  ipcMain.handle('studio:connect', (event) => {
    const frame = event.senderFrame;
    invariant(frame && frame === event.sender.mainFrame && isPage(frame.url), 'only our own page asks for a port');
    const { port1, port2 } = new MessageChannelMain();
    serve(port1, `window:${event.sender.id}`);
    port1.start();
    frame.postMessage('studio:port', null, [port2]);
  });
}
