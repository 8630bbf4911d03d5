/**
 * @file The studio on 127.0.0.1: its page, the contract over WebSocket, and REST, on one port behind one token.
 *
 * The token travels in the page address's fragment, in Sec-WebSocket-Protocol and in Authorization, so never in a
 * request line or a log. There are no CORS headers at all: no other origin has any business here.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AnyContractRouter } from '@orpc/contract';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Log } from '#foundation/log.ts';
import { docsPages, docsPolicy } from './api-docs.ts';
import { createLoopbackGuard, createMeter, type Refusal } from './loopback-guard.ts';
import { createRestServer, mostBody } from './serve-rest.ts';
import { createWebSocketServer } from './serve-web-socket.ts';
import { sendFile } from './static-files.ts';
import type { ServableRouter } from './studio-context.ts';

export interface HttpHostOptions {
  readonly router: ServableRouter;
  readonly contract: AnyContractRouter;
  readonly version: string;
  readonly log: Log;
  /** The built page; without it only REST is offered. */
  readonly pageFolder?: string;
  /** Swagger UI's files. */
  readonly docsFolder: string;
  /** Asked at each request, so the switch in the settings works at once. */
  readonly isRestOn: () => boolean;
  /** 0 for a free one. */
  readonly port?: number;
  /** At least 32 characters; without it a new one is drawn. */
  readonly token?: string;
}

export interface HttpHost {
  /** http://127.0.0.1:PORT/ */
  readonly address: string;
  readonly token: string;
  close(): Promise<void>;
}

const pagePolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};
const mostFrame = 8 << 20; // bytes: a recipe of 5,000 lines is under 2 MiB
const mostCalls = 600; // in each ten seconds

/** Starts to listen; rejects when the port is taken. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const token = options.token ?? randomBytes(32).toString('base64url');
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 60_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const guard = createLoopbackGuard(port, token);
  const rest = createRestServer(options.router, options.contract, options.version);
  const calls = createMeter(mostCalls, 10_000);

  const answerApi = async (request: IncomingMessage, response: ServerResponse, place: string): Promise<void> => {
    if (!options.isRestOn()) return refuse(response, { status: 404, reason: 'REST is switched off in the settings' });
    if (place === '/api/docs' || place.startsWith('/api/docs/')) return answerDocs(request, response, place);
    const refusal = guard.refuseApi(request);
    if (refusal) return refuse(response, refusal);
    if (calls.isSpent()) return refuse(response, { status: 429, reason: 'too many calls' });
    calls.spend();
    if (Number(request.headers['content-length'] ?? 0) > mostBody) {
      return refuse(response, { status: 413, reason: 'too long' });
    }
    response.setHeader('cache-control', 'no-store');
    if (place === '/api/openapi.json' && request.method === 'GET') {
      return sendText(response, 'application/json', JSON.stringify(await rest.document()));
    }
    if (!(await rest.handle(request, response))) refuse(response, { status: 404, reason: 'no such route' });
  };

  const answerDocs = async (request: IncomingMessage, response: ServerResponse, place: string): Promise<void> => {
    response.setHeader('content-security-policy', docsPolicy);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, { status: 405, reason: 'method' });
    if (place === '/api/docs') {
      response.writeHead(308, { location: '/api/docs/' }).end();
      return;
    }
    const page = docsPages[place];
    if (page) return sendText(response, page.type, page.text);
    const isThere = await sendFile(options.docsFolder, place.slice('/api/docs'.length), request, response);
    if (!isThere) refuse(response, { status: 404, reason: 'not found' });
  };

  const answerPage = async (request: IncomingMessage, response: ServerResponse, place: string): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, { status: 405, reason: 'method' });
    response.setHeader('content-security-policy', pagePolicy);
    const file = place === '/' ? '/index.html' : place;
    const isThere = options.pageFolder !== undefined && (await sendFile(options.pageFolder, file, request, response));
    if (!isThere) refuse(response, { status: 404, reason: 'not found' });
  };

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    const refusal = guard.refuse(request);
    if (refusal) return refuse(response, refusal);
    const place = placeOf(request);
    if (place === undefined) return refuse(response, { status: 400, reason: 'address' });
    const isApi = place === '/api' || place.startsWith('/api/');
    (isApi ? answerApi : answerPage)(request, response, place).catch((error: unknown) => {
      const reference = options.log.bug(error);
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, reason: `internal ${reference}` });
    });
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: mostFrame,
    handleProtocols: (offered) => (offered.has('studio.v1') ? 'studio.v1' : false),
  });
  const serveSocket = createWebSocketServer(options.router, options.log);
  let lastSocket = 0;
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', () => stream.destroy());
    const refusal =
      guard.refuseSocket(request) ??
      (options.pageFolder === undefined ? { status: 404, reason: 'no such socket' } : undefined);
    if (refusal) {
      stream.end(`HTTP/1.1 ${refusal.status} ${refusal.reason}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket: WebSocket) => serveSocket(socket, `socket:${++lastSocket}`));
  });

  return {
    address: `http://127.0.0.1:${port}/`,
    token,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The decoded path, or undefined when it cannot be decoded. */
function placeOf(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, { status, reason }: Refusal): void {
  // the rest of a refused body is never read
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error: reason }));
}

function sendText(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
