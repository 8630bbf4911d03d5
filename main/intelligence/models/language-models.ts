/**
 * @file What everyone above asks of a language model: by role, never by file, process or server.
 *
 * Whoever plays a role may be a model of this machine in its own process, or a server on the perfumer's network: the same
 * calls, the same events, the same refusals. Nothing is cut in silence: a prompt that does not fit is counted and refused,
 * unless the request says that it may be summarised.
 */

/** What a model is asked for. One model may play all of them. */
export const modelRoles = ['orchestrator', 'composer', 'emotion', 'safety-explainer', 'assistant'] as const;
export type ModelRole = (typeof modelRoles)[number];

export interface ChatMessage {
  readonly speaker: 'system' | 'user' | 'model';
  readonly text: string;
}

/**
 * What the model reads. A chat is laid out by the model's own template, and its text can never pass for a control token;
 * `text` is continued as it stands.
 */
export type Prompt =
  | { readonly kind: 'chat'; readonly messages: readonly ChatMessage[] }
  | { readonly kind: 'text'; readonly text: string };

/** How the next token is drawn. `exact` always takes the likeliest one. */
export const samplingPresets = ['exact', 'careful', 'balanced', 'inventive'] as const;
export type SamplingPreset = (typeof samplingPresets)[number];

export interface Sampling {
  /** 0 takes the likeliest token. */
  readonly temperature: number;
  /** Draws among this many of the likeliest tokens; 0 for all. */
  readonly topK: number;
  /** Draws among the likeliest tokens that together have this probability, 0..1. */
  readonly topP: number;
  /** Leaves out tokens less probable than this share of the likeliest one's, 0..1. */
  readonly minP: number;
  /** 1 for none; above it what was just said becomes less likely. */
  readonly repeatPenalty: number;
}

/** A grammar of our own in GBNF. */
export interface Grammar {
  readonly gbnf: string;
  /** Not every server can hold to a grammar. `done` says whether this one was held to. */
  readonly ifUnsupported: 'refuse' | 'leave-out';
}

export interface GenerateRequest {
  readonly prompt: Prompt;
  /** The most tokens to answer with; fewer where the context has no room for them. */
  readonly maxTokens: number;
  /** A preset, or values; what the model's settings on the shelf say where it is left out. */
  readonly sampling?: SamplingPreset | Sampling;
  /** The same seed, prompt, model and machine give the same answer. Drawn anew where it is left out. */
  readonly seed?: number;
  readonly grammar?: Grammar;
  /** The answer ends before any of these. */
  readonly stop?: readonly string[];
  /** LoRA weights of this machine by path; a server refuses them. `scale` 1 where left out. */
  readonly adapter?: { readonly path: string; readonly scale?: number };
  /** Whoever waits in front of the window goes first. */
  readonly urgency: 'interactive' | 'background';
  /** Whose turn it is: requesters of the same urgency take turns by the tokens they have used. */
  readonly requester: string;
  /** What to do with a prompt that does not fit. Where left out: refuse (`model.prompt-too-long`). */
  readonly ifTooLong?: 'refuse' | 'summarise';
}

/** Why an answer ended: the model was done, said a stop, reached `maxTokens`, filled the context, or was cancelled. */
export type AnswerEnd = 'finished' | 'stop' | 'length' | 'context-full' | 'cancelled';

/** What comes of a request, in order: any of the first four, then text, then `done` exactly once unless it is refused. */
export type ModelEvent =
  | { readonly kind: 'queued' /** Requests before this one. */; readonly ahead: number }
  | {
      readonly kind: 'loading';
      readonly name: string;
      /** 0..1. */
      readonly progress: number;
      /** Names of models that are unloaded to make room. */
      readonly unloads: readonly string[];
    }
  | { readonly kind: 'summarising'; readonly tokens: number; readonly room: number }
  | {
      readonly kind: 'started';
      readonly modelName: string;
      readonly promptTokens: number;
      readonly context: number;
      readonly isDemonstration: boolean;
      readonly leavesMachine: boolean;
    }
  | { readonly kind: 'text'; readonly text: string /** Tokens of the answer so far. */; readonly tokens: number }
  | {
      readonly kind: 'done';
      readonly end: AnswerEnd;
      readonly promptTokens: number;
      readonly tokens: number;
      /** From the beginning of the work on this request, waiting left out, in ms. */
      readonly msToFirstToken: number;
      /** From the first token to the last; 0 with fewer than two tokens. */
      readonly tokensPerSecond: number;
      /** Whether the grammar asked for was held to. */
      readonly isConstrained: boolean;
    };

/** Who plays a role now. */
export type RoleState =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'local';
      readonly modelId: string;
      readonly name: string;
      readonly isLoaded: boolean;
      /** Tokens that fit, prompt and answer together. */
      readonly context: number;
      /** Only shows that the path works: its answers are not worth reading. */
      readonly isDemonstration: boolean;
      readonly canUseGrammar: true;
      readonly canUseAdapter: true;
      readonly leavesMachine: false;
    }
  | {
      readonly kind: 'server';
      readonly serverId: string;
      readonly name: string;
      readonly address: string;
      readonly context: number;
      readonly isDemonstration: false;
      readonly canUseGrammar: boolean;
      readonly canUseAdapter: false;
      readonly leavesMachine: true;
    };

export interface TokenCount {
  readonly tokens: number;
  readonly context: number;
  /** False where a server cannot count and the number is a cautious estimate. */
  readonly isExact: boolean;
}

/** One token of a given text with its probability after all before it. */
export interface ScoredToken {
  readonly text: string;
  /** Natural logarithm. */
  readonly logProbability: number;
}

/**
 * Language models by role. Every call loads what it needs, waits its turn and ends within 100 ms of `signal`.
 *
 * Refusals: `model.no-model` (nobody plays the role), `model.prompt-too-long`, `model.not-enough-memory`,
 * `model.load-failed`, `model.host-ended` (the process died; ask again), `model.host-resting` (it died too often),
 * `model.queue-full`, `model.cannot` (grammar, adapter or probabilities a server does not have), `model.server-failed`.
 */
export interface LanguageModels {
  stateOf(role: ModelRole): RoleState;
  /**
   * An answer as it comes. Aborting ends it with `done` and `cancelled`; leaving the loop stops the model too.
   */
  generate(role: ModelRole, request: GenerateRequest, signal?: AbortSignal): AsyncIterable<ModelEvent>;
  /** How long a prompt is, laid out as the model would read it. */
  countTokens(role: ModelRole, prompt: Prompt, signal?: AbortSignal): Promise<TokenCount>;
  /** How probable the model finds `text` after `prompt`, token by token. Models of this machine only. */
  logProbabilities(
    role: ModelRole,
    request: Pick<GenerateRequest, 'prompt' | 'adapter' | 'urgency' | 'requester'> & { readonly text: string },
    signal?: AbortSignal,
  ): Promise<readonly ScoredToken[]>;
}

/** The whole answer to a request, for who does not stream. An answer that was cancelled is thrown as `signal.reason`. */
export async function wholeAnswer(
  events: AsyncIterable<ModelEvent>,
  signal?: AbortSignal,
): Promise<{ readonly text: string; readonly done: Extract<ModelEvent, { kind: 'done' }> | undefined }> {
  let text = '';
  let done: Extract<ModelEvent, { kind: 'done' }> | undefined;
  for await (const event of events) {
    if (event.kind === 'text') text += event.text;
    else if (event.kind === 'done') done = event;
  }
  if (done?.end === 'cancelled') signal?.throwIfAborted();
  return { text, done };
}
