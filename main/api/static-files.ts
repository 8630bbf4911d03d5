/** @file Files of one folder over HTTP, and none beside it. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** Answers with the file at `place` (a decoded URL path) inside `folder`; false when there is none. */
export async function sendFile(
  folder: string,
  place: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const file = path.resolve(folder, `.${path.posix.normalize(place)}`);
  if (!file.startsWith(folder + path.sep) || place.includes('\0')) return false;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;
  response.setHeader('content-type', types[path.extname(file)] ?? 'application/octet-stream');
  response.setHeader('content-length', found.size);
  // Vite puts a hash into the names below /assets/, so those never change
  const isHashed = place.startsWith('/assets/');
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response).catch(() => response.destroy());
  return true;
}
