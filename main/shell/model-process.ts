import { createInterface } from 'node:readline';
import { utilityProcess } from 'electron';
import type { CoreConfig } from '#core';

/** The process of the language models as Electron's utility process: the same messages, and it ends with the program. */
export const startModelProcess: NonNullable<CoreConfig['startModelHost']> = ({ program, environment }) => {
  const child = utilityProcess.fork(program, [], {
    serviceName: 'Sillage models',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...environment },
  });
  const lines = child.stderr && createInterface({ input: child.stderr });
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (read) => void child.on('message', read),
    onLog: (read) => void lines?.on('line', read),
    onExit: (read) => void child.once('exit', (code) => read({ code, signal: null })),
    kill() {
      // Electron's own way asks politely first, and a process that hangs does not listen.
      if (child.pid === undefined) child.kill();
      else process.kill(child.pid, 'SIGKILL');
    },
  };
};
