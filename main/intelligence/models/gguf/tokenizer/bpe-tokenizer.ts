/** @file Text to token ids and back, the same ids as llama.cpp's for the same vocabulary. */
import { Buffer } from 'node:buffer';
import { invariant } from '#foundation/errors.ts';
import { bytesOfLetters, lettersOf } from './byte-letters.ts';
import type { Vocabulary } from './train-bpe.ts';
import { type PreTokenizer, wordsOf } from './words-of.ts';

export class BpeTokenizer {
  readonly pre: PreTokenizer;
  /** All tokens by id: those of the vocabulary, then the control tokens. */
  readonly tokens: readonly string[];
  /** Tokens that no text spells. */
  readonly controls: readonly string[];
  readonly merges: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #ranks: ReadonlyMap<string, number>;
  readonly #known = new Map<string, readonly number[]>();
  readonly #controlPattern: RegExp;

  constructor({ pre, tokens, merges }: Vocabulary, controls: readonly string[]) {
    this.pre = pre;
    this.tokens = [...tokens, ...controls];
    this.controls = controls;
    this.merges = merges;
    this.#ids = new Map(this.tokens.map((token, id) => [token, id]));
    invariant(this.#ids.size === this.tokens.length, 'every token is there once');
    this.#ranks = new Map(merges.map((pair, rank) => [pair, rank]));
    this.#controlPattern = new RegExp(
      `(${controls.map((control) => RegExp.escape(control)).join('|') || '(?!)'})`,
      'u',
    );
  }

  /** The id of a token as the vocabulary spells it. */
  idOf(token: string): number {
    const id = this.#ids.get(token);
    invariant(id !== undefined, `${token} is a token`);
    return id;
  }

  /** `withControls`: control tokens written out in `text` become themselves; otherwise they are text like any other. */
  encode(text: string, { withControls = false }: { readonly withControls?: boolean } = {}): number[] {
    if (!withControls) return this.#encodePlain(text);
    return text
      .split(this.#controlPattern)
      .flatMap((part, i) => (i % 2 === 1 ? [this.idOf(part)] : this.#encodePlain(part)));
  }

  /** The text of `ids`; control tokens say nothing. What is no valid UTF-8 becomes U+FFFD. */
  decode(ids: readonly number[]): string {
    const first = this.tokens.length - this.controls.length;
    const spoken = ids.filter((id) => id < first).map((id) => bytesOfLetters(this.tokens[id]!));
    return Buffer.concat(spoken).toString('utf8');
  }

  #encodePlain(text: string): number[] {
    return wordsOf(text, this.pre).flatMap((word) => this.#idsOfWord(word));
  }

  #idsOfWord(word: string): readonly number[] {
    const known = this.#known.get(word);
    if (known) return known;
    const ids = this.#merge(lettersOf(word)).map((symbol) => this.idOf(symbol));
    if (this.#known.size < 100_000) this.#known.set(word, ids);
    return ids;
  }

  /** Always the earliest learned merge first, the leftmost of equals. */
  #merge(symbols: string[]): string[] {
    for (;;) {
      let best = Number.POSITIVE_INFINITY;
      let at = -1;
      for (let i = 0; i + 1 < symbols.length; i++) {
        const rank = this.#ranks.get(`${symbols[i]} ${symbols[i + 1]}`);
        if (rank !== undefined && rank < best) {
          best = rank;
          at = i;
        }
      }
      if (at < 0) return symbols;
      symbols.splice(at, 2, `${symbols[at]}${symbols[at + 1]}`);
    }
  }
}
