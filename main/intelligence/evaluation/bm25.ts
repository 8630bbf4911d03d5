/**
 * @file Plain word search to measure against: Okapi BM25 (Robertson and Zaragoza 2009), k1 1.2, b 0.75.
 *
 * Only for judging; the studio's own search is `services/search`.
 */
const k1 = 1.2;
const b = 0.75;

/** Scores of every document for a list of query terms, in the order of the documents; 0 where no term is in it. */
export function createBm25(documents: readonly (readonly string[])[]): (terms: readonly string[]) => Float64Array {
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((terms, at) => {
    for (const term of terms) {
      const its = postings.get(term) ?? new Map<number, number>();
      its.set(at, (its.get(at) ?? 0) + 1);
      postings.set(term, its);
    }
  });
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / (documents.length || 1) || 1;
  return (terms) => {
    const scores = new Float64Array(documents.length);
    for (const term of new Set(terms)) {
      const its = postings.get(term);
      if (!its) continue;
      const rarity = Math.log(1 + (documents.length - its.size + 0.5) / (its.size + 0.5));
      for (const [at, count] of its) {
        const length = documents[at]?.length ?? 0;
        scores[at] =
          (scores[at] as number) + (rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / mean));
      }
    }
    return scores;
  };
}
