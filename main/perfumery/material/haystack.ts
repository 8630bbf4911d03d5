/** @file Many short texts searched as one long one: a single pass of `indexOf` instead of thousands. */

export interface Haystack {
  /** Every place where `needle` stands: which text, and where in it. In order. */
  readonly each: (needle: string, visit: (index: number, at: number) => void) => void;
}

/** Joins texts into a haystack. No text, and no needle, may contain a line break. */
export function createHaystack(texts: readonly string[]): Haystack {
  const hay = texts.join('\n');
  const ends = new Int32Array(texts.length);
  let end = -1;
  for (const [index, text] of texts.entries()) {
    end += text.length + 1;
    ends[index] = end;
  }
  return {
    each: (needle, visit) => {
      if (needle === '') return;
      let index = 0;
      for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
        while (at >= (ends[index] ?? Number.POSITIVE_INFINITY)) index += 1;
        visit(index, index === 0 ? at : at - (ends[index - 1] ?? 0) - 1);
      }
    },
  };
}
