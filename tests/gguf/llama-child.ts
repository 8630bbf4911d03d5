/**
 * @file llama.cpp in a child process, one file after another, to see what it survives. Run as a program this file is the
 * child.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openBareLlama } from './bare-llama.ts';

export interface Attempt {
  readonly model: string;
  readonly adapter?: string;
}
/** `loaded` and it spoke, `error` with the process alive, `crash` or `hang`. */
export type Outcome = 'loaded' | 'error' | 'crash' | 'hang';

export class LlamaChild {
  #child: ChildProcess | undefined;
  #lastWords = '';
  readonly #patience: number;

  /** `patience` in ms, after which a silent child hangs. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** What the last child wrote before it ended. */
  get lastWords(): string {
    return this.#lastWords.trim().split('\n').slice(-2).join(' ');
  }

  async attempt(attempt: Attempt): Promise<Outcome> {
    const child = this.#child ?? (await this.#start());
    this.#child = child;
    const outcome = await new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => settle('hang'), this.#patience);
      const onMessage = (message: unknown) => settle(message as Outcome);
      const onExit = () => settle('crash');
      const settle = (found: Outcome) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        resolve(found);
      };
      child.once('message', onMessage).once('exit', onExit);
      child.send(attempt);
    });
    if (outcome === 'crash' || outcome === 'hang') this.close();
    return outcome;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): Promise<ChildProcess> {
    const child = fork(fileURLToPath(import.meta.url), ['child'], {
      env: { ...process.env, GGML_NO_BACKTRACE: '1' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#lastWords = '';
    child.stderr?.on('data', (words) => {
      this.#lastWords = (this.#lastWords + words).slice(-2000);
    });
    return new Promise((resolve, reject) => {
      child.once('message', () => resolve(child));
      child.once('exit', (code) => reject(new Error(`the child did not start: ${code} ${this.#lastWords}`)));
    });
  }
}

/** Loads, says three tokens, tells. */
async function beChild(): Promise<void> {
  const llama = await openBareLlama();
  process.on('message', ({ model: modelPath, adapter }: Attempt) => {
    const attempt = async (): Promise<Outcome> => {
      const model = await llama.loadModel({ modelPath });
      try {
        const lora = adapter === undefined ? {} : { lora: { adapters: [{ filePath: adapter }] } };
        const context = await model.createContext({ contextSize: 64, threads: 1, ...lora });
        let said = 0;
        for await (const _ of context
          .getSequence()
          .evaluate(model.tokenize('rose 향 {'), { temperature: 0.7, seed: 1 })) {
          said += 1;
          if (said >= 3) break;
        }
        return 'loaded';
      } finally {
        await model.dispose();
      }
    };
    attempt().then(
      (outcome) => process.send?.(outcome),
      () => process.send?.('error' satisfies Outcome),
    );
  });
  process.send?.('ready');
}

if (process.argv[2] === 'child' && process.argv[1] === fileURLToPath(import.meta.url)) await beChild();
