/**
 * @file An S3-compatible object store on this machine, in a folder.
 *
 * Three things that Amazon's has and s3rver 3.7 lacks are done here, in front of it: `If-None-Match: *`, by which LanceDB makes
 * sure that only one of two writers commits a version; common prefixes of keys more than two folders deep, by which it lists
 * tables; and objects that are never seen half written.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IndexPlace } from '#library/vectors/index-place.ts';

interface Server {
  getMiddleware(): (request: IncomingMessage, response: ServerResponse) => void;
  configureBuckets(): Promise<void>;
  close(): Promise<void>;
}
const S3rver: new (options: object) => Server = createRequire(import.meta.url)('s3rver');

export interface LocalObjectStore {
  readonly place: IndexPlace;
  /** Requests answered so far, by method. */
  readonly requests: Map<string, number>;
  /** Commits refused because another writer was first. */
  readonly refused: () => number;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

export async function localObjectStore(): Promise<LocalObjectStore> {
  const directory = mkdtempSync(join(tmpdir(), 'sillage-s3-'));
  const configureBuckets = [{ name: 'sillage', configs: [] }];
  const store = new S3rver({ silent: true, directory, allowMismatchedSignatures: true, configureBuckets });
  await store.configureBuckets();
  const answer = store.getMiddleware();
  const requests = new Map<string, number>();
  const written = new Set<string>();
  let refused = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (request: IncomingMessage, response: ServerResponse) => {
    turn = turn.then(() => {
      const done = once(response, 'close');
      answer(request, response);
      return done;
    });
  };
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    requests.set(method, (requests.get(method) ?? 0) + 1);
    if (method === 'PUT' && headers['if-none-match'] === '*') {
      if (written.has(url)) {
        refused += 1;
        request.resume().once('end', () => response.writeHead(412).end());
        return;
      }
      written.add(url);
    }
    if (method === 'GET' && url.includes('delimiter=')) foldPrefixes(request, response);
    inTurn(request, response);
  };
  let server = createServer(serve);
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    place: {
      kind: 's3',
      uri: 's3://sillage/studio/index',
      endpoint: `http://127.0.0.1:${port}`,
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      allowHttp: true,
    },
    requests,
    refused: () => refused,
    stop,
    async start() {
      server = createServer(serve);
      await listen(port);
    },
    async remove() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Lets the store list every key below the prefix, and folds those beyond the next delimiter into common prefixes. */
function foldPrefixes(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '', 'http://localhost');
  const delimiter = url.searchParams.get('delimiter') ?? '/';
  const start = (url.searchParams.get('prefix') ?? '').length;
  url.searchParams.delete('delimiter');
  request.url = url.pathname + url.search;
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    const folders = new Set<string>();
    const files = String(body).replace(/<Contents><Key>(.*?)<\/Key>.*?<\/Contents>/gs, (whole, key: string) => {
      const at = key.indexOf(delimiter, start);
      if (at >= 0) folders.add(key.slice(0, at + 1));
      return at < 0 ? whole : '';
    });
    const prefixes = [...folders].map((folder) => `<CommonPrefixes><Prefix>${folder}</Prefix></CommonPrefixes>`);
    const folded = files.replace('</ListBucketResult>', `${prefixes.join('')}</ListBucketResult>`);
    response.setHeader('content-length', Buffer.byteLength(folded));
    return end(folded);
  }) as ServerResponse['end'];
}
