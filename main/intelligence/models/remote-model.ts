/**
 * @file A model on the perfumer's own network, through OpenAI's protocol, as Ollama, llama-server and vLLM speak it.
 *
 * What is asked leaves the machine; that is said wherever such a server is used. Redirects are not followed, and an address
 * outside the own network is never called.
 */
import { isStudioError, StudioError } from '#foundation/errors.ts';
import type { AnswerEnd, ModelEvent, Prompt, Sampling, TokenCount } from './language-models.ts';
import { refuseForeign } from './remote-address.ts';
import { eventsIn } from './remote-events.ts';
import { canUseGrammar, type ModelServer } from './remote-server.ts';

export interface RemoteRequest {
  readonly prompt: Prompt;
  readonly maxTokens: number;
  readonly sampling: Sampling;
  readonly seed?: number;
  readonly gbnf?: string;
  readonly stop: readonly string[];
}

/** How long a server may be silent, in ms: before it answers at all, and between two pieces. */
export interface Patience {
  readonly connect: number;
  readonly silence: number;
}
const usual: Patience = { connect: 60_000, silence: 120_000 };

type Done = Extract<ModelEvent, { kind: 'done' }>;
type Text = Extract<ModelEvent, { kind: 'text' }>;

/** An answer as it comes; the last event is `done`. Refuses with `model.server-failed` and `model.invalid`. */
export async function* writeRemotely(
  server: ModelServer,
  request: RemoteRequest,
  signal: AbortSignal,
  patience: Patience = usual,
): AsyncGenerator<Text | Done> {
  const asked = performance.now();
  let firstAt = 0;
  let lastAt = 0;
  let tokens = 0;
  let promptTokens = 0;
  let end: AnswerEnd = 'finished';
  const watch = createWatch(signal, patience.connect);
  try {
    const body = await post(server, request, watch.signal);
    for await (const data of eventsIn(body)) {
      watch.wait(patience.silence);
      if (data === '[DONE]') break;
      const piece = pieceIn(data, server);
      promptTokens = piece.promptTokens ?? promptTokens;
      end = piece.end ?? end;
      if (piece.text !== '') {
        lastAt = performance.now();
        firstAt ||= lastAt;
        tokens += 1;
        yield { kind: 'text', text: piece.text, tokens };
      }
      tokens = piece.tokens ?? tokens;
    }
  } catch (error) {
    if (!signal.aborted) throw refusalFrom(error, server, watch.isOver());
  } finally {
    watch.end();
  }
  const seconds = (lastAt - firstAt) / 1000;
  yield {
    kind: 'done',
    end: signal.aborted ? 'cancelled' : end,
    promptTokens,
    tokens,
    msToFirstToken: firstAt > 0 ? firstAt - asked : 0,
    tokensPerSecond: tokens > 1 && seconds > 0 ? (tokens - 1) / seconds : 0,
    isConstrained: request.gbnf !== undefined && canUseGrammar(server.kind),
  };
}

/** The names of the models a server has. */
export async function modelsOf(server: Pick<ModelServer, 'name' | 'address'>, signal: AbortSignal): Promise<string[]> {
  const watch = createWatch(signal, 10_000);
  try {
    await refuseForeign(server.address);
    const response = await fetch(`${server.address}/models`, { redirect: 'error', signal: watch.signal });
    refuseStatus(response, server);
    const { data } = (await response.json()) as { data?: { id?: unknown }[] };
    if (!Array.isArray(data)) throw nonsense(server, 'no list of models');
    return data.map(({ id }) => String(id)).slice(0, 500);
  } catch (error) {
    throw refusalFrom(error, server, watch.isOver());
  } finally {
    watch.end();
  }
}

/**
 * How long a prompt is. llama-server and vLLM count; elsewhere two bytes make a token, which is more than any tokenizer in use
 * makes of Korean or English: rather refuse than have a prompt cut in silence.
 */
export async function countRemotely(server: ModelServer, prompt: Prompt, signal: AbortSignal): Promise<TokenCount> {
  const exact = await exactCount(server, prompt, signal).catch(() => undefined);
  signal.throwIfAborted();
  if (exact !== undefined) return { tokens: exact, context: server.context, isExact: true };
  const overhead = 8;
  const texts = prompt.kind === 'text' ? [prompt.text] : prompt.messages.map(({ text }) => text);
  const tokens = texts.reduce((sum, text) => sum + Math.ceil(Buffer.byteLength(text) / 2) + overhead, overhead);
  return { tokens, context: server.context, isExact: false };
}

async function exactCount(server: ModelServer, prompt: Prompt, signal: AbortSignal): Promise<number | undefined> {
  const root = server.address.replace(/\/v1$/, '');
  const ask = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    await refuseForeign(server.address);
    const response = await fetch(`${root}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    });
    refuseStatus(response, server);
    return (await response.json()) as Record<string, unknown>;
  };
  if (server.kind === 'vllm') {
    const body = prompt.kind === 'text' ? { prompt: prompt.text } : { messages: messagesOf(prompt) };
    const { count } = await ask('/tokenize', { model: server.model, ...body });
    return typeof count === 'number' ? count : undefined;
  }
  if (server.kind !== 'llama-server') return undefined;
  const laidOut =
    prompt.kind === 'text' ? prompt.text : (await ask('/apply-template', { messages: messagesOf(prompt) })).prompt;
  const { tokens } = await ask('/tokenize', { content: laidOut, add_special: true, parse_special: true });
  return Array.isArray(tokens) ? tokens.length : undefined;
}

async function post(
  server: ModelServer,
  request: RemoteRequest,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  await refuseForeign(server.address);
  const isChat = request.prompt.kind === 'chat';
  const response = await fetch(`${server.address}/${isChat ? 'chat/completions' : 'completions'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify(bodyFor(server, request)),
    redirect: 'error',
    signal,
  });
  refuseStatus(response, server);
  if (!response.body) throw nonsense(server, 'an empty answer');
  return response.body;
}

function bodyFor({ kind, model }: ModelServer, { prompt, maxTokens, sampling, seed, gbnf, stop }: RemoteRequest) {
  const { temperature, topK, topP, minP, repeatPenalty } = sampling;
  const knowsMore = kind === 'llama-server' || kind === 'vllm';
  return {
    model,
    stream: true,
    stream_options: { include_usage: true },
    ...(prompt.kind === 'chat' ? { messages: messagesOf(prompt) } : { prompt: prompt.text }),
    max_tokens: maxTokens,
    temperature,
    top_p: topP,
    ...(seed !== undefined && { seed }),
    ...(stop.length > 0 && { stop }),
    ...(knowsMore && topK > 0 && { top_k: topK }),
    ...(knowsMore && { min_p: minP }),
    ...(kind === 'llama-server' && { repeat_penalty: repeatPenalty, ...(gbnf !== undefined && { grammar: gbnf }) }),
    ...(kind === 'vllm' && {
      repetition_penalty: repeatPenalty,
      // The second is how servers before v0.12 call it; each ignores the other.
      ...(gbnf !== undefined && { structured_outputs: { grammar: gbnf }, guided_grammar: gbnf }),
    }),
  };
}

const roles = { system: 'system', user: 'user', model: 'assistant' } as const;
const messagesOf = (prompt: Extract<Prompt, { kind: 'chat' }>) =>
  prompt.messages.map(({ speaker, text }) => ({ role: roles[speaker], content: text }));

interface Piece {
  readonly text: string;
  readonly end?: AnswerEnd;
  readonly tokens?: number;
  readonly promptTokens?: number;
}

function pieceIn(data: string, server: ModelServer): Piece {
  let value: {
    choices?: { delta?: { content?: unknown }; text?: unknown; finish_reason?: unknown }[];
    usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
    error?: { message?: unknown };
  };
  try {
    value = JSON.parse(data);
  } catch {
    throw nonsense(server, data.slice(0, 80));
  }
  if (value.error)
    throw new StudioError('model.server-failed', {
      reason: 'status',
      name: server.name,
      detail: String(value.error.message),
    });
  const [choice] = value.choices ?? [];
  const text = choice?.delta?.content ?? choice?.text;
  const reason = choice?.finish_reason;
  const { prompt_tokens: promptTokens, completion_tokens: tokens } = value.usage ?? {};
  return {
    text: typeof text === 'string' ? text : '',
    ...(typeof reason === 'string' && { end: reason === 'length' ? 'length' : 'finished' }),
    ...(typeof tokens === 'number' && { tokens }),
    ...(typeof promptTokens === 'number' && { promptTokens }),
  };
}

/** A signal of its own that also goes off when the server is silent for too long. */
function createWatch(signal: AbortSignal, first: number) {
  const stop = new AbortController();
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isOver = true;
      stop.abort();
    }, ms);
  };
  wait(first);
  return {
    signal: AbortSignal.any([signal, stop.signal]),
    wait,
    isOver: () => isOver,
    end: () => clearTimeout(timer),
  };
}

function refuseStatus(response: Response, { name }: Pick<ModelServer, 'name'>): void {
  if (response.ok) return;
  void response.body?.cancel();
  throw new StudioError('model.server-failed', { reason: 'status', name, detail: String(response.status) });
}

const nonsense = ({ name }: Pick<ModelServer, 'name'>, detail: string) =>
  new StudioError('model.server-failed', { reason: 'nonsense', name, detail });

function refusalFrom(error: unknown, { name }: Pick<ModelServer, 'name'>, wasSlow: boolean): unknown {
  if (isStudioError(error)) return error;
  if (wasSlow) return new StudioError('model.server-failed', { reason: 'slow', name, detail: '' });
  if (error instanceof SyntaxError) return nonsense({ name }, error.message);
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  return new StudioError(
    'model.server-failed',
    { reason: 'unreachable', name, detail: cause?.code ?? String(error) },
    { cause: error },
  );
}
