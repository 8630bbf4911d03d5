/**
 * @file Hands the page one port. It has no methods of the studio, so it hardly ever changes.
 *
 * Sandboxed: CommonJS, one file. The port is posted to our own origin only, and to this very window.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';

ipcRenderer.on('studio:port', (event) => {
  window.postMessage({ type: 'studio:port' }, window.location.origin, [...event.ports]);
});

const studioHost = {
  /** Asks for a port; it arrives as a message of this window. */
  connect: (): Promise<void> => ipcRenderer.invoke('studio:connect'),
  /** Where a file that was dropped or chosen lies: models are used where they are, not copied. Empty where it lies nowhere. */
  pathOf: (file: File): string => webUtils.getPathForFile(file),
};
contextBridge.exposeInMainWorld('studioHost', studioHost);

export type StudioHost = typeof studioHost;
