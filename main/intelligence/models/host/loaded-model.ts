/** @file One model in memory with its context; an adapter means another context on the same weights. */
import type { Llama, LlamaContext, LlamaContextSequence, LlamaModel } from 'node-llama-cpp';
import type { LoadOptions } from '../load-options.ts';
import { HostRefusal } from './failure.ts';
import type { Adapter, LoadedFacts } from './host-protocol.ts';
import { createLayOut, type LaidOut } from './lay-out-prompt.ts';
import { createTurns } from './turns.ts';

export interface LoadedModel {
  readonly llama: Llama;
  readonly model: LlamaModel;
  readonly facts: LoadedFacts;
  readonly layOut: ReturnType<typeof createLayOut>;
  /** One answer at a time: there is one context. */
  readonly turn: ReturnType<typeof createTurns>;
  /** The sequence to write in, with `adapter` or without. To be called in one's turn. */
  sequence(adapter?: Adapter): Promise<LlamaContextSequence>;
  /** Ends whatever is being written and frees the memory. */
  dispose(): Promise<void>;
}

export interface Loading {
  readonly llama: Llama;
  readonly path: string;
  readonly options: LoadOptions;
  readonly onProgress: (progress: number) => void;
  readonly signal: AbortSignal;
}

/** Loads the weights and makes a context. On any failure nothing is left behind. */
export async function loadModel({ llama, path, options, onProgress, signal }: Loading): Promise<LoadedModel> {
  const began = performance.now();
  const model = await llama.loadModel({
    modelPath: path,
    gpuLayers: options.gpuLayers === 'all' ? 'max' : options.gpuLayers,
    loadSignal: signal,
    onLoadProgress: onProgress,
  });
  try {
    refuseAbsurd(options.context, model.trainContextSize);
    let held = await makeContext(model, options, undefined, signal);
    const loaded: LoadedModel = {
      llama,
      model,
      layOut: createLayOut(model),
      turn: createTurns(),
      facts: {
        context: held.context.contextSize,
        gpuLayers: model.gpuLayers,
        ram: model.memoryUsage.ram + held.context.memoryUsage.ram,
        vram: model.memoryUsage.vram + held.context.memoryUsage.vram,
        hasChatTemplate: Boolean(model.fileInfo.metadata.tokenizer?.chat_template),
        ms: performance.now() - began,
      },
      async sequence(adapter) {
        if (keyOf(adapter) !== held.key) {
          await held.context.dispose();
          held = await makeContext(model, options, adapter);
        }
        return held.sequence;
      },
      dispose: () => model.dispose(),
    };
    return loaded;
  } catch (error) {
    await model.dispose();
    throw error;
  }
}

/** llama.cpp would try, for minutes, and may bring the machine down. */
function refuseAbsurd(context: number, trained: number): void {
  if (context > trained) throw new HostRefusal('load', `a context of ${context}: the model was trained on ${trained}`);
}

interface Held {
  readonly key: string;
  readonly context: LlamaContext;
  readonly sequence: LlamaContextSequence;
}

async function makeContext(
  model: LlamaModel,
  { context: contextSize, threads, kvType, flashAttention, batch }: LoadOptions,
  adapter?: Adapter,
  signal?: AbortSignal,
): Promise<Held> {
  try {
    const context = await model.createContext({
      contextSize,
      batchSize: Math.min(batch, contextSize),
      threads: { ideal: threads, min: 1 },
      flashAttention,
      experimentalKvCacheKeyType: kvType,
      experimentalKvCacheValueType: kvType,
      failedCreationRemedy: false,
      ...(adapter && { lora: { adapters: [{ filePath: adapter.path, scale: adapter.scale }] } }),
      ...(signal && { createSignal: signal }),
    });
    return { key: keyOf(adapter), context, sequence: context.getSequence() };
  } catch (error) {
    if (adapter && error instanceof Error && /lora|adapter/i.test(error.message))
      throw new HostRefusal('adapter', error.message);
    throw error;
  }
}

const keyOf = (adapter: Adapter | undefined): string => (adapter ? `${adapter.scale} ${adapter.path}` : '');

/** Tokens left for a prompt when an answer of up to `maxTokens` shall have room, at most a quarter of the context. */
export function roomFor(maxTokens: number, context: number): number {
  return Math.max(1, context - Math.min(maxTokens, Math.ceil(context / 4)));
}

/** Refuses a prompt that does not fit. */
export function refuseTooLong({ tokens }: LaidOut, maxTokens: number, context: number): void {
  const room = roomFor(maxTokens, context);
  if (tokens.length <= room) return;
  throw new HostRefusal('too-long', `${tokens.length} tokens do not fit into ${room}`, {
    tokens: tokens.length,
    room,
    context,
  });
}
