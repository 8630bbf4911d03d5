/**
 * @file The window's one origin, app://studio: the built page and nothing beside it.
 *
 * A scheme of our own rather than file://, so that the page has an origin, a content security policy, and no way to read
 * other files.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

export const pageOrigin = 'app://studio';

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Whether an address is ours. Node's URL gives a scheme of one's own the origin 'null', so the text is compared. */
export function isPage(address: string): boolean {
  return address === pageOrigin || address.startsWith(`${pageOrigin}/`);
}

/** Answers app://studio with the files of `folder`. */
export function servePage(folder: string): void {
  protocol.handle('app', async ({ url, method }) => {
    const file = isPage(url) && method === 'GET' ? fileAt(folder, new URL(url).pathname) : undefined;
    if (!file) return new Response('not found', { status: 404 });
    const found = await net.fetch(pathToFileURL(file).href).catch(() => undefined); // a missing file rejects
    if (!found?.ok) return new Response('not found', { status: 404 });
    const headers = new Headers(found.headers);
    headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('cross-origin-opener-policy', 'same-origin');
    return new Response(found.body, { status: 200, headers });
  });
}

/** Undefined for a path that leads out of the folder or cannot be decoded. */
function fileAt(folder: string, place: string): string | undefined {
  try {
    const file = path.resolve(folder, `.${decodeURIComponent(place)}`);
    return file.startsWith(folder + path.sep) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}
