/**
 * @file A text cut into tokens: the longest match of the lexicon and the names of the library at every word, and function words.
 *
 * Korean is written without spaces between a noun and its particles, often without any between nouns, and predicates carry
 * endings. So after a match the rest of its word must be accounted for: by particles, by an ending, or by further matches.
 * 봄에어울리는향수 is three tokens; 배우 is not a pear. Only a long noun may leave a rest nobody knows. All bounded: each place of
 * a text is looked at once.
 */
import { type Folded, fold, foldedText } from '#perfumery/material/fold-text.ts';
import { endings, particles } from './korean-endings.ts';
import type { Entry, EntryIndex } from './lexicon-index.ts';
import type { FunctionWord } from './read-function-words.ts';

export interface Token {
  readonly from: number;
  readonly to: number;
  /** Where it ends without its particle or ending. */
  readonly end: number;
  /** In keystrokes, with no particle or ending. */
  readonly key: string;
  /** Undefined: a word nobody knows. */
  readonly entry: Entry | undefined;
  readonly says?: FunctionWord;
  /** Particle or ending, in keystrokes: empty where there is none. */
  readonly tail: string;
  readonly isPredicate: boolean;
  /** Whether a comma, a full stop or a new line stands before it. */
  readonly after: 'word' | 'comma' | 'stop';
  readonly corrected?: string;
}

const particleKeys = keysByHead(particles.map(foldedText));
const endingKeys = {
  plain: keysByHead(endings.filter(({ shape }) => shape === 'plain').map(({ text }) => foldedText(text))),
  eu: keysByHead(endings.filter(({ shape }) => shape === 'eu').map(({ text }) => foldedText(text))),
  eo: keysByHead(endings.filter(({ shape }) => shape === 'eo').map(({ text }) => foldedText(text))),
};
/** Endings that make nouns and nouns' attributes can be followed by another word without a space. */
const haShapes = ['plain', 'eu'] as const;
const ha = foldedText('하');
const hae = foldedText('해');

function keysByHead(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const sorted = [...new Set(keys)].sort((a, b) => b.length - a.length);
  return Map.groupBy(sorted, (key) => key.charAt(0));
}

/** Keystrokes a word must have for a rest of it to be left alone. */
const longEnough = 7;

/** One syllable glued to a word is mostly something else: 원료비 has no rain in it. These are what they seem: 봄밤, 들꽃. */
const afterNouns = new Set('밤 꽃 숲 봄 풀 낮'.split(' '));

function isShortNoun({ isKorean, shape, says }: Entry, length: number): boolean {
  return isKorean && shape === 'word' && !says && length <= 3;
}

/** Keystrokes of a word that are cut any further: what is longer was not typed by anybody. */
const longestRest = 90;

/** The tokens of a text in NFC, in its order. */
export function scan(text: string, index: EntryIndex): readonly Token[] {
  return new Scanner(text, index).tokens();
}

interface Found {
  readonly entry: Entry;
  readonly end: number;
  readonly tailEnd: number;
}

class Scanner {
  readonly #text: string;
  readonly #index: EntryIndex;
  readonly #folded: Folded;
  /** Where the word of each place ends. */
  readonly #wordEnd: Int32Array;
  readonly #whole = new Map<number, boolean>();
  /** How many breaks stand before each place: the end of a sentence, a new line, a gap where something was read already. */
  readonly #breaks: Int32Array;

  constructor(text: string, index: EntryIndex) {
    this.#text = text;
    this.#index = index;
    this.#folded = fold(text);
    const { folded, beginsWord } = this.#folded;
    this.#wordEnd = new Int32Array(folded.length + 1).fill(folded.length);
    this.#breaks = new Int32Array(folded.length + 1);
    let breaks = 0;
    for (let at = 1; at < folded.length; at += 1) {
      const gap = text.slice(this.#folded.to[at - 1], this.#folded.from[at]);
      if (gap !== '' && /[.!?;\n。]|\s{3}/.test(gap)) breaks += 1;
      this.#breaks[at] = breaks;
    }
    for (let at = folded.length - 1; at >= 0; at -= 1) {
      this.#wordEnd[at] = at + 1 < folded.length && beginsWord[at + 1] ? at + 1 : (this.#wordEnd[at + 1] ?? 0);
    }
  }

  tokens(): Token[] {
    const { folded, from, to } = this.#folded;
    const tokens: Token[] = [];
    let at = 0;
    let before = 0;
    while (at < folded.length) {
      const found = this.#best(at);
      const end = found?.end ?? this.#wordEnd[at] ?? folded.length;
      const tailEnd = found?.tailEnd ?? end;
      const [start, stop] = [from[at] ?? 0, to[Math.max(at, tailEnd - 1)] ?? this.#text.length];
      tokens.push({
        from: start,
        to: stop,
        end: to[Math.max(at, end - 1)] ?? stop,
        key: folded.slice(at, end),
        entry: found?.entry,
        ...(found?.entry.says && { says: found.entry.says }),
        tail: folded.slice(end, tailEnd),
        isPredicate: (found?.entry.shape ?? 'word') !== 'word',
        after: between(this.#text.slice(before, start)),
      });
      before = stop;
      at = Math.max(tailEnd, at + 1);
    }
    return tokens;
  }

  /** The longest match at `at` whose word is accounted for. */
  #best(at: number): Found | undefined {
    const begins = this.#folded.beginsWord[at] ?? false;
    let loose: Found | undefined;
    for (const { entry, end } of this.#index.at(this.#folded.folded, at)) {
      if (!begins && isShortNoun(entry, end - at) && !afterNouns.has(entry.text)) continue;
      const crosses = end > (this.#wordEnd[at] ?? 0);
      // Inside a word a match may not run over its end, and nowhere over a break.
      if (crosses && (!begins || this.#breaks[end - 1] !== this.#breaks[at])) continue;
      // 느낌 은은하게 is not 느낌은 and something.
      if (crosses && entry.says && this.#wordEnd[end - 1] !== end) continue;
      const tailEnd = this.#tailEnd(entry, at, end);
      if (tailEnd !== undefined) return { entry, end, tailEnd };
      const isLong = entry.isKorean && entry.shape === 'word' && !entry.says && end - at >= longEnough;
      if (isLong && begins && this.#startsCharacter(end) && this.#wordEnd[at] === this.#wordEnd[end - 1]) {
        loose ??= { entry, end, tailEnd: this.#wordEnd[at] ?? end };
      }
    }
    return loose;
  }

  #startsCharacter(at: number): boolean {
    return at >= this.#folded.folded.length || (this.#folded.begins[at] ?? false);
  }

  /** Where the particles or the ending after a match end; undefined where what follows is no such thing. */
  #tailEnd(entry: Entry, at: number, end: number): number | undefined {
    const { folded } = this.#folded;
    const wordEnd = this.#wordEnd[end - 1] ?? folded.length;
    if (!entry.isKorean) {
      const stop = this.#englishEnd(at, end, wordEnd);
      return stop === undefined ? undefined : this.#withKoreanTail(stop);
    }
    if (entry.shape === 'word') {
      if (!this.#startsCharacter(end)) return undefined;
      if (end === wordEnd) return end;
      const known = entry.says ? undefined : this.#nounTail(end, wordEnd);
      if (known !== undefined) return known;
      return this.#isKnownFrom(end) ? end : undefined;
    }
    for (const ending of endingKeys[entry.shape].get(folded.charAt(end)) ?? []) {
      const stop = end + ending.length;
      if (stop > wordEnd || !folded.startsWith(ending, end) || !this.#startsCharacter(stop)) continue;
      if (stop === wordEnd || this.#isKnownFrom(stop)) return stop;
      const further = this.#particlesFrom(stop, wordEnd);
      if (further !== undefined) return further;
    }
    if (entry.shape === 'eo' && this.#startsCharacter(end) && (end === wordEnd || this.#isKnownFrom(end))) return end;
    return undefined;
  }

  /** Particles, or 하다 with its endings: 로맨틱한, 플로럴하고. */
  #nounTail(at: number, wordEnd: number): number | undefined {
    const particle = this.#particlesFrom(at, wordEnd);
    if (particle !== undefined) return particle;
    const { folded } = this.#folded;
    for (const [verb, shapes] of [
      [ha, haShapes],
      [hae, ['eo']],
    ] as const) {
      if (!folded.startsWith(verb, at)) continue;
      const stem = at + verb.length;
      for (const shape of shapes) {
        for (const ending of endingKeys[shape].get(folded.charAt(stem)) ?? []) {
          const stop = stem + ending.length;
          if (stop <= wordEnd && folded.startsWith(ending, stem) && this.#startsCharacter(stop)) {
            if (stop === wordEnd || this.#isKnownFrom(stop)) return stop;
          }
        }
      }
      if (verb === hae && stem === wordEnd) return stem;
    }
    return undefined;
  }

  #particlesFrom(at: number, wordEnd: number, depth = 0): number | undefined {
    const { folded } = this.#folded;
    for (const particle of particleKeys.get(folded.charAt(at)) ?? []) {
      const stop = at + particle.length;
      if (stop > wordEnd || !folded.startsWith(particle, at) || !this.#startsCharacter(stop)) continue;
      if (stop === wordEnd || this.#isKnownFrom(stop)) return stop;
      const further = depth < 2 ? this.#particlesFrom(stop, wordEnd, depth + 1) : undefined;
      if (further !== undefined) return further;
    }
    return undefined;
  }

  /** Whether the rest of the word from here is matches to its end. */
  #isKnownFrom(at: number): boolean {
    const known = this.#whole.get(at);
    if (known !== undefined) return known;
    if ((this.#wordEnd[at] ?? 0) - at > longestRest) return false;
    // Against going round in circles: a place that is being looked at does not count on itself.
    this.#whole.set(at, false);
    const wordEnd = this.#wordEnd[at] ?? 0;
    let isKnown = false;
    for (const { entry, end } of this.#index.at(this.#folded.folded, at)) {
      if (end > wordEnd || !entry.isKorean || (isShortNoun(entry, end - at) && !afterNouns.has(entry.text))) continue;
      if (this.#tailEnd(entry, at, end) !== undefined) {
        isKnown = true;
        break;
      }
    }
    this.#whole.set(at, isKnown);
    return isKnown;
  }

  /** hydroxycitronellal에, fresh한: Hangul straight after Latin is its particle or ending. */
  #withKoreanTail(at: number): number {
    const { folded, from, to } = this.#folded;
    const isGlued = at < folded.length && from[at] === to[at - 1] && folded.charAt(at) >= 'ㄱ';
    return (isGlued ? this.#nounTail(at, this.#wordEnd[at] ?? at) : undefined) ?? at;
  }

  /** English words end where the word ends, or with a plural, or where Hangul begins. */
  #englishEnd(at: number, end: number, wordEnd: number): number | undefined {
    const { folded } = this.#folded;
    if (end === wordEnd) return end;
    if (end - at < 3) return undefined;
    for (const plural of ['s', 'es']) {
      if (end + plural.length === wordEnd && folded.startsWith(plural, end)) return wordEnd;
    }
    return undefined;
  }
}

function between(gap: string): Token['after'] {
  if (/[.!?;\n。…]/.test(gap)) return 'stop';
  return /[,、/·|:]/.test(gap) ? 'comma' : 'word';
}
