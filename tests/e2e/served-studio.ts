/** @file The built loopback host as its own process, with everything it keeps in a folder of the test. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { layLibrary } from './new-library.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface ServedStudio {
  /** The page's address with its token. */
  readonly address: string;
  readonly origin: string;
  readonly token: string;
  readonly pid: number;
  readonly said: () => string;
  readonly end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

/** Starts the host; resolves when it says where it is. */
export async function serveStudio(folder: string, args: readonly string[] = [], env = {}): Promise<ServedStudio> {
  const { child, said } = spawnServe(folder, args, env);
  const ready = once(child, 'message') as Promise<[{ address: string }]>;
  const ended = once(child, 'exit');
  const first = await Promise.race([ready, ended.then(() => undefined)]);
  if (!first) return Promise.reject(new TypeError(`the host ended: ${said()}`));
  const { origin, hash } = new URL(first[0].address);
  return {
    address: first[0].address,
    origin,
    token: hash.slice('#token='.length),
    pid: child.pid ?? 0,
    said,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}

/** Starts a host that is expected to refuse; answers its exit code and what it said. */
export async function refusedServe(folder: string, args: readonly string[], env = {}) {
  const { child, said } = spawnServe(folder, args, env);
  const [code] = await once(child, 'exit');
  return { code: code as number | null, said: said() };
}

function spawnServe(folder: string, args: readonly string[], env: object): { child: ChildProcess; said: () => string } {
  if (process.platform === 'linux') layLibrary(path.join(folder, 'Sillage', 'library'));
  const child = spawn(process.execPath, [path.join(root, 'out/main/serve.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, XDG_CONFIG_HOME: folder, APPDATA: folder, HOME: folder, LANG: 'en_GB.UTF-8', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  return { child, said: () => text };
}
