import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const script = path.join(import.meta.dirname, 'hold-library.ts');

/** Opens the library in `folder` in another process; `said` is `open`, or the code of the refusal. */
export async function holdElsewhere(folder: string, ...more: string[]): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [script, folder, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: said.toString().trim() };
}

/** Kills `child` the hard way and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
