/** @file The one place that knows where the page runs: in Electron's window, or in a browser against the loopback host. */
import type { StudioHost } from '#preload/preload.ts';
import { throughSocket } from './browser.ts';
import { throughElectron } from './electron.ts';
import type { StudioLink } from './studio-link.ts';

declare global {
  interface Window {
    /** What the preload exposes; absent in a browser. */
    readonly studioHost?: StudioHost;
  }
}

/** The page's link to the core. Its client may be used at once: calls wait until the link stands. */
export function connect(): StudioLink {
  const link = window.studioHost ? throughElectron(window.studioHost) : throughSocket(takeToken());
  const show = () => Object.assign(document.documentElement.dataset, { link: link.state.current(), via: link.via });
  link.state.subscribe(show);
  window.addEventListener('hashchange', followNewToken);
  show(); // for styles, tests and measurements
  return link;
}

/** The token comes in the fragment, survives a reload in this tab's memory, and leaves the address bar. */
function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? sessionStorage.getItem('token') ?? '';
  sessionStorage.setItem('token', token);
  if (location.hash.includes('token=')) history.replaceState(null, '', location.pathname);
  return token;
}

/** The studio was started anew at the same address and handed this window its new token. */
function followNewToken(): void {
  if (location.hash.includes('token=')) location.reload();
}
