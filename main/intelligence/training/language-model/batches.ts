/** @file Conversations as rows of token ids, packed one behind the other, and the places whose continuation is to be learned. */
import type { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { chatControls } from '#intelligence/models/gguf/tokenizer/chat-markup.ts';
import type { Conversation } from './corpus/conversation.ts';

/** The ids of a conversation, and which of them are an answer's: those are to be foreseen. */
export interface Encoded {
  readonly ids: readonly number[];
  readonly isAnswer: readonly boolean[];
}

/** Lays a conversation out as the chat template does. */
export function encodeConversation(tokenizer: BpeTokenizer, { turns }: Pick<Conversation, 'turns'>): Encoded {
  const open = tokenizer.idOf(chatControls.open);
  const end = tokenizer.idOf(chatControls.end);
  const ids: number[] = [];
  const isAnswer: boolean[] = [];
  const put = (more: readonly number[], answers: boolean) => {
    for (const id of more) {
      ids.push(id);
      isAnswer.push(answers);
    }
  };
  for (const { speaker, text } of turns) {
    put([open, ...tokenizer.encode(`${speaker}\n`)], false);
    put([...tokenizer.encode(text), end], speaker === 'assistant');
    put(tokenizer.encode('\n'), false);
  }
  return { ids, isAnswer };
}

/** Rows of ids, row after row, with what is to be learned in them. */
export interface Batch {
  readonly ids: Int32Array;
  /** Which conversation each place belongs to, counted within its row. */
  readonly texts: Int32Array;
  /** Places before a token of an answer, and that token. */
  readonly places: readonly number[];
  readonly next: readonly number[];
}

/** Fills `rows` rows of `length` with conversations; the last one of a row may be cut. */
export function packBatch(rows: number, length: number, draw: () => Encoded): Batch {
  const ids = new Int32Array(rows * length);
  const texts = new Int32Array(rows * length);
  const places: number[] = [];
  const next: number[] = [];
  for (let row = 0; row < rows; row++) {
    const end = (row + 1) * length;
    for (let at = row * length, number = 0; at < end; number++) {
      const conversation = draw();
      const { isAnswer } = conversation;
      conversation.ids.slice(0, end - at).forEach((id, i) => {
        ids[at + i] = id;
        texts[at + i] = number;
        if (!isAnswer[i + 1]) return;
        places.push(at + i);
        next.push(conversation.ids[i + 1]!);
      });
      at += conversation.ids.length;
    }
  }
  return { ids, texts, places, next };
}
