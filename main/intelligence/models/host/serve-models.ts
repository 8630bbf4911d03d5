/** @file The side of the process: asks come in, llama.cpp works, answers go out. Knows neither Node's channel nor Electron's. */
import { setTimeout as pauseFor } from 'node:timers/promises';
import { getLlama, type Llama, LlamaLogLevel } from 'node-llama-cpp';
import type { Backend } from '../backend.ts';
import { failureOf, HostRefusal } from './failure.ts';
import type { FromHost, HostAct, HostActs, HostFailure, HostMemory, ToHost } from './host-protocol.ts';
import { understandTemplate } from './lay-out-prompt.ts';
import { type LoadedModel, loadModel } from './loaded-model.ts';
import { scoreText } from './score-text.ts';
import { writeAnswer } from './write-answer.ts';

export interface HostPort {
  readonly send: (message: FromHost) => void;
  readonly onMessage: (read: (message: ToHost) => void) => void;
  /** For the log of the studio: survives a crash that follows at once. */
  readonly note: (line: string) => void;
}

interface Job {
  readonly stop: AbortController;
  /** Set while the answer shall pause; called when it may go on. */
  goOn?: (() => void) | undefined;
  over?: Promise<void> | undefined;
}

type Ask<Act extends HostAct> = {
  readonly with: HostActs[Act]['takes'];
  readonly tell: (event: HostActs[Act]['tells']) => void;
  readonly job: Job;
  readonly id: number;
};

/** What an unknown error of each act means. */
const means: Readonly<Partial<Record<HostAct, HostFailure['kind']>>> = {
  open: 'backend',
  probe: 'backend',
  load: 'load',
};
const linesKept = 60;
const soon = 200;

export function serveModels({ send, onMessage, note }: HostPort): void {
  const models = new Map<string, LoadedModel>();
  const jobs = new Map<number, Job>();
  const log: string[] = [];
  let llama: Llama | undefined;

  const logger = (level: LlamaLogLevel, text: string) => {
    const line = text.trimEnd();
    if (line.length < 2) return; // llama.cpp draws progress in dots
    log.push(line);
    if (log.length > linesKept) log.shift();
    if (level === LlamaLogLevel.error || level === LlamaLogLevel.fatal || level === LlamaLogLevel.warn) note(line);
  };
  const opened = (): Llama => {
    if (!llama) throw new HostRefusal('backend', 'no back end is open');
    return llama;
  };
  const loaded = (model: string): LoadedModel => {
    const found = models.get(model);
    if (!found) throw new HostRefusal('not-loaded', model);
    return found;
  };
  const unload = async (model: string) => {
    const found = models.get(model);
    models.delete(model);
    await found?.dispose();
  };

  const openWith = (backend: Backend): Promise<Llama> =>
    getLlama({
      gpu: backend === 'cpu' ? false : backend,
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      maxThreads: 0, // each context is told its own
      logLevel: LlamaLogLevel.info,
      logger,
    });

  const acts: { readonly [Act in HostAct]: (ask: Ask<Act>) => Promise<HostActs[Act]['answers']> } = {
    async open({ with: { backend } }) {
      llama ??= await openWith(backend);
      return {
        backend: llama.gpu || 'cpu',
        devices: llama.gpu ? await llama.getGpuDeviceNames() : [],
        release: llama.llamaCppRelease.release,
        cores: llama.cpuMathCores,
        memory: await memoryOf(llama),
      };
    },
    async probe({ with: { backend } }) {
      const found = await openWith(backend);
      return { devices: await found.getGpuDeviceNames(), vramTotal: (await found.getVramState()).total };
    },
    async load({ with: { model, path, options }, tell, job }) {
      await unload(model);
      log.length = 0;
      const made = await loadModel({
        llama: opened(),
        path,
        options,
        onProgress: (progress) => tell({ progress }),
        signal: job.stop.signal,
      });
      models.set(model, made);
      // Soon a chat will want it; until then nobody waits for it.
      setTimeout(() => made.model.disposed || understandTemplate(made.model), soon);
      return made.facts;
    },
    async unload({ with: { model } }) {
      await unload(model);
      return null;
    },
    write: ({ with: asked, tell, job, id }) =>
      writeAnswer(loaded(asked.model), asked, {
        tell,
        signal: job.stop.signal,
        pause: {
          isWanted: () => job.goOn !== undefined,
          over: async () => {
            send({ id, paused: true });
            await job.over;
          },
        },
      }),
    async count({ with: { model, prompt } }) {
      const { layOut, facts } = loaded(model);
      return { tokens: layOut(prompt).tokens.length, context: facts.context };
    },
    score: ({ with: asked, job }) => scoreText(loaded(asked.model), asked, job.stop.signal),
    state: () => memoryOf(opened()),
  };

  async function answer({ id, act, with: takes }: Extract<ToHost, { act: HostAct }>): Promise<void> {
    const job: Job = { stop: new AbortController() };
    jobs.set(id, job);
    try {
      const tell = (event: unknown) => send({ id, event });
      const done = await (acts[act] as (ask: unknown) => Promise<unknown>)({ with: takes, tell, job, id });
      send({ id, done });
    } catch (error) {
      if (means[act]) await pauseFor(10); // llama.cpp's reason comes through a queue of its own
      send({ id, failed: failureOf(error, means[act], log) });
    } finally {
      jobs.delete(id);
    }
  }

  onMessage((message) => {
    if ('act' in message) void answer(message);
    else if ('ping' in message) send({ pong: message.ping });
    else if ('cancel' in message) {
      const job = jobs.get(message.cancel);
      job?.stop.abort();
      job?.goOn?.();
    } else if ('pause' in message) {
      const job = jobs.get(message.pause);
      if (job && !job.goOn) job.over = new Promise((resolve) => (job.goOn = resolve));
    } else {
      const job = jobs.get(message.resume);
      const goOn = job?.goOn;
      if (job) job.goOn = undefined;
      goOn?.();
    }
  });
  send({ ready: true });
}

async function memoryOf(llama: Llama): Promise<HostMemory> {
  const [ram, vram] = await Promise.all([llama.getRamState(), llama.getVramState()]);
  return {
    ramFree: ram.free,
    ramTotal: ram.total,
    vramFree: vram.free,
    vramTotal: vram.total,
    held: process.memoryUsage.rss(),
  };
}
