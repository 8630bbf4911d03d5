/** @file The process of the models as the studio sees it: Node forks one; Electron gives its own through the same interface. */
import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { FromHost, ToHost } from './host-protocol.ts';

export interface HostProcess {
  readonly pid: number | undefined;
  send(message: ToHost): void;
  onMessage(read: (message: FromHost) => void): void;
  /** What llama.cpp and the system say on the way, line by line. */
  onLog(read: (line: string) => void): void;
  /** Once, with how it ended; also when it could not even start. */
  onExit(read: (end: HostExit) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export interface HostExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** What a host has to start, and with what in its environment. */
export interface HostEntry {
  /** An absolute path. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

export type StartHostProcess = (entry: HostEntry) => HostProcess;

/** The program of the process, beside this file as TypeScript or beside the bundle; without the variable an abort draws a backtrace for seconds. */
export const hostEntry = (): HostEntry => ({
  program: fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? './model-host.ts' : './model-host.js', import.meta.url),
  ),
  environment: { ...(process.env as Record<string, string>), GGML_NO_BACKTRACE: '1' },
});

/** Starts the process with plain Node. */
export const forkHost: StartHostProcess = ({ program, environment }) => {
  const child = fork(program, [], {
    env: environment,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const lines = child.stderr && createInterface({ input: child.stderr });
  let end = (_: HostExit) => {};
  const ended = new Promise<HostExit>((resolve) => (end = resolve));
  child.on('exit', (code, signal) => end({ code, signal }));
  child.on('error', () => end({ code: null, signal: null }));
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message, () => {}); // an error here is an exit that is about to be told
    },
    onMessage: (read) => child.on('message', (message) => read(message as FromHost)),
    onLog: (read) => lines?.on('line', read),
    onExit: (read) => void ended.then(read),
    kill: () => void child.kill('SIGKILL'),
  };
};
