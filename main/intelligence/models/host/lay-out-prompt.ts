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

/** Lays prompts out for `model`: chats by its own template, so that no text in them can pass for a control token. */
export function createLayOut(model: LlamaModel): (prompt: Prompt) => LaidOut {
  let wrapper: ChatWrapper | undefined;
  const { shouldPrependBosToken, bos } = model.tokens;
  const begun = (tokens: readonly Token[]): readonly Token[] =>
    shouldPrependBosToken && bos !== null && tokens[0] !== bos ? [bos, ...tokens] : tokens;
  return (prompt) => {
    if (prompt.kind === 'text') {
      return { tokens: begun(model.tokenize(prompt.text)), stopTexts: [], stopTokens: new Set() };
    }
    wrapper ??= resolveChatWrapper(model, { warningLogs: false });
    const { contextText, stopGenerationTriggers } = wrapper.generateContextState({
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
