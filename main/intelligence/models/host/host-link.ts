/** @file One life of the process of the models: asks with their answers, events on the way, and how it ended. */
import { StudioError } from '#foundation/errors.ts';
import type { HostExit, HostProcess } from './host-process.ts';
import type { HostAct, HostActs, HostFailure, ToHost } from './host-protocol.ts';

/** How the process ended, once: `detail` is what llama.cpp said last. */
export interface HostEnding {
  readonly reason: 'crashed' | 'killed' | 'memory' | 'stuck' | 'not-started';
  readonly detail: string;
}

/** A failure of an ask that left the process alive. */
export class AskFailed extends Error {
  readonly failure: HostFailure;

  constructor(failure: HostFailure) {
    super(`${failure.kind}: ${failure.detail}`);
    this.failure = failure;
  }
}

export interface AskOptions<Act extends HostAct> {
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: (event: HostActs[Act]['tells']) => void;
  /** Longest silence, in ms, before the process counts as stuck; none where left out. */
  readonly patience?: number | undefined;
}

export interface Asked<Answer> {
  readonly answer: Promise<Answer>;
  /** Lets others have the model; resolves when it is free. */
  pause(): Promise<void>;
  resume(): void;
}

export interface HostLink {
  readonly pid: number | undefined;
  ask<Act extends HostAct>(
    act: Act,
    takes: HostActs[Act]['takes'],
    options?: AskOptions<Act>,
  ): Asked<HostActs[Act]['answers']>;
  /** Resolves when it has ended, whoever ended it. */
  readonly ended: Promise<HostEnding>;
  /** The last lines of its log. */
  readonly log: readonly string[];
  /** Whether somebody waits for an answer. */
  readonly isAsked: boolean;
  end(reason: HostEnding['reason']): void;
}

interface Waiting {
  readonly done: (answer: never) => void;
  readonly failed: (error: unknown) => void;
  readonly event: (event: never) => void;
  readonly heard: () => void;
  paused: () => void;
}

export interface Health {
  /** Between two pings, in ms. */
  readonly every: number;
  /** How long an answer to one may take. */
  readonly within: number;
  /** How long the process may take to begin. */
  readonly start: number;
}

const linesKept = 200;

/** Resolves once the process answers. Refuses with `model.host-ended` where it never does. */
export async function linkHost(child: HostProcess, health: Health): Promise<HostLink> {
  const waiting = new Map<number, Waiting>();
  const log: string[] = [];
  let lastId = 0;
  let asEnded: HostEnding['reason'] | undefined;
  let isOver = false;
  let hasBegun = false;
  let finish = (_: HostEnding) => {};
  let begin = () => {};
  const ended = new Promise<HostEnding>((resolve) => (finish = resolve));
  const ready = new Promise<void>((resolve) => (begin = resolve));
  const end = (reason: HostEnding['reason']) => {
    asEnded ??= reason;
    child.kill();
  };

  let answeredAt = performance.now();
  const pings = setInterval(() => {
    if (performance.now() - answeredAt > health.every + health.within) end('stuck');
    else child.send({ ping: 1 });
  }, health.every);
  pings.unref();
  const startTimer = setTimeout(() => end('not-started'), health.start);

  child.onLog((line) => {
    log.push(line);
    if (log.length > linesKept) log.shift();
  });
  child.onExit((exit) => {
    clearInterval(pings);
    clearTimeout(startTimer);
    isOver = true;
    const ending = endingOf(exit, log, asEnded ?? (hasBegun ? undefined : 'not-started'));
    finish(ending);
    for (const one of waiting.values()) one.failed(refusalFor(ending));
    waiting.clear();
  });
  child.onMessage((message) => {
    answeredAt = performance.now();
    if ('ready' in message) {
      hasBegun = true;
      return begin();
    }
    if ('pong' in message) return;
    const one = waiting.get(message.id);
    one?.heard();
    if ('event' in message) return one?.event(message.event as never);
    if ('paused' in message) return one?.paused();
    waiting.delete(message.id);
    if ('done' in message) one?.done(message.done as never);
    else one?.failed(new AskFailed(message.failed));
  });

  const link: HostLink = {
    pid: child.pid,
    ended,
    log,
    get isAsked() {
      return waiting.size > 0;
    },
    end,
    ask(act, takes, { signal, onEvent = () => {}, patience } = {}) {
      lastId += 1;
      const id = lastId;
      let silence: NodeJS.Timeout | undefined;
      const heard = () => {
        clearTimeout(silence);
        if (patience !== undefined) silence = setTimeout(() => end('stuck'), patience);
      };
      const cancel = () => child.send({ cancel: id });
      const answer = new Promise<never>((resolve, reject) => {
        if (isOver) return void ended.then((ending) => reject(refusalFor(ending)));
        waiting.set(id, { done: resolve, failed: reject, event: onEvent, heard, paused: () => {} });
        heard();
        child.send({ id, act, with: takes } as ToHost);
        if (signal?.aborted) cancel();
        else signal?.addEventListener('abort', cancel);
      }).finally(() => {
        clearTimeout(silence);
        signal?.removeEventListener('abort', cancel);
      });
      return {
        answer,
        pause: () =>
          new Promise((resolve) => {
            const one = waiting.get(id);
            if (!one) return resolve();
            one.paused = () => {
              clearTimeout(silence); // a paused answer may be silent as long as it takes
              resolve();
            };
            void answer.then(
              () => resolve(),
              () => resolve(),
            );
            child.send({ pause: id });
          }),
        resume: () => {
          heard();
          child.send({ resume: id });
        },
      };
    },
  };

  const first = await Promise.race([ready, ended]);
  clearTimeout(startTimer);
  if (first) throw refusalFor(first);
  return link;
}

/** What whoever was waiting is told. */
export function refusalFor(ending: HostEnding): StudioError<'model.host-ended'> {
  return new StudioError('model.host-ended', { reason: ending.reason, detail: ending.detail }, { cause: ending });
}

/** SIGKILL that nobody here sent is most often the system short of memory; 133 and SIGTRAP Electron's allocator. */
function endingOf(
  { code, signal }: HostExit,
  log: readonly string[],
  asked: HostEnding['reason'] | undefined,
): HostEnding {
  const said =
    log.findLast((line) => /GGML_ASSERT|terminate called|what\(\)|error|failed/i.test(line)) ?? log.at(-1) ?? '';
  const how = signal ?? (code === null ? 'no exit code' : `exit ${code}`);
  const detail = [how, said.trim()].filter(Boolean).join(': ');
  if (asked) return { reason: asked, detail };
  if (/out of memory|failed to allocate|bad_alloc|ENOMEM/i.test(said) || signal === 'SIGTRAP' || code === 133)
    return { reason: 'memory', detail };
  if (signal === 'SIGKILL') return { reason: 'killed', detail };
  return { reason: 'crashed', detail };
}
