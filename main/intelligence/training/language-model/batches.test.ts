import { describe, expect, it } from 'vitest';
import { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { chatControls } from '#intelligence/models/gguf/tokenizer/chat-markup.ts';
import { trainBpe } from '#intelligence/models/gguf/tokenizer/train-bpe.ts';
import { encodeConversation, packBatch } from './batches.ts';

const controls = [chatControls.begin, chatControls.open, chatControls.end];
const tokenizer = new BpeTokenizer(trainBpe({ texts: ['장미 향'], size: 260, pre: 'qwen2' }), controls);
const conversation = {
  turns: [
    { speaker: 'user', text: '장미?' },
    { speaker: 'assistant', text: 'rose' },
  ],
} as const;

describe('conversations to learn from', () => {
  it('are laid out as the chat template does, and only the answer with its end is to be foreseen', () => {
    const { ids, isAnswer } = encodeConversation(tokenizer, conversation);
    const whole = '<|im_start|>user\n장미?<|im_end|>\n<|im_start|>assistant\nrose<|im_end|>\n';
    expect(ids).toEqual(tokenizer.encode(whole, { withControls: true }));
    const learned = ids.filter((_, at) => isAnswer[at]);
    expect(learned).toEqual([...tokenizer.encode('rose'), tokenizer.idOf(chatControls.end)]);
  });

  it('lie one behind the other in rows, each place before a token of an answer naming that token', () => {
    const encoded = encodeConversation(tokenizer, conversation);
    const length = encoded.ids.length + 10;
    const { ids, texts, places, next } = packBatch(2, length, () => encoded);
    expect([...ids.subarray(0, encoded.ids.length)]).toEqual(encoded.ids);
    expect([...new Set(texts)]).toEqual([0, 1]);
    expect(texts[length]).toBe(0);
    expect(places).toHaveLength(2 * encoded.isAnswer.filter(Boolean).length);
    expect(next).toEqual(places.map((at) => ids[at + 1]));
  });
});
