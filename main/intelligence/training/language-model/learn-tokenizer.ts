import { SeededRandom } from '#foundation/seeded-random.ts';
import { BpeTokenizer } from '#intelligence/models/gguf/tokenizer/bpe-tokenizer.ts';
import { chatControls } from '#intelligence/models/gguf/tokenizer/chat-markup.ts';
import { trainBpe } from '#intelligence/models/gguf/tokenizer/train-bpe.ts';
import type { Draw } from './corpus/draw-conversation.ts';

/** A byte-level tokenizer of `size` tokens, learned on `count` conversations. */
export function learnTokenizer(draw: Draw, size: number, seed: number, count: number): BpeTokenizer {
  const random = new SeededRandom(seed);
  const controls = [chatControls.begin, chatControls.open, chatControls.end];
  const texts = Array.from({ length: count }, () => draw(random).turns.map(({ text }) => text)).flat();
  return new BpeTokenizer(trainBpe({ texts, size: size - controls.length, pre: 'qwen2' }), controls);
}
