/**
 * @file LanceDB and its Arrow, loaded when first needed.
 *
 * Both are required, not imported: an import gives another instance of Arrow, and LanceDB 0.31 refuses its tables when a column
 * is a list or may not be null. And a machine that LanceDB has no binary for (Intel Macs) still has a studio.
 */
import { createRequire } from 'node:module';
import type * as lancedb from '@lancedb/lancedb';
import type * as apacheArrow from 'apache-arrow';

const require = createRequire(import.meta.url);

/** Throws on a machine that LanceDB has no binary for. */
export function lance(): typeof lancedb {
  // Read once, when the binary loads. Without it some queries print a line each.
  process.env.LANCEDB_LOG ??= 'error';
  return require('@lancedb/lancedb');
}

export function arrow(): typeof apacheArrow {
  return require('apache-arrow');
}
