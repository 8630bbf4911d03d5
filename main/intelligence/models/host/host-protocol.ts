/**
 * @file What the studio and the process of the models say to one another.
 *
 * Plain messages, the same over Node's channel and over Electron's utility process. Every ask has an id; its answers carry it:
 * any number of `event`s, then one of `done`, `failed`. A process that dies owes no answer: whoever asked is told by the
 * supervisor.
 */
import type { Backend } from '../backend.ts';
import type { AnswerEnd, Prompt, Sampling, ScoredToken } from '../language-models.ts';
import type { LoadOptions } from '../load-options.ts';

export interface Adapter {
  readonly path: string;
  readonly scale: number;
}

/** One answer to be written. Everything is decided: no presets, no defaults. */
export interface WriteAnswer {
  readonly model: string;
  readonly prompt: Prompt;
  readonly maxTokens: number;
  readonly sampling: Sampling;
  /** Of the draw; left out, it is drawn anew. */
  readonly seed?: number;
  readonly gbnf?: string;
  readonly stop: readonly string[];
  readonly adapter?: Adapter;
}

export interface Score {
  readonly model: string;
  readonly prompt: Prompt;
  readonly text: string;
  readonly adapter?: Adapter;
}

/** What each ask takes, tells on the way, and answers. */
export interface HostActs {
  open: {
    readonly takes: { readonly backend: Backend };
    readonly tells: never;
    readonly answers: HostFacts;
  };
  /** Whether a back end works here, for a process that does nothing else: trying may end it. */
  probe: {
    readonly takes: { readonly backend: Backend };
    readonly tells: never;
    readonly answers: ProbedBackend;
  };
  load: {
    readonly takes: { readonly model: string; readonly path: string; readonly options: LoadOptions };
    readonly tells: { readonly progress: number };
    readonly answers: LoadedFacts;
  };
  unload: {
    readonly takes: { readonly model: string };
    readonly tells: never;
    readonly answers: null;
  };
  write: {
    readonly takes: WriteAnswer;
    readonly tells: WriteEvent;
    readonly answers: Written;
  };
  count: {
    readonly takes: { readonly model: string; readonly prompt: Prompt };
    readonly tells: never;
    readonly answers: { readonly tokens: number; readonly context: number };
  };
  score: {
    readonly takes: Score;
    readonly tells: never;
    readonly answers: readonly ScoredToken[];
  };
  state: {
    readonly takes: null;
    readonly tells: never;
    readonly answers: HostMemory;
  };
}
export type HostAct = keyof HostActs;

export type WriteEvent =
  | { readonly started: { readonly promptTokens: number; readonly context: number } }
  | { readonly text: string; readonly tokens: number };

export interface Written {
  readonly end: AnswerEnd;
  readonly promptTokens: number;
  readonly tokens: number;
  readonly msToFirstToken: number;
  readonly tokensPerSecond: number;
}

export interface HostFacts {
  readonly backend: Backend;
  /** Names of the graphics cards in use; empty on the processor. */
  readonly devices: readonly string[];
  /** Version of llama.cpp. */
  readonly release: string;
  /** Cores that are worth computing on. */
  readonly cores: number;
  readonly memory: HostMemory;
}

export interface ProbedBackend {
  /** Names of the graphics cards it would use. */
  readonly devices: readonly string[];
  /** Bytes. */
  readonly vramTotal: number;
}

/** In bytes. */
export interface HostMemory {
  readonly ramFree: number;
  readonly ramTotal: number;
  readonly vramFree: number;
  readonly vramTotal: number;
  /** What the process itself holds. */
  readonly held: number;
}

export interface LoadedFacts {
  /** Tokens that fit: llama.cpp rounds up. */
  readonly context: number;
  readonly gpuLayers: number;
  /** Bytes as llama.cpp reckons them, model and context together. */
  readonly ram: number;
  readonly vram: number;
  readonly hasChatTemplate: boolean;
  readonly ms: number;
}

/** Why an ask failed, in words a person was not meant to read; `kind` is what the studio acts on. */
export interface HostFailure {
  readonly kind: 'not-loaded' | 'load' | 'memory' | 'too-long' | 'grammar' | 'adapter' | 'unloaded' | 'backend' | 'bug';
  readonly detail: string;
  /** With `too-long`. */
  readonly counts?: { readonly tokens: number; readonly room: number; readonly context: number };
}

export type ToHost =
  | {
      readonly [Act in HostAct]: { readonly id: number; readonly act: Act; readonly with: HostActs[Act]['takes'] };
    }[HostAct]
  | { readonly cancel: number }
  /** Lets others have the model at the next token; the answer goes on after `resume`. */
  | { readonly pause: number }
  | { readonly resume: number }
  | { readonly ping: number };

export type FromHost =
  | { readonly ready: true }
  | { readonly pong: number }
  | { readonly id: number; readonly event: unknown }
  | { readonly id: number; readonly paused: true }
  | { readonly id: number; readonly done: unknown }
  | { readonly id: number; readonly failed: HostFailure };
