import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type HttpHost, startHttpHost } from '#api/http-host.ts';
import { createLoopbackGuard } from '#api/loopback-guard.ts';
import { createStandIn, silentLog, standInContract } from './stand-in.ts';

const { router, producers } = createStandIn();
let isRestOn = true;
let folder: string;
let host: HttpHost;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sillage-page-'));
  writeFileSync(path.join(folder, 'secret.txt'), 'outside');
  const pageFolder = path.join(folder, 'page');
  mkdirSync(path.join(pageFolder, 'assets'), { recursive: true });
  writeFileSync(path.join(pageFolder, 'index.html'), '<title>Sillage</title>');
  writeFileSync(path.join(pageFolder, 'assets/app-1a2b.js'), 'export {};');
  host = await startHttpHost({
    router,
    contract: standInContract,
    version: '1.2.3',
    log: silentLog,
    pageFolder,
    docsFolder: path.join(import.meta.dirname, '../../node_modules/swagger-ui-dist'),
    isRestOn: () => isRestOn,
  });
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** Plain http, so that Host and Origin can lie. */
function ask(place: string, { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port: new URL(host.address).port,
        path: place,
        method,
        headers: { connection: 'close', ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const authorized = () => ({ authorization: `Bearer ${host.token}` });
const json = { 'content-type': 'application/json' };

describe('the loopback host', () => {
  it('listens on 127.0.0.1 only', async () => {
    const { port } = new URL(host.address);
    const reached = await new Promise((resolve) => {
      const socket = net.connect({ host: '::1', port: Number(port) });
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  it('serves its page with a strict policy and no CORS header', async () => {
    const { status, headers, text } = await ask('/');
    expect([status, text]).toEqual([200, '<title>Sillage</title>']);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    const cors = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
    expect(cors).toEqual([]);
  });

  it('lets hashed files be kept and asks again for the page', async () => {
    expect((await ask('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['another name for this machine', { host: 'evil.example' }, 421],
    ['another port', { host: '127.0.0.1:1' }, 421],
    ['a foreign origin', { origin: 'https://evil.example' }, 403],
    ['a null origin', { origin: 'null' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['the same site at another port', { 'sec-fetch-site': 'same-site' }, 403],
  ])('turns away %s', async (_, headers, status) => {
    expect((await ask('/', { headers })).status).toBe(status);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%2e%2e%5csecret.txt', '/assets/%00', '/%'])(
    'gives nothing beside its folder: %s',
    async (place) => {
      const { status, text } = await ask(place);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('outside');
    },
  );

  it('only reads', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    expect((await ask('/', { method: 'OPTIONS' })).status).toBe(405);
  });
});

describe('its socket', () => {
  const knock = (change: { origin?: string; host?: string; token?: string; place?: string }) =>
    new Promise<string>((resolve) => {
      const { host: here } = new URL(host.address);
      const origin = change.origin ?? `http://${here}`;
      const socket = new WebSocket(
        `ws://${here}${change.place ?? '/ws'}`,
        ['studio.v1', `token.${change.token ?? host.token}`],
        { headers: { ...(origin && { origin }), ...(change.host && { host: change.host }) } },
      );
      socket.on('open', () => {
        resolve('open');
        socket.close();
      });
      socket.on('unexpected-response', (request, response) => {
        resolve(String(response.statusCode));
        request.destroy();
      });
      socket.on('error', () => {});
    });

  it.each([
    ['its own page', {}, 'open'],
    ['a foreign origin', { origin: 'https://evil.example' }, '403'],
    ['no origin', { origin: '' }, '403'],
    ['a foreign host', { host: 'evil.example:80' }, '421'],
    ['a wrong token', { token: 'x'.repeat(43) }, '401'],
    ['no token', { token: '' }, '401'],
    ['another place', { place: '/x' }, '404'],
  ])('answers %s', async (_, change, outcome) => {
    expect(await knock(change)).toBe(outcome);
  });

  it('is closed by nonsense, and the next one is not', async () => {
    const { host: here } = new URL(host.address);
    const protocols = ['studio.v1', `token.${host.token}`];
    const socket = new WebSocket(`ws://${here}/ws`, protocols, { origin: `http://${here}` });
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send('not json {');
    await closed;
    expect(await knock({})).toBe('open');
  });
});

describe('REST', () => {
  it('needs the token', async () => {
    expect((await ask('/api/things/rose')).status).toBe(401);
    expect((await ask('/api/things/rose', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    const { status, text } = await ask('/api/things/rose', { headers: authorized() });
    expect([status, JSON.parse(text)]).toEqual([200, { id: 'rose' }]);
  });

  it('validates, and gives refusals their status and facts', async () => {
    const missing = await ask('/api/things/musk', { headers: authorized() });
    expect([missing.status, JSON.parse(missing.text).data]).toEqual([404, { id: 'musk' }]);
    const invalid = await ask('/api/ping', {
      method: 'POST',
      headers: { ...authorized(), ...json },
      body: '{"n":1.5}',
    });
    expect(invalid.status).toBe(400);
    const broken = await ask('/api/ping', { method: 'POST', headers: { ...authorized(), ...json }, body: '{"n":' });
    expect(broken.status).toBe(400);
  });

  it('refuses a body over a megabyte, announced or not', async () => {
    const body = JSON.stringify({ n: 1, padding: 'x'.repeat(1_100_000) });
    const announced = { ...authorized(), ...json, 'content-length': String(body.length) };
    expect((await ask('/api/ping', { method: 'POST', headers: announced, body })).status).toBe(413);
    const chunked = { ...authorized(), ...json, 'transfer-encoding': 'chunked' };
    expect((await ask('/api/ping', { method: 'POST', headers: chunked, body })).status).toBe(413);
  });

  it('streams as server-sent events and stops when the caller goes', async () => {
    const abort = new AbortController();
    const before = producers.cancelled;
    const response = await fetch(`${host.address}api/count?to=100000&pause=5`, {
      headers: authorized(),
      signal: abort.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    await response.body?.getReader().read();
    abort.abort();
    await expect.poll(() => producers.cancelled).toBe(before + 1);
  });

  it('describes itself, behind the token', async () => {
    expect((await ask('/api/openapi.json')).status).toBe(401);
    const document = JSON.parse((await ask('/api/openapi.json', { headers: authorized() })).text);
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), info: { version: '1.2.3' } });
    expect(Object.keys(document.paths)).toContain('/things/{id}');
  });

  it('has a page of documentation that needs no network', async () => {
    const page = await ask('/api/docs/');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/https?:\/\//);
    for (const file of page.text.matchAll(/(?:src|href)="([\w.-]+)"/g)) {
      expect((await ask(`/api/docs/${file[1]}`)).status, file[1]).toBe(200);
    }
    expect((await ask('/api/docs/../../../package.json')).status).toBeGreaterThanOrEqual(400);
  });

  it('is not there while it is switched off', async () => {
    isRestOn = false;
    try {
      for (const place of ['/api/things/rose', '/api/openapi.json', '/api/docs/']) {
        expect((await ask(place, { headers: authorized() })).status).toBe(404);
      }
    } finally {
      isRestOn = true;
    }
  });

  it('has no CORS headers, not even when asked', async () => {
    const { headers } = await ask('/api/things/rose', { method: 'OPTIONS', headers: authorized() });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });
});

describe('guessing the token', () => {
  it('is slowed down for a minute, and the right one always works', () => {
    let time = 0;
    const guard = createLoopbackGuard(80, 'right', () => time);
    const guess = (token: string) =>
      guard.refuseApi({ headers: { authorization: `Bearer ${token}` } } as http.IncomingMessage)?.status;
    for (let n = 0; n < 20; n++) expect(guess(`wrong${n}`)).toBe(401);
    expect(guess('wrong')).toBe(429);
    expect(guess('right')).toBeUndefined();
    time += 60_000;
    expect(guess('wrong')).toBe(401);
  });
});
