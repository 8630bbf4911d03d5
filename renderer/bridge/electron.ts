import { wireOverPort } from '#preload/client.ts';
import type { StudioHost } from '#preload/preload.ts';
import { watchedLinkState } from './link-state.ts';
import { patientClient, type StudioLink } from './studio-link.ts';

/** The link inside Electron's window: one port, asked for once, alive as long as the page. */
export function throughElectron(host: StudioHost): StudioLink {
  const state = watchedLinkState('connecting');
  const wire = portFrom(host).then((port) => {
    port.addEventListener('close', () => state.become('lost'));
    port.start();
    state.become('connected');
    return wireOverPort(port);
  });
  wire.catch(() => state.become('lost'));
  return { client: patientClient(() => wire), via: 'electron', state };
}

async function portFrom(host: StudioHost): Promise<MessagePort> {
  const arrived = new Promise<MessagePort>((resolve) => {
    const listen = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || event.data?.type !== 'studio:port' || !port) return;
      window.removeEventListener('message', listen);
      resolve(port);
    };
    window.addEventListener('message', listen);
  });
  await host.connect();
  return arrived;
}
