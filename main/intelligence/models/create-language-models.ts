/** @file Language models by role: who plays it is looked up for every request, and asked where it lives. */
import { isStudioError, StudioError } from '#foundation/errors.ts';
import type { Adapter, WriteAnswer, Written } from './host/host-protocol.ts';
import type { ModelHost } from './host/supervise-host.ts';
import { inPerfumersTerms } from './host-refusal.ts';
import type {
  GenerateRequest,
  LanguageModels,
  ModelEvent,
  ModelRole,
  Prompt,
  RoleState,
  TokenCount,
} from './language-models.ts';
import type { ModelKeeper } from './model-keeper.ts';
import { samplingOf } from './model-settings.ts';
import type { ModelToPlay, Player } from './model-to-play.ts';
import { createPipe, type Pipe } from './pipe.ts';
import { countRemotely, writeRemotely } from './remote-model.ts';
import { canUseGrammar, type ModelServer } from './remote-server.ts';
import { createRequestQueue, type RequestQueue } from './request-queue.ts';
import { shortenPrompt } from './shorten-prompt.ts';

export interface LanguageModelNeeds {
  /** Who plays a role now, its file looked at; undefined where nobody does. */
  readonly playerOf: (role: ModelRole) => Promise<Player | undefined>;
  /** The same as far as it is known without looking at a file. */
  readonly castOf: (role: ModelRole) => Cast | undefined;
  readonly host: ModelHost;
  readonly keeper: ModelKeeper;
  /** Hears how fast an answer came, and from which model. */
  readonly onWritten?: (model: ModelToPlay, written: Written) => void;
}

/** A player whose file may not have been looked at yet. */
export type Cast =
  | {
      readonly kind: 'local';
      readonly model: Pick<ModelToPlay, 'id' | 'name' | 'settings' | 'isDemonstration'> & {
        readonly facts: Pick<ModelToPlay['facts'], 'context'> | undefined;
      };
    }
  | Extract<Player, { kind: 'server' }>;

/** Language models by role, and whoever is named, for trying one out. */
export interface EveryLanguageModel extends LanguageModels {
  generateAs(player: Player, request: GenerateRequest, signal?: AbortSignal): AsyncIterable<ModelEvent>;
}

/** Silence of the host that means it is stuck, in ms: reading a long prompt on a slow machine takes minutes. */
const patience = 600_000;

export function createLanguageModels(needs: LanguageModelNeeds): EveryLanguageModel {
  const { playerOf, castOf, keeper, host } = needs;
  const here = createRequestQueue();
  const there = new Map<string, RequestQueue>();
  const queueOf = (server: ModelServer): RequestQueue => {
    const queue = there.get(server.id) ?? createRequestQueue();
    there.set(server.id, queue);
    return queue;
  };
  const player = async (role: ModelRole): Promise<Player> => {
    const found = await playerOf(role);
    if (!found) throw new StudioError('model.no-model', { role });
    return found;
  };

  function generate(
    playing: () => Promise<Player>,
    request: GenerateRequest,
    signal?: AbortSignal,
  ): AsyncIterable<ModelEvent> {
    const left = new AbortController();
    const stop = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
    const pipe = createPipe<ModelEvent>(() => left.abort());
    const told = { promptTokens: 0, tokens: 0 };
    const cancel = () => {
      pipe.push({
        kind: 'done',
        end: 'cancelled',
        ...told,
        msToFirstToken: 0,
        tokensPerSecond: 0,
        isConstrained: false,
      });
      pipe.end();
    };
    const tell = (event: ModelEvent) => {
      if (event.kind === 'started') told.promptTokens = event.promptTokens;
      if (event.kind === 'text') told.tokens = event.tokens;
      pipe.push(event);
    };
    const work = async () => {
      const plays = await playing();
      const queue = plays.kind === 'local' ? here : queueOf(plays.server);
      const held = await queue.take({ ...request, tokens: request.maxTokens }, stop, (ahead) => {
        if (ahead > 0) tell({ kind: 'queued', ahead });
      });
      try {
        if (plays.kind === 'local') await locally(plays.model, request, { stop, tell, held, needs });
        else await remotely(plays.server, request, { stop, tell, held });
      } finally {
        held.end();
      }
    };
    // Whoever cancels is answered at once; the model comes to a stop on its own time.
    stop.addEventListener('abort', cancel);
    if (stop.aborted) cancel();
    else work().then(pipe.end, (error: unknown) => (stop.aborted ? cancel() : pipe.fail(error)));
    return pipe;
  }

  async function within<T>(model: ModelToPlay, signal: AbortSignal | undefined, act: () => Promise<T>): Promise<T> {
    try {
      await keeper.ensure(model, { signal });
      return await act();
    } catch (error) {
      signal?.throwIfAborted();
      throw inPerfumersTerms(error, model.name);
    }
  }

  async function countTokens(role: ModelRole, prompt: Prompt, signal?: AbortSignal): Promise<TokenCount> {
    const plays = await player(role);
    if (plays.kind === 'server') return countRemotely(plays.server, prompt, signal ?? new AbortController().signal);
    return within(plays.model, signal, async () => {
      const counted = await host.within(
        (link) => link.ask('count', { model: plays.model.id, prompt }, { patience }).answer,
      );
      return { ...counted, isExact: true };
    });
  }

  return {
    stateOf: (role) => stateOf(castOf(role), host),
    generate: (role, request, signal) => generate(() => player(role), request, signal),
    generateAs: (plays, request, signal) => generate(async () => plays, request, signal),
    countTokens,
    async logProbabilities(role, { prompt, text, adapter, ...turn }, signal) {
      const plays = await player(role);
      if (plays.kind === 'server') {
        throw new StudioError('model.cannot', { reason: 'probabilities', name: plays.server.name });
      }
      const { model } = plays;
      const held = await here.take({ ...turn, tokens: text.length }, signal);
      const letGo = keeper.hold(model.id);
      try {
        if (adapter) await keeper.checkAdapter(model, adapter.path);
        return await within(model, signal, () => {
          const asked = { model: model.id, prompt, text, ...(adapter && { adapter: adapterOf(adapter) }) };
          return host.within((link) => link.ask('score', asked, { signal, patience }).answer);
        });
      } finally {
        letGo();
        held.end();
      }
    },
  };
}

interface Answering {
  readonly stop: AbortSignal;
  readonly tell: Pipe<ModelEvent>['push'];
  readonly held: Awaited<ReturnType<RequestQueue['take']>>;
}

async function locally(
  model: ModelToPlay,
  request: GenerateRequest,
  { stop, tell, held, needs: { keeper, host, onWritten } }: Answering & { readonly needs: LanguageModelNeeds },
): Promise<void> {
  let unloads: readonly string[] = [];
  await keeper.ensure(model, {
    signal: stop,
    onPlan: (_, names) => {
      unloads = names;
      tell({ kind: 'loading', name: model.name, progress: 0, unloads });
    },
    onProgress: (progress) => tell({ kind: 'loading', name: model.name, progress, unloads }),
  });
  if (request.adapter) await keeper.checkAdapter(model, request.adapter.path);
  const letGo = keeper.hold(model.id);
  const sampling = samplingOf(request.sampling ?? model.settings.sampling);
  const write = (
    prompt: Prompt,
    over: Partial<WriteAnswer> = {},
    isQuiet = false,
  ): Promise<{ done: Written; text: string }> =>
    host.within(async (link) => {
      let text = '';
      const asked = link.ask(
        'write',
        { ...answerOf(model, { ...request, prompt }, sampling), ...over },
        {
          signal: stop,
          patience,
          onEvent: (event) => {
            if ('started' in event) {
              if (!isQuiet) tell(startedOf(event.started, model));
              return;
            }
            text += event.text;
            held.used(event.tokens);
            if (!isQuiet) tell({ kind: 'text', ...event });
          },
        },
      );
      // A draw that has to come out the same again is not broken off in the middle.
      if (request.seed === undefined || sampling.temperature === 0) held.canPause(asked);
      return { done: await asked.answer, text };
    });
  try {
    const { done } = await write(request.prompt).catch(async (error: unknown) => {
      const refusal = inPerfumersTerms(error, model.name);
      if (request.ifTooLong !== 'summarise' || !isStudioError(refusal, 'model.prompt-too-long')) throw refusal;
      const { room, context } = refusal.facts;
      const shorter = await shortenPrompt(request.prompt, {
        room,
        context,
        count: (prompt) =>
          host.within(
            async (link) => (await link.ask('count', { model: model.id, prompt }, { patience }).answer).tokens,
          ),
        ask: async (prompt, maxTokens) => (await write(prompt, { maxTokens, stop: [] }, true)).text,
        onStep: (tokens) => tell({ kind: 'summarising', tokens, room }),
      });
      stop.throwIfAborted();
      return write(shorter);
    });
    if (!stop.aborted) onWritten?.(model, done);
    tell({ kind: 'done', ...done, isConstrained: request.grammar !== undefined });
  } catch (error) {
    throw inPerfumersTerms(error, model.name);
  } finally {
    letGo();
  }
}

async function remotely(server: ModelServer, request: GenerateRequest, { stop, tell, held }: Answering): Promise<void> {
  if (request.adapter) throw new StudioError('model.cannot', { reason: 'adapter', name: server.name });
  const canHold = canUseGrammar(server.kind);
  if (request.grammar?.ifUnsupported === 'refuse' && !canHold) {
    throw new StudioError('model.cannot', { reason: 'grammar', name: server.name });
  }
  const { tokens, context } = await countRemotely(server, request.prompt, stop);
  const room = Math.max(1, context - Math.min(request.maxTokens, Math.ceil(context / 4)));
  if (tokens > room) throw new StudioError('model.prompt-too-long', { tokens, room, context });
  tell({
    kind: 'started',
    modelName: `${server.model} (${server.name})`,
    promptTokens: tokens,
    context,
    isDemonstration: false,
    leavesMachine: true,
  });
  const { prompt, maxTokens, seed, grammar, stop: stops = [] } = request;
  const events = writeRemotely(
    server,
    {
      prompt,
      maxTokens,
      sampling: samplingOf(request.sampling ?? 'balanced'),
      stop: stops,
      ...(seed !== undefined && { seed }),
      ...(grammar && canHold && { gbnf: grammar.gbnf }),
    },
    stop,
  );
  for await (const event of events) {
    if (event.kind === 'text') held.used(event.tokens);
    tell(event);
  }
}

function startedOf(
  { promptTokens, context }: { readonly promptTokens: number; readonly context: number },
  { name, isDemonstration }: ModelToPlay,
): ModelEvent {
  return { kind: 'started', modelName: name, promptTokens, context, isDemonstration, leavesMachine: false };
}

function answerOf(
  { id }: ModelToPlay,
  { prompt, maxTokens, seed, grammar, stop = [], adapter }: GenerateRequest,
  sampling: WriteAnswer['sampling'],
): WriteAnswer {
  return {
    model: id,
    prompt,
    maxTokens,
    sampling,
    stop,
    ...(seed !== undefined && { seed }),
    ...(grammar && { gbnf: grammar.gbnf }),
    ...(adapter && { adapter: adapterOf(adapter) }),
  };
}

const adapterOf = ({ path, scale = 1 }: NonNullable<GenerateRequest['adapter']>): Adapter => ({ path, scale });

function stateOf(plays: Cast | undefined, host: ModelHost): RoleState {
  if (!plays) return { kind: 'nobody' };
  if (plays.kind === 'server') {
    const { id, name, address, context, kind } = plays.server;
    return {
      kind: 'server',
      serverId: id,
      name,
      address,
      context,
      isDemonstration: false,
      canUseGrammar: canUseGrammar(kind),
      canUseAdapter: false,
      leavesMachine: true,
    };
  }
  const { id, name, facts, settings, isDemonstration } = plays.model;
  const loaded = host.state.loaded.find(({ model }) => model === id);
  const wished = settings.context === 'auto' ? 8192 : settings.context;
  return {
    kind: 'local',
    modelId: id,
    name,
    isLoaded: loaded !== undefined,
    context: loaded?.facts.context ?? Math.min(wished, facts?.context ?? wished),
    isDemonstration,
    canUseGrammar: true,
    canUseAdapter: true,
    leavesMachine: false,
  };
}
