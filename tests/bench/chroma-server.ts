/**
 * @file The store of the system that is replaced, as a peer: a Chroma server started from the binary in its npm package.
 *
 * It is no dependency. SILLAGE_CHROMADB names a folder with `node_modules/chromadb-js-bindings-…`, or says `install`: then 1.0.5
 * is fetched from the npm registry into a temporary folder. Newer ones than 1.0.5 need GLIBC 2.39 on Linux.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SearchItem } from '#perfumery/search/search-item.ts';

const version = '1.0.5';
const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64-gnu',
  'linux-arm64': 'linux-arm64-gnu',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64-msvc',
};
const batch = 500;

/** What a row is filtered by there: flat values, because its metadata knows no lists. */
interface Metadata {
  readonly passes4: boolean;
  readonly mood: string;
  readonly gender: string;
  readonly role: string;
  readonly spring: boolean;
  readonly price: number;
}

/** The same filters as `syntheticFilters`, in its language. */
export const chromaFilters: Readonly<Record<string, object>> = {
  '80 %': { passes4: true },
  '5 %': { mood: 'mood-3' },
  '0.1 %': {
    $and: [{ mood: 'mood-3' }, { gender: 'feminine' }, { role: 'base' }, { spring: true }, { price: { $lte: 120 } }],
  },
};

export interface ChromaPeer {
  readonly version: string;
  /** Answers rows a second. */
  ingest(rows: Iterable<{ readonly item: SearchItem; readonly vector: Float32Array }>): Promise<number>;
  query(vector: Float32Array, where: object | undefined, limit: number): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** A running server, or the reason why there is none. */
export async function startChroma(): Promise<ChromaPeer | { readonly reason: string }> {
  const asked = process.env.SILLAGE_CHROMADB;
  if (!asked) return { reason: 'SILLAGE_CHROMADB names no folder with its server and does not say install' };
  const place = mkdtempSync(join(tmpdir(), 'sillage-chroma-'));
  const discard = () => rmSync(place, { recursive: true, force: true });
  const found = asked === 'install' ? installed(place) : bindingIn(asked);
  if ('reason' in found) {
    discard();
    return found;
  }
  const port = await freePort();
  const program = `require(${JSON.stringify(found.binding)}).cli(process.argv.slice(1))`;
  const server = spawn(
    process.execPath,
    ['-e', program, 'chroma', 'run', '--path', join(place, 'data'), '--host', '127.0.0.1', '--port', String(port)],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ANONYMIZED_TELEMETRY: 'False' } },
  );
  let said = '';
  server.stderr.on('data', (text) => {
    said += text;
  });
  const origin = `http://127.0.0.1:${port}/api/v2`;
  const serverVersion = await whenAwake(server, origin);
  if (serverVersion === undefined) {
    server.kill('SIGKILL');
    discard();
    const line = said.split('\n').find((text) => text.includes('Error')) ?? 'it does not answer';
    return { reason: `its server does not start here: ${line.trim()}` };
  }
  return peerAt(origin, serverVersion, async () => {
    if (server.exitCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    discard();
  });
}

async function peerAt(origin: string, serverVersion: string, stop: () => Promise<void>): Promise<ChromaPeer> {
  const base = `${origin}/tenants/default_tenant/databases/default_database/collections`;
  const { id } = (await post(base, {
    name: 'library',
    get_or_create: true,
    configuration: { hnsw: { space: 'cosine' } },
  })) as { id: string };
  return {
    version: serverVersion,
    stop,
    async ingest(rows) {
      let [count, spent] = [0, 0];
      let some: { item: SearchItem; vector: Float32Array }[] = [];
      const send = async () => {
        const started = performance.now();
        await post(`${base}/${id}/add`, {
          ids: some.map(({ item }) => item.id),
          embeddings: some.map(({ vector }) => Array.from(vector)),
          metadatas: some.map(({ item }) => metadataOf(item)),
          documents: some.map(({ item }) => item.words),
        });
        spent += performance.now() - started;
        count += some.length;
        some = [];
      };
      for (const row of rows) {
        some.push(row);
        if (some.length === batch) await send();
      }
      if (some.length > 0) await send();
      return (count / spent) * 1000;
    },
    async query(vector, where, limit) {
      const body = { query_embeddings: [Array.from(vector)], n_results: limit, include: ['distances'], where };
      const { ids } = (await post(`${base}/${id}/query`, body)) as { ids: readonly (readonly string[])[] };
      return ids[0] ?? [];
    },
  };
}

function metadataOf({ facets }: SearchItem): Metadata {
  return {
    passes4: facets.passes.includes('4'),
    mood: facets.moods[0] ?? '',
    gender: facets.genders[0] ?? '',
    role: facets.roles[0] ?? '',
    spring: facets.seasons.includes('spring'),
    price: facets.pricePerKg ?? Number.MAX_SAFE_INTEGER,
  };
}

function installed(place: string): { readonly binding: string } | { readonly reason: string } {
  const name = platforms[`${process.platform}-${process.arch}`];
  if (!name) return { reason: `its npm package has no binary for ${process.platform}-${process.arch}` };
  const { status } = spawnSync(
    'npm',
    ['install', '--silent', '--ignore-scripts', '--prefix', place, `chromadb-js-bindings-${name}@${version}`],
    { stdio: 'ignore', shell: process.platform === 'win32' },
  );
  return status === 0 ? bindingIn(place) : { reason: 'the npm registry did not give its server' };
}

function bindingIn(folder: string): { readonly binding: string } | { readonly reason: string } {
  const modules = join(folder, 'node_modules');
  const names = existsSync(modules) ? readdirSync(modules).filter((name) => /^chromadb-js-bindings-/.test(name)) : [];
  for (const name of names) {
    const binding = readdirSync(join(modules, name)).find((file) => file.endsWith('.node'));
    if (binding) return { binding: join(modules, name, binding) };
  }
  return { reason: `there is no chromadb-js-bindings in ${modules}` };
}

/** Its version, once it answers; undefined when it ends or stays silent for half a minute. */
async function whenAwake(server: ChildProcess, origin: string): Promise<string | undefined> {
  for (let tries = 0; tries < 150 && server.exitCode === null; tries++) {
    const answered = await fetch(`${origin}/version`).catch(() => undefined);
    if (answered?.ok) return String(await answered.json());
    await wait(200);
  }
  return undefined;
}

async function post(url: string, body: object): Promise<unknown> {
  const answered = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answered.ok) throw new TypeError(`Chroma answered ${answered.status}: ${(await answered.text()).slice(0, 300)}`);
  return answered.json();
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
