import {
  type ChatHistoryItem,
  type ChatWrapper,
  type LlamaModel,
  LlamaText,
  resolveChatWrapper,
  type Token,
} from 'node-llama-cpp';
import type { ChatMessage, Prompt } from '../language-models.ts';

export interface LaidOut {
  readonly tokens: readonly Token[];
  /** What ends a turn of the chat besides the model's own end: texts and single tokens. */
  readonly stopTexts: readonly string[];
  readonly stopTokens: ReadonlySet<Token>;
}

/** Wrappers by template: understanding one takes a second of work, and models that are loaded again bring the same. */
const wrappers = new Map<string, ChatWrapper>();

/** How chats with `model` are laid out, worked out now unless it was before. */
export function understandTemplate(model: LlamaModel): ChatWrapper {
  const { bosString, eosString } = model.tokens;
  const { general, tokenizer } = model.fileInfo.metadata;
  const key = JSON.stringify([tokenizer?.chat_template, general.architecture, general.name, bosString, eosString]);
  const wrapper = wrappers.get(key) ?? resolveChatWrapper(model, { warningLogs: false });
  wrappers.set(key, wrapper);
  return wrapper;
}

/** Lays prompts out for `model`: chats by its own template, so that no text in them can pass for a control token. */
export function createLayOut(model: LlamaModel): (prompt: Prompt) => LaidOut {
  const { shouldPrependBosToken, bos } = model.tokens;
  const begun = (tokens: readonly Token[]): readonly Token[] =>
    shouldPrependBosToken && bos !== null && tokens[0] !== bos ? [bos, ...tokens] : tokens;
  return (prompt) => {
    if (prompt.kind === 'text') {
      return { tokens: begun(model.tokenize(prompt.text)), stopTexts: [], stopTokens: new Set() };
    }
    const { contextText, stopGenerationTriggers } = understandTemplate(model).generateContextState({
      chatHistory: historyOf(prompt.messages),
    });
    const stops = stopGenerationTriggers.map((trigger) => stopOf(trigger, model));
    return {
      tokens: begun(contextText.tokenize(model.tokenizer)),
      stopTexts: stops.filter((stop) => typeof stop === 'string'),
      stopTokens: new Set(stops.filter((stop) => typeof stop === 'number') as Token[]),
    };
  };
}

/** The template lays out what was said; the last turn is the model's and still open. */
function historyOf(messages: readonly ChatMessage[]): ChatHistoryItem[] {
  const history = messages.map(({ speaker, text }): ChatHistoryItem => {
    if (speaker === 'model') return { type: 'model', response: [text] };
    return { type: speaker, text };
  });
  if (history.at(-1)?.type !== 'model') history.push({ type: 'model', response: [] });
  return history;
}

/** A trigger is one token, or a text; anything longer in tokens is watched for as text. */
function stopOf(trigger: LlamaText, model: LlamaModel): Token | string {
  const tokens = LlamaText(trigger).tokenize(model.tokenizer);
  const [only] = tokens;
  return tokens.length === 1 && only !== undefined ? only : trigger.toString();
}
