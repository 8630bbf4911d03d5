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

/** Rows from which an index of vectors is worth building: below, reading them all is as fast and exact. */
export const indexFrom = 10_000;
/** Rows left by a filter up to which reading them all is fast and exact. */
const scanUpTo = 1500;
/** Share of the table below which the usual partitions hold too few rows that pass. */
const narrow = 0.02;
/** Partitions read then; there are 24 for every 100,000 rows. */
const narrowProbes = 60;
/** Candidates compared again for each row wanted. */
const refine = 10;

/** The way for a table of `rows` of which `left` pass the filter. */
export function vectorStrategy(rows: number, left: number, hasIndex: boolean): VectorStrategy {
  if (!hasIndex || left <= scanUpTo) return { way: 'scan' };
  if (left < rows * narrow) return { way: 'index', probes: narrowProbes, refine };
  return { way: 'index', refine };
}

/** In an object store every candidate compared again is a request or two: the index alone answers. */
export const remoteStrategy: VectorStrategy = { way: 'index' };
