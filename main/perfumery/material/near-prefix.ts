/** @file Small slips of the finger: one text against the beginnings of another, with a bound on how much may be wrong. */

/** How many slips are forgiven in a text of `length` characters: none in short ones, where everything is near everything. */
export function slipsForgiven(length: number): number {
  return length < 4 ? 0 : length < 9 ? 1 : 2;
}

/**
 * A beginning of `text`, from `start`, that `typed` comes to with the fewest slips, `most` at the most. A missing, extra,
 * wrong or swapped character is one slip. Undefined when all beginnings are further away.
 */
export function nearPrefix(
  typed: string,
  text: string,
  { start, most }: { readonly start: number; readonly most: number },
): { readonly slips: number; readonly end: number } | undefined {
  if (text.length - start < typed.length - most) return undefined;
  for (let slips = 0; slips <= most; slips += 1) {
    const end = endWithin(typed, text, { at: 0, in: start, left: slips });
    if (end >= 0) return { slips, end };
  }
  return undefined;
}

/** Where in `text` the rest of `typed` ends with `left` slips or fewer; -1 when it does not. Branches only where they differ. */
function endWithin(typed: string, text: string, from: { at: number; in: number; left: number }): number {
  let { at, in: place } = from;
  while (at < typed.length && typed[at] === text[place]) {
    at += 1;
    place += 1;
  }
  if (at === typed.length) return place;
  if (from.left === 0) return -1;
  const left = from.left - 1;
  if (typed[at] === text[place + 1] && typed[at + 1] === text[place]) {
    const swapped = endWithin(typed, text, { at: at + 2, in: place + 2, left });
    if (swapped >= 0) return swapped;
  }
  const isDoubled = at > 0 && typed[at] === typed[at - 1];
  const extra = isDoubled ? endWithin(typed, text, { at: at + 1, in: place, left }) : -1;
  if (extra >= 0) return extra;
  if (place < text.length) {
    const wrong = endWithin(typed, text, { at: at + 1, in: place + 1, left });
    if (wrong >= 0) return wrong;
    const missing = endWithin(typed, text, { at, in: place + 1, left });
    if (missing >= 0) return missing;
  }
  return endWithin(typed, text, { at: at + 1, in: place, left });
}
