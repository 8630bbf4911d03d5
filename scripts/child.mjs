/** @file Starting other programs, with this Node first on their PATH. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './project.mjs';
import { stop } from './say.mjs';

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program to its end and answers its exit code. A signal to end goes on to it. */
export function run(executable, args, { env = {}, cwd = root, stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { cwd, stdio, env: { ...process.env, ...env, PATH: pathWith(executable) } });
    const pass = (signal) => child.kill(signal);
    for (const signal of endings) process.on(signal, pass);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const ending of endings) process.off(ending, pass);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs a script with the Node that runs this one. */
export const node = (args, options) => run(process.execPath, args, options);

/** npm of the Node that runs this, not of whichever is first on PATH. Ends the process when npm fails. */
export function npm(args, cwd = root) {
  const cli = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  const windows = process.platform === 'win32';
  const [command, before] = cli ? [process.execPath, [cli]] : [windows ? 'npm.cmd' : 'npm', []];
  const { status, error } = spawnSync(command, [...before, ...args, ...quiet], {
    stdio: 'inherit',
    cwd,
    shell: !cli && windows,
    env: { ...process.env, PATH: pathWith(process.execPath) },
  });
  if (error) stop(`npm could not be started (${error.message}): install Node with npm from https://nodejs.org`);
  if (status !== 0) stop(`npm ${args.join(' ')} failed: its message is above`);
}

function pathWith(executable) {
  return path.isAbsolute(executable) ? path.dirname(executable) + path.delimiter + process.env.PATH : process.env.PATH;
}
