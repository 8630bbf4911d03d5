/** @file What no page may do, ours included: go elsewhere, open windows, ask for devices, reach the network. */
import { app, dialog, type Session, shell, type WebContents } from 'electron';
import { isPage } from './app-protocol.ts';
import type { MenuWords } from './menu-words.ts';

/** Guards every page from its creation on. */
export function guardEveryPage(words: () => MenuWords): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, words));
}

/** Guards the session all pages share: copying is the one permission, our own scheme the one address. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === 'clipboard-sanitized-write' && isPage(contents.getURL())),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => {
    return permission === 'clipboard-sanitized-write' && isPage(origin.replace(/\/$/, ''));
  });
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }));
}

function guard(contents: WebContents, words: () => MenuWords): void {
  contents.on('will-navigate', (event) => {
    if (!isPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void offerToOpen(url, words());
    return { action: 'deny' };
  });
}

/** Nothing leaves the machine unless the perfumer says so: an address is shown before the browser gets it. */
async function offerToOpen(url: string, words: MenuWords): Promise<void> {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: words.openAddress,
    detail: url,
    buttons: [words.open, words.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(url);
}

function isLocal(url: string): boolean {
  return isPage(url) || /^(?:devtools|data|blob|chrome-extension):/.test(url);
}
