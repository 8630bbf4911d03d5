/** @file The best few of very many, without putting all of them in order. */

/** Those of `indexes`, rising, with the `most` highest `scores`, the highest first; of equals the earlier one. */
export function highest(scores: Float64Array, most: number, indexes: readonly number[]): readonly number[] {
  if (most <= 0) return [];
  const isWorse = (a: number, b: number) => {
    const [x, y] = [scores[a] as number, scores[b] as number];
    return x === y ? a > b : x < y;
  };
  /** The worst that is kept lies on top. */
  const heap: number[] = [];
  for (let at = 0; at < indexes.length; at += 1) {
    const index = indexes[at] as number;
    if (heap.length < most) rise(heap, index, isWorse);
    else if (isWorse(heap[0] as number, index)) sink(heap, index, isWorse);
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

type IsWorse = (a: number, b: number) => boolean;

function rise(heap: number[], index: number, isWorse: IsWorse): void {
  let at = heap.push(index) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isWorse(index, heap[above] as number)) break;
    heap[at] = heap[above] as number;
    at = above;
  }
  heap[at] = index;
}

/** Puts `index` in the place of the top. */
function sink(heap: number[], index: number, isWorse: IsWorse): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isWorse(heap[below + 1] as number, heap[below] as number)) below += 1;
    if (!isWorse(heap[below] as number, index)) break;
    heap[at] = heap[below] as number;
    at = below;
  }
  heap[at] = index;
}
