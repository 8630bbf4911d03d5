/**
 * @file Learns a byte-level vocabulary: again and again the most frequent neighbours become one token (Sennrich, Haddow and
 * Birch 2016).
 *
 * Counts are kept from merge to merge, and only the words in which a pair occurs are touched, so thousands of merges over
 * megabytes of text take seconds. Ties go to the pair that comes first in code-unit order: the same text gives the same
 * vocabulary everywhere.
 */
import { byteLetters, lettersOf } from './byte-letters.ts';
import { type PreTokenizer, wordsOf } from './words-of.ts';

/** A learned vocabulary: tokens spelled in byte letters, and merges in the order they were learned. */
export interface Vocabulary {
  readonly pre: PreTokenizer;
  readonly tokens: readonly string[];
  readonly merges: readonly string[];
}

export interface TrainBpe {
  readonly texts: Iterable<string>;
  /** At most this many tokens come of it, the 256 bytes included. */
  readonly size: number;
  readonly pre: PreTokenizer;
  /** A pair seen less often than this is not merged; 2 where left out. */
  readonly leastSeen?: number;
}

interface Word {
  readonly times: number;
  symbols: string[];
}

export function trainBpe({ texts, size, pre, leastSeen = 2 }: TrainBpe): Vocabulary {
  const words = wordsIn(texts, pre);
  const pairs = new PairCounts();
  for (const word of words) pairs.add(word);
  const tokens = new Set(byteLetters);
  const merges: string[] = [];
  while (tokens.size < size) {
    const pair = pairs.mostFrequent(leastSeen);
    if (!pair) break;
    merges.push(pair);
    tokens.add(pair.replace(' ', ''));
    for (const word of pairs.wordsWith(pair)) {
      pairs.remove(word);
      word.symbols = merged(word.symbols, pair);
      pairs.add(word);
    }
  }
  return { pre, tokens: [...tokens], merges };
}

function wordsIn(texts: Iterable<string>, pre: PreTokenizer): Word[] {
  const times = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text, pre)) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].map(([word, seen]) => ({ times: seen, symbols: lettersOf(word) }));
}

function merged(symbols: readonly string[], pair: string): string[] {
  const [left, right] = pair.split(' ');
  const result: string[] = [];
  for (let i = 0; i < symbols.length; i++) {
    if (symbols[i] === left && symbols[i + 1] === right) {
      result.push(pair.replace(' ', ''));
      i += 1;
    } else result.push(symbols[i]!);
  }
  return result;
}

/** How often each pair of neighbours occurs, and in which words. */
class PairCounts {
  readonly #times = new Map<string, number>();
  readonly #words = new Map<string, Set<Word>>();

  add(word: Word): void {
    this.#count(word, word.times);
    for (const pair of pairsOf(word)) {
      const words = this.#words.get(pair);
      if (words) words.add(word);
      else this.#words.set(pair, new Set([word]));
    }
  }

  remove(word: Word): void {
    this.#count(word, -word.times);
    for (const pair of pairsOf(word)) this.#words.get(pair)?.delete(word);
  }

  wordsWith(pair: string): readonly Word[] {
    return [...(this.#words.get(pair) ?? [])];
  }

  mostFrequent(least: number): string | undefined {
    let found: string | undefined;
    let most = least - 1;
    for (const [pair, times] of this.#times) {
      if (times > most || (times === most && found !== undefined && pair < found)) {
        found = pair;
        most = times;
      }
    }
    return found;
  }

  #count(word: Word, by: number): void {
    for (const pair of pairsOf(word)) {
      const times = (this.#times.get(pair) ?? 0) + by;
      if (times > 0) this.#times.set(pair, times);
      else {
        this.#times.delete(pair);
        if (by < 0) this.#words.delete(pair);
      }
    }
  }
}

function pairsOf({ symbols }: Word): string[] {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < symbols.length; i++) pairs.push(`${symbols[i]} ${symbols[i + 1]}`);
  return pairs;
}
