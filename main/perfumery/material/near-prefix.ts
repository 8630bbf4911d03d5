/** @file Small slips of the finger: one text against the beginnings of another, with a bound on how much may be wrong. */

/** How many slips are forgiven in a text of `length` characters: none in short ones, where everything is near everything. */
export function slipsForgiven(length: number): number {
  return length < 4 ? 0 : length < 9 ? 1 : 2;
}

/**
 * The beginning of `text`, from `start`, that is nearest to `typed`, counting a missing, extra, wrong or swapped
 * character as one slip each (Damerau, optimal string alignment). Undefined when all are more than `most` slips away.
 */
export function nearPrefix(
  typed: string,
  text: string,
  { start, most }: { readonly start: number; readonly most: number },
): { readonly slips: number; readonly end: number } | undefined {
  const width = Math.min(text.length - start, typed.length + most);
  if (width < typed.length - most) return undefined;
  let older: number[] = [];
  let above = Array.from({ length: width + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= width; column += 1) {
      const isSame = typed[row - 1] === text[start + column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 &&
        column > 1 &&
        typed[row - 1] === text[start + column - 2] &&
        typed[row - 2] === text[start + column - 1];
      if (isSwapped) cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return undefined;
    older = above;
    above = current;
  }
  let [slips, end] = [most + 1, 0];
  for (const [column, cost] of above.entries()) if (cost < slips) [slips, end] = [cost, column];
  return slips > most ? undefined : { slips, end: start + end };
}
