/** @file Conversations as rows of token ids, packed one behind the other, with how much each place counts. */
import type { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { chatControls } from '#intelligence/models/gguf/tokenizer/chat-markup.ts';
import type { Conversation } from './corpus/conversation.ts';

/** Answers are what is to be learned; how questions go on teaches a little too. */
const shareOfQuestion = 0.1;

/** The ids of a conversation, and how much it counts to have foreseen each. */
export interface Encoded {
  readonly ids: readonly number[];
  readonly counts: readonly number[];
}

/** Lays a conversation out as the chat template does. */
export function encodeConversation(tokenizer: BpeTokenizer, { turns }: Pick<Conversation, 'turns'>): Encoded {
  const open = tokenizer.idOf(chatControls.open);
  const end = tokenizer.idOf(chatControls.end);
  const ids: number[] = [];
  const counts: number[] = [];
  const put = (more: readonly number[], count: number) => {
    for (const id of more) {
      ids.push(id);
      counts.push(count);
    }
  };
  for (const { speaker, text } of turns) {
    put([open, ...tokenizer.encode(`${speaker}\n`)], 0);
    put([...tokenizer.encode(text), end], speaker === 'assistant' ? 1 : shareOfQuestion);
    put(tokenizer.encode('\n'), 0);
  }
  return { ids, counts };
}

/** A row of ids with what follows each place, and how much that counts. */
export interface Row {
  readonly ids: Int32Array;
  readonly next: Int32Array;
  readonly counts: Float32Array;
}

/** Fills a row of `length` with conversations; the last one may be cut. */
export function packRow(length: number, draw: () => Encoded): Row {
  const ids = new Int32Array(length);
  const next = new Int32Array(length);
  const counts = new Float32Array(length);
  let at = 0;
  while (at < length) {
    const text = draw();
    for (let i = 0; i < text.ids.length && at + i < length; i++) {
      ids[at + i] = text.ids[i]!;
      next[at + i] = text.ids[i + 1] ?? 0;
      counts[at + i] = text.counts[i + 1] ?? 0;
    }
    at += text.ids.length;
  }
  return { ids, next, counts };
}
