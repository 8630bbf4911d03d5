/**
 * @file Text out of tokens as they come: nothing is let out that a later token could still change.
 *
 * A token may end inside a character (most Korean syllables take two or three), and a stop may begin in one token and end in
 * another. Both are held back until it is clear what they are.
 */

export interface TextChunks {
  /** The text that is certain now; may be empty. Nothing more comes once it is stopped. */
  push(token: number): string;
  /** What was still held back when the answer ended by itself. */
  rest(): string;
  /** The stop that was met. */
  readonly stoppedAt: string | undefined;
}

export interface TextChunkNeeds {
  /** The text of `tokens`, given the tokens before them. */
  readonly textOf: (tokens: readonly number[], before: readonly number[]) => string;
  /** The answer ends before any of these. */
  readonly stop: readonly string[];
  /** The end of the prompt: some tokenizers drop the space before a first word. */
  readonly before?: readonly number[];
}

/** A character has at most four bytes, so a tail that is broken for longer than this is not a character. */
const longestCharacter = 8;
/** How many tokens before are shown to the tokenizer. */
const glance = 4;

export function createTextChunks({ textOf, stop, before = [] }: TextChunkNeeds): TextChunks {
  const stops = stop.filter((text) => text !== '');
  let pending: number[] = [];
  let seen: readonly number[] = before.slice(-glance);
  let held = '';
  let stoppedAt: string | undefined;

  const letOut = (text: string): string => {
    const all = held + text;
    const found = firstStop(all, stops);
    if (found) {
      stoppedAt = found.stop;
      held = '';
      return all.slice(0, found.at);
    }
    const kept = unfinishedStop(all, stops);
    held = all.slice(all.length - kept);
    return all.slice(0, all.length - kept);
  };

  return {
    push(token) {
      if (stoppedAt !== undefined) return '';
      pending.push(token);
      const text = textOf(pending, seen);
      if (text.endsWith('\ufffd') && pending.length < longestCharacter) return '';
      seen = [...seen, ...pending].slice(-glance);
      pending = [];
      return letOut(text);
    },
    rest() {
      const text = stoppedAt !== undefined ? '' : letOut(pending.length > 0 ? textOf(pending, seen) : '') + held;
      pending = [];
      held = '';
      return text;
    },
    get stoppedAt() {
      return stoppedAt;
    },
  };
}

/** The first of `stops` in `text` and where it begins. */
function firstStop(text: string, stops: readonly string[]): { readonly stop: string; readonly at: number } | undefined {
  let first: { readonly stop: string; readonly at: number } | undefined;
  for (const stop of stops) {
    const at = text.indexOf(stop);
    if (at >= 0 && (!first || at < first.at)) first = { stop, at };
  }
  return first;
}

/** How many characters at the end of `text` could be the beginning of a stop. */
function unfinishedStop(text: string, stops: readonly string[]): number {
  let longest = 0;
  for (const stop of stops) {
    for (let length = Math.min(stop.length - 1, text.length); length > longest; length -= 1) {
      if (text.endsWith(stop.slice(0, length))) longest = length;
    }
  }
  return longest;
}
