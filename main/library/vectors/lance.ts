/**
 * @file LanceDB and its Arrow, loaded when first needed.
 *
 * Both are required, not imported: an import gives another instance of Arrow, and LanceDB 0.31 refuses its tables when a column
 * is a list or may not be null. And a machine that LanceDB has no binary for (Intel Macs) still has a studio.
 */
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type * as lancedb from '@lancedb/lancedb';
import type * as apacheArrow from 'apache-arrow';

const require = createRequire(import.meta.url);

/**
 * LanceDB's pool of threads, which by default is two smaller than the cores. Building an inverted list keeps a thread of it for
 * every shard and needs one more to write them: with two cores it waits for itself for ever from some 50,000 rows on
 * (lancedb#3568).
 */
const [leastThreads, spareThreads] = [4, 2];

/** Throws on a machine that LanceDB has no binary for. */
export function lance(): typeof lancedb {
  // These are read once, when the binary loads. Without the first some queries print a line each.
  process.env.LANCEDB_LOG ??= 'error';
  process.env.LANCE_CPU_THREADS ??= String(Math.max(leastThreads, availableParallelism() + spareThreads));
  return require('@lancedb/lancedb');
}

export function arrow(): typeof apacheArrow {
  return require('apache-arrow');
}
