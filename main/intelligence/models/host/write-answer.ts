/**
 * @file One answer, token by token, told in chunks.
 *
 * The loop is ours and not the library's: nothing is ever shifted out of the context in silence, an answer can be paused
 * between two tokens and go on after another has used the model, and text is told at a pace a window can follow.
 */
import { type LlamaContextSequence, LlamaGrammarEvaluationState, type Token } from 'node-llama-cpp';
import type { AnswerEnd } from '../language-models.ts';
import { HostRefusal } from './failure.ts';
import type { WriteAnswer, WriteEvent, Written } from './host-protocol.ts';
import { type LoadedModel, refuseTooLong } from './loaded-model.ts';
import { createTextChunks } from './text-chunks.ts';

/** How often text is told, in ms: faster than a screen shows it helps nobody and costs a message each. */
const told = 20;

export interface Writing {
  readonly tell: (event: WriteEvent) => void;
  readonly signal: AbortSignal;
  /** Resolves at once while nothing asks this answer to pause; else when it may go on. */
  readonly pause: { readonly isWanted: () => boolean; readonly over: () => Promise<void> };
}

/** Writes an answer. Aborting ends it with `cancelled`. */
export async function writeAnswer(
  loaded: LoadedModel,
  asked: WriteAnswer,
  { tell, signal, pause }: Writing,
): Promise<Written> {
  const laidOut = loaded.layOut(asked.prompt);
  refuseTooLong(laidOut, asked.maxTokens, loaded.facts.context);
  const grammar = asked.gbnf === undefined ? undefined : await grammarOf(loaded, asked.gbnf);
  const { model } = loaded;
  const promptTokens = laidOut.tokens.length;
  const most = Math.min(asked.maxTokens, loaded.facts.context - promptTokens);
  const chunks = createTextChunks({
    textOf: (tokens, before) => model.detokenize(tokens as Token[], false, before as Token[]),
    stop: [...asked.stop, ...laidOut.stopTexts],
    before: laidOut.tokens,
  });
  const written: Token[] = [];
  let unsaid = '';
  let saidAt = 0;
  const say = (text: string, now: number) => {
    unsaid += text;
    if (unsaid === '' || now - saidAt < told) return;
    tell({ text: unsaid, tokens: written.length });
    [unsaid, saidAt] = ['', now];
  };

  const times = { at: 0, firstAt: 0, lastAt: 0 };
  const writeOn = async (): Promise<AnswerEnd | 'paused'> => {
    const sequence = await loaded.sequence(asked.adapter);
    const left = await alreadyRead(sequence, [...laidOut.tokens, ...written], asked.seed !== undefined);
    await readAhead(sequence, left, signal);
    if (signal.aborted) return 'cancelled';
    for await (const token of sequence.evaluate(left, optionsOf(asked, grammar, written))) {
      if (signal.aborted) return 'cancelled';
      if (laidOut.stopTokens.has(token)) return 'finished';
      times.lastAt = performance.now();
      times.firstAt ||= times.lastAt;
      written.push(token);
      say(chunks.push(token), times.lastAt);
      if (chunks.stoppedAt !== undefined) return asked.stop.includes(chunks.stoppedAt) ? 'stop' : 'finished';
      if (written.length >= most) return most < asked.maxTokens ? 'context-full' : 'length';
      if (pause.isWanted()) return 'paused';
    }
    return 'finished';
  };

  let giveBack = await loaded.turn();
  let end: AnswerEnd | 'paused';
  try {
    times.at = performance.now();
    tell({ started: { promptTokens, context: loaded.facts.context } });
    for (end = await writeOn(); end === 'paused'; end = await writeOn()) {
      giveBack();
      await pause.over();
      giveBack = await loaded.turn();
    }
  } finally {
    giveBack();
  }
  unsaid += end === 'cancelled' ? '' : chunks.rest();
  say('', Number.POSITIVE_INFINITY);
  const seconds = (times.lastAt - times.firstAt) / 1000;
  return {
    end,
    promptTokens,
    tokens: written.length,
    msToFirstToken: times.firstAt > 0 ? times.firstAt - times.at : 0,
    tokensPerSecond: written.length > 1 && seconds > 0 ? (written.length - 1) / seconds : 0,
  };
}

async function grammarOf({ llama, model }: LoadedModel, gbnf: string): Promise<LlamaGrammarEvaluationState> {
  try {
    return new LlamaGrammarEvaluationState({ model, grammar: await llama.createGrammar({ grammar: gbnf }) });
  } catch (error) {
    throw new HostRefusal('grammar', error instanceof Error ? error.message : String(error));
  }
}

/** Reads all of `tokens` but the last batch, and takes them out of it; between two batches it can be aborted. */
async function readAhead(sequence: LlamaContextSequence, tokens: Token[], signal: AbortSignal): Promise<void> {
  const { batchSize } = sequence.context;
  while (tokens.length > batchSize && !signal.aborted) {
    await sequence.evaluateWithoutGeneratingNewTokens(tokens.splice(0, batchSize));
  }
}

/**
 * Keeps what the context holds of `tokens` and answers the rest, at least one. With `fromTheStart` nothing is kept: the same
 * seed shall give the same answer, and numbers read in another batch may differ in their last digit.
 */
async function alreadyRead(
  sequence: LlamaContextSequence,
  tokens: readonly Token[],
  fromTheStart: boolean,
): Promise<Token[]> {
  if (fromTheStart) await sequence.clearHistory();
  else await sequence.adaptStateToTokens(tokens.slice(0, -1), false);
  return tokens.slice(sequence.nextTokenIndex);
}

function optionsOf(
  { sampling, seed }: WriteAnswer,
  grammar: LlamaGrammarEvaluationState | undefined,
  written: readonly Token[],
) {
  const { temperature, topK, topP, minP, repeatPenalty } = sampling;
  return {
    temperature,
    topK,
    topP,
    minP,
    ...(seed !== undefined && { seed }),
    ...(grammar && { grammarEvaluationState: grammar }),
    ...(repeatPenalty > 1 && { repeatPenalty: { penalty: repeatPenalty, punishTokens: () => written.slice(-64) } }),
  };
}
