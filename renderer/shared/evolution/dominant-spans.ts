import type { MaterialId } from '#foundation/ids.ts';
import type { Evolution } from '#perfumery/odour/evolution.ts';

/** A stretch of time, in h, in which one note leads; none where nothing reaches its threshold. */
export interface DominantSpan {
  readonly materialId: MaterialId | undefined;
  readonly from: number;
  readonly to: number;
}

/** The notes that lead one after another, from the first moment to the last. */
export function dominantSpans({ times, dominant }: Pick<Evolution, 'times' | 'dominant'>): readonly DominantSpan[] {
  const spans: DominantSpan[] = [];
  for (const [at, from] of times.entries()) {
    const materialId = dominant[at];
    const last = spans.at(-1);
    // A span lasts until the next one is seen.
    const to = times[at + 1] ?? from;
    if (last && last.materialId === materialId) spans[spans.length - 1] = { ...last, to };
    else if (to > from || !last) spans.push({ materialId, from, to });
  }
  return spans;
}
