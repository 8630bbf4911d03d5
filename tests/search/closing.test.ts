import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it } from 'vitest';

const script = path.join(import.meta.dirname, 'close-soon.ts');

// a process that ends while onnxruntime is at work in another thread is aborted, or hangs for ever
it('the studio ends well when it is closed while search opens its encoder', async () => {
  for (const delay of [200, 250]) {
    const child = spawn(process.execPath, [script, String(delay)], { stdio: 'ignore' });
    const [code, signal] = await once(child, 'exit');
    expect({ code, signal }, `${delay} ms`).toEqual({ code: 0, signal: null });
  }
});
