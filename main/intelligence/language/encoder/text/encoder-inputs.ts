/**
 * @file Sentences as numbers: each different word once, as rows of the table with their weights, and which sentence takes
 * which words. A denied word is on the second list of its sentence.
 */
import { mostFeatures, wordFeatures } from './word-features.ts';
import { wordsOf } from './words-of.ts';

export interface EncoderInputs {
  /** Different words in all sentences together, at least 1. */
  readonly words: number;
  /** Rows of the longest word. */
  readonly width: number;
  /** [words, width], unused places 0. */
  readonly rows: Int32Array<ArrayBuffer>;
  /** [words, width], unused places 0; those of a word have length 1 as a vector. */
  readonly weights: Float32Array<ArrayBuffer>;
  /** [sentences, words]: how often each is said. */
  readonly said: Float32Array<ArrayBuffer>;
  /** [sentences, words]: how often each is denied. */
  readonly denied: Float32Array<ArrayBuffer>;
}

/** A word said often says little more: the count of `n` is 1 + ln n. */
export function encoderInputs(texts: readonly string[], mostWords = 256): EncoderInputs {
  const places = new Map<string, number>();
  const features: Int32Array[] = [];
  const counts = texts.map((text) => {
    const own = [new Map<number, number>(), new Map<number, number>()] as const;
    let before = '';
    for (const { text: word, isDenied } of wordsOf(text).slice(0, mostWords)) {
      const key = `${before} ${word}`;
      let place = places.get(key);
      if (place === undefined) {
        place = features.length;
        places.set(key, place);
        features.push(wordFeatures(word, before));
      }
      const list = own[isDenied ? 1 : 0];
      list.set(place, (list.get(place) ?? 0) + 1);
      before = word;
    }
    return own;
  });
  const words = Math.max(1, features.length);
  const width = Math.min(mostFeatures, Math.max(1, ...features.map(({ length }) => length)));
  const rows = new Int32Array(words * width);
  const weights = new Float32Array(words * width);
  for (const [at, own] of features.entries()) {
    rows.set(own, at * width);
    weights.fill(1 / Math.sqrt(own.length), at * width, at * width + own.length);
  }
  const matrix = (which: 0 | 1) => {
    const taken = new Float32Array(texts.length * words);
    for (const [sentence, own] of counts.entries()) {
      for (const [place, count] of own[which]) taken[sentence * words + place] = 1 + Math.log(count);
    }
    return taken;
  };
  return { words, width, rows, weights, said: matrix(0), denied: matrix(1) };
}
