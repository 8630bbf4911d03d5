/**
 * @file How to look for the nearest vectors under a filter: count first, then choose.
 *
 * Reading a fixed number of partitions misses rows under a narrow filter; reading all of them is slow in a large table.
 * Counting what a filter leaves costs about a millisecond and settles it.
 */

/** How a question goes to the table. */
export type VectorStrategy =
  /** Every row that the filter leaves, exactly. */
  | { readonly way: 'scan' }
  /** So many partitions of the index, the best candidates compared again exactly. */
  | { readonly way: 'index'; readonly probes?: number; readonly refine?: number };

/**
 * Rows from which an index of vectors is worth building. Below, memory or a scan of the table answers within 10 ms, and exactly.
 *
 * This and the numbers below: LanceDB 0.31, 256 dimensions, 20 thousand to a million rows, `npm run measure -- search`.
 */
export const indexFrom = 10_000;
/**
 * Rows left by a filter up to which reading them all is as fast as the index: each is a read of its own, some 20 µs, against 3 to
 * 6 ms for the index.
 */
const scanUpTo = 300;
/** Share of a large table up to which they are read all the same: so few lie in too many partitions (recall .987 at a million rows). */
const sparse = 0.0015;
/** Share of the table below which the usual 20 partitions hold too few rows that pass: recall .99 and less from here on. */
const narrow = 0.02;
/** Partitions read then. There are 24 for every 100,000 rows, and one more costs some 20 µs. */
const narrowProbes = 60;
/** Candidates compared again exactly: with 50 for ten wanted recall is .95 to .98, with 100 it is .998 and more. */
const candidates = 100;

/** The way to the `limit` nearest in a table of `rows` of which `left` pass the filter. */
export function vectorStrategy(rows: number, left: number, limit: number, hasIndex: boolean): VectorStrategy {
  if (!hasIndex || left <= Math.max(scanUpTo, rows * sparse)) return { way: 'scan' };
  const refine = Math.max(1, Math.ceil(candidates / Math.max(1, limit)));
  if (left < rows * narrow) return { way: 'index', probes: narrowProbes, refine };
  return { way: 'index', refine };
}

/** In an object store every candidate compared again is a request or two: the index alone answers. */
export const remoteStrategy: VectorStrategy = { way: 'index' };
