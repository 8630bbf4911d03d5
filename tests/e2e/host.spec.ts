import http from 'node:http';
import { expect, test } from '@playwright/test';
import WebSocket from 'ws';
import { temporaryFolder } from './electron-hosts.ts';
import { refusedServe, type ServedStudio, serveStudio } from './served-studio.ts';

let place: ReturnType<typeof temporaryFolder>;
let studio: ServedStudio;
test.beforeEach(async () => {
  place = temporaryFolder();
  studio = await serveStudio(place.folder);
});
test.afterEach(async () => {
  await studio.end();
  place.remove();
});

const connected = 'html[data-link=connected][data-via=browser]';

test('serves the page: connected, without console errors, its token out of sight', async ({ page }) => {
  const errors: string[] = [];
  page.on(
    'console',
    (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`),
  );
  page.on('pageerror', (error) => errors.push(error.message));
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== studio.origin)
      elsewhere.push(request.url());
  });
  await page.goto(studio.address);
  await expect(page.locator(connected)).toBeAttached();
  await expect(page.getByRole('main').or(page.locator('#studio > *')).first()).toBeVisible();
  expect(page.url()).not.toContain(studio.token);
  await page.reload();
  await expect(page.locator(connected)).toBeAttached();
  expect(errors).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('lets no page in without its token', async ({ page }) => {
  await page.goto(`${studio.origin}/`);
  await expect(page.locator('html[data-link=no-token]')).toBeAttached();
  await page.goto(`${studio.origin}/#token=${'x'.repeat(43)}`); // loads itself anew with the token it was given
  await expect(page.locator('html[data-link=lost]')).toBeAttached();
  await expect(page.locator(connected)).not.toBeAttached();
});

test('says when the connection is lost, and finds it again by itself', async ({ page }) => {
  const token = 'a-token-of-thirty-two-characters!';
  await studio.end();
  studio = await serveStudio(place.folder, [], { SILLAGE_TOKEN: token });
  const { port } = new URL(studio.origin);
  await page.goto(studio.address);
  await expect(page.locator(connected)).toBeAttached();
  await studio.end('SIGKILL');
  await expect(page.locator('html[data-link=lost]')).toBeAttached();
  studio = await serveStudio(place.folder, ['--port', port], { SILLAGE_TOKEN: token });
  await expect(page.locator(connected)).toBeAttached();
});

test('turns away other names, other origins and the unknown', async () => {
  const { host, port } = new URL(studio.origin);
  const ask = (headers: Record<string, string>, at = '/') =>
    new Promise<[number, http.IncomingHttpHeaders]>((resolve, reject) => {
      http
        .get({ host: '127.0.0.1', port, path: at, headers }, (response) => {
          response.resume();
          resolve([response.statusCode ?? 0, response.headers]);
        })
        .on('error', reject);
    });
  const status = async (headers: Record<string, string>, at?: string) => (await ask(headers, at))[0];
  expect(await status({ host: 'evil.example' })).toBe(421);
  expect(await status({ host, origin: 'https://evil.example' })).toBe(403);
  expect(await status({ host, 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await status({ host }, '/%2e%2e/%2e%2e/package.json')).toBeGreaterThanOrEqual(400);
  const [, headers] = await ask({ host });
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);

  const knock = (origin: string, token: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://${host}/ws`, ['studio.v1', `token.${token}`], { headers: { origin } });
      socket.on('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.on('unexpected-response', (request, response) => {
        request.destroy();
        resolve(String(response.statusCode));
      });
      socket.on('error', () => {});
    });
  expect(await knock(studio.origin, studio.token)).toBe('open');
  expect(await knock('https://evil.example', studio.token)).toBe('403');
  expect(await knock(studio.origin, 'x'.repeat(43))).toBe('401');
});

test('offers REST only when asked to, with the same recipes', async ({ page }) => {
  const ask = (at: string, init: RequestInit = {}) =>
    fetch(`${studio.origin}${at}`, { ...init, headers: { authorization: `Bearer ${studio.token}`, ...init.headers } });
  expect((await ask('/api/studio')).status).toBe(404);
  await studio.end();
  studio = await serveStudio(place.folder, ['--rest']);
  expect((await ask('/api/studio', { headers: { authorization: 'Bearer no' } })).status).toBe(401);
  const info = await (await ask('/api/studio')).json();
  expect(info).toMatchObject({ host: 'browser', rest: { token: studio.token } });

  const name = { en: 'From a script', ko: '스크립트에서' };
  const json = { 'content-type': 'application/json' };
  const made = await ask('/api/recipes', { method: 'POST', headers: json, body: JSON.stringify({ name }) });
  expect(made.status).toBe(201);
  const { recipes } = await (await ask('/api/recipes?search=script')).json();
  expect(recipes.map((recipe: { name: object }) => recipe.name)).toEqual([name]);
  const nowhere = await ask('/api/recipes/nothing-like-it');
  expect([nowhere.status, (await nowhere.json()).data.code]).toEqual([404, 'recipe.not-found']);

  const document = await (await ask('/api/openapi.json')).json();
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/recipes', '/materials', '/safety/check']));
  await page.goto(`${studio.origin}/api/docs/#token=${studio.token}`);
  await page.getByRole('heading', { name: 'safety' }).click();
  await expect(page.getByText('Judge a formula').first()).toBeVisible();
});

test('refuses a second process on the same library, and a word that makes no sense, in a sentence', async () => {
  const second = await refusedServe(place.folder, []);
  expect(second.code).toBe(1);
  expect(second.said).toContain('Another window or process is using this library');
  const wordless = await refusedServe(place.folder, ['--port', 'ten']);
  expect([wordless.code, wordless.said.trim()]).toEqual([1, '--port needs a number from 0 to 65535']);
  const weak = await refusedServe(place.folder, [], { SILLAGE_TOKEN: 'short' });
  expect(weak.said).toContain('32 characters');
});

test('checks itself on request and ends well when told to', async () => {
  await studio.end();
  studio = await serveStudio(place.folder, ['--check-yourself']);
  await expect
    .poll(studio.said)
    .toMatch(
      /Self-check: "[^"]+", \d+ lines at .+ % in category \w+: (pass|over-limit|prohibited|unknown) \(IFRA 51\)/,
    );
  expect(await studio.end()).toBe(0);
});
