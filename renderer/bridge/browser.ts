import { ORPCError } from '@orpc/client';
import { type StudioWire, wireOverSocket } from '#preload/client.ts';
import { watchedLinkState } from './link-state.ts';
import { patientClient, type StudioLink } from './studio-link.ts';

/** Waits between tries, in ms; the last one repeats. */
const waits = [250, 500, 1000, 2000, 4000];

/** The link in a browser: a socket that is opened again whenever it falls, with a state that says so. */
export function throughSocket(token: string): StudioLink {
  const state = watchedLinkState(token === '' ? 'no-token' : 'connecting');
  let waiting = Promise.withResolvers<StudioWire>();
  let tries = 0;

  const open = () => {
    const address = new URL('/ws', location.origin);
    address.protocol = 'ws:';
    const websocket = new WebSocket(address, ['studio.v1', `token.${token}`]);
    websocket.addEventListener('open', () => {
      tries = 0;
      waiting.resolve(wireOverSocket(websocket));
      state.become('connected');
    });
    websocket.addEventListener('close', () => {
      if (state.current() === 'connected') waiting = Promise.withResolvers();
      state.become('lost');
      setTimeout(open, waits[Math.min(tries++, waits.length - 1)]);
    });
  };
  if (token === '') {
    waiting.promise.catch(() => {}); // nobody may have asked yet
    waiting.reject(new ORPCError('UNAUTHORIZED'));
  } else open();
  return { client: patientClient(() => waiting.promise), via: 'browser', state };
}
