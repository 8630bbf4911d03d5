/** @file The process of the models as the studio sees it: Node forks one; Electron gives its own through the same interface. */
import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
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

export type StartHostProcess = () => HostProcess;

/** The program of the process: beside this file as TypeScript, beside the bundle in what is shipped. */
export const hostProgram = new URL(
  import.meta.url.endsWith('.ts') ? './model-host.ts' : './model-host.js',
  import.meta.url,
);

/** What the process finds in its environment: without the first, an abort spends seconds on a backtrace. */
export const hostEnvironment = (): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  GGML_NO_BACKTRACE: '1',
  NODE_LLAMA_CPP_SKIP_DOWNLOAD: 'true',
});

/** Starts the process with plain Node. */
export const forkHost: StartHostProcess = () => {
  const child = fork(hostProgram, [], {
    env: hostEnvironment(),
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
