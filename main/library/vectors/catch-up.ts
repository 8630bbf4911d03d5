/**
 * @file Brings a table, and memory where it answers, to what the source says.
 *
 * Building, going on after a kill, catching up and mending are this one act: what the source says is compared with what the
 * table holds, and only what differs is encoded and written.
 */
import type { SearchItem } from '#perfumery/search/search-item.ts';
import type { LanceTable } from './lance-table.ts';
import type { MemoryEngine } from './memory-engine.ts';
import { pace } from './pace.ts';
import { type WrittenRow, writtenRow } from './row-batch.ts';
import type { Source } from './search-index.ts';
import type { WriteQueue } from './write-queue.ts';

/** Items taken from the source, encoded and written at once. */
export const atOnce = 500;

export interface CatchUp {
  readonly source: Source;
  readonly termsOf: (item: SearchItem) => readonly string[];
  /** Undefined where none can be written: then only memory learns. */
  readonly table: LanceTable | undefined;
  readonly memory: MemoryEngine | undefined;
  /** Rows that memory may hold. */
  readonly memoryLimit: number;
  /** A damaged table whose vectors may still be readable. */
  readonly salvage: LanceTable | undefined;
  /** Ids that somebody writes meanwhile: what was read of them may be older. */
  readonly touched: ReadonlySet<string>;
  readonly writes: WriteQueue<WrittenRow>;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** What the source threw, so that nobody takes it for damage. */
export class SourceFault extends Error {}

/** Answers how many items there are and how many rows were written or removed. Ends early when `signal` aborts. */
export async function catchUp(work: CatchUp): Promise<{ readonly total: number; readonly written: number }> {
  const { source, termsOf, table, memory, touched, writes, signal } = work;
  const stamps = await stampsOf(table);
  const total = await sourced(async () => source.count());
  const rest = pace();
  let [done, written] = [0, 0];
  for await (const items of batchesOf(source, signal)) {
    const rows: WrittenRow[] = [];
    for (const item of items) {
      rows.push(writtenRow(item, termsOf));
      await rest();
    }
    const differing = rows.filter(({ item, stamp }) => stamps.get(item.id) !== stamp);
    const replaced = new Set(differing.map(({ item }) => item.id).filter((id) => stamps.has(id)));
    for (const { item } of rows) stamps.delete(item.id);
    const encoded = await withVectors(differing, work);
    if (memory) await learn(memory, rows, encoded, work);
    if (table && encoded.length > 0) {
      written += await writes.alone(() => write(table, encoded, replaced, touched));
    }
    done += items.length;
    work.progress(done, Math.max(done, total));
    await rest();
    if (signal.aborted) return { total: done, written };
  }
  const gone = [...stamps.keys()].filter((id) => !touched.has(id));
  for (const id of gone) memory?.remove(id);
  if (table && gone.length > 0) await writes.alone(() => table.delete(gone));
  return { total: done, written: written + gone.length };
}

async function stampsOf(table: LanceTable | undefined): Promise<Map<string, number>> {
  const stamps = new Map<string, number>();
  for await (const some of table?.stamps() ?? []) for (const [id, stamp] of some) stamps.set(id, stamp);
  return stamps;
}

/** `rows` with the vectors that the damaged table still has, the others from the source. */
async function withVectors(
  rows: readonly WrittenRow[],
  { source, salvage, signal }: CatchUp,
): Promise<readonly WrittenRow[]> {
  if (rows.length === 0) return rows;
  const saved = salvage ? await salvagedVectors(salvage, rows) : new Map<string, Float32Array>();
  const asked = rows.map(({ item }) => item).filter(({ id }) => !saved.has(id));
  const vectors = asked.length === 0 ? [] : await sourced(() => source.vectors(asked, signal));
  const given = new Map(asked.map(({ id }, i) => [id, vectors[i]]));
  return rows.map((row) => ({ ...row, vector: saved.get(row.item.id) ?? given.get(row.item.id) }));
}

async function salvagedVectors(
  salvage: LanceTable,
  rows: readonly WrittenRow[],
): Promise<ReadonlyMap<string, Float32Array>> {
  try {
    const found = await salvage.vectorsWithStamps(new Map(rows.map(({ item, stamp }) => [item.id, stamp])));
    return new Map([...found].filter(([, vector]) => isUnit(vector)));
  } catch {
    return new Map();
  }
}

/** Tells memory what it lacks: rows that differ, and vectors that so far only the table has. */
async function learn(
  memory: MemoryEngine,
  rows: readonly WrittenRow[],
  encoded: readonly WrittenRow[],
  { table, touched, memoryLimit }: CatchUp,
): Promise<void> {
  const differing = new Map(encoded.map((row) => [row.item.id, row]));
  const lacking = rows.map(({ item }) => item.id).filter((id) => !differing.has(id) && !memory.hasVector(id));
  const kept = table && lacking.length > 0 ? await table.vectorsOf(lacking) : new Map<string, Float32Array>();
  const rest = pace();
  for (const { item } of rows) {
    await rest();
    const row = differing.get(item.id) ?? { item, vector: kept.get(item.id) };
    const hasNews = differing.has(item.id) || row.vector !== undefined || !memory.has(item.id);
    const hasPlace = memory.has(item.id) || memory.size < memoryLimit;
    if (hasNews && hasPlace && !touched.has(item.id)) memory.put(row);
  }
}

/** Writes all but what somebody has written meanwhile. Answers how many rows. */
async function write(
  table: LanceTable,
  rows: readonly WrittenRow[],
  replaced: ReadonlySet<string>,
  touched: ReadonlySet<string>,
): Promise<number> {
  const ours = rows.filter(({ item }) => !touched.has(item.id));
  const added = ours.filter(({ item }) => !replaced.has(item.id));
  const merged = ours.filter(({ item }) => replaced.has(item.id));
  if (added.length > 0) await table.add(added);
  if (merged.length > 0) await table.merge(merged);
  return ours.length;
}

/** The items of `source`, some at a time. */
export async function* batchesOf(source: Source, signal: AbortSignal): AsyncGenerator<readonly SearchItem[]> {
  const items = await sourced(async () => source.items(signal));
  const next = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const rest = pace();
  let batch: SearchItem[] = [];
  for (;;) {
    await rest();
    const { done, value } = await sourced(async () => next.next());
    if (!done) batch.push(value);
    if (batch.length > 0 && (done || batch.length === (source.atOnce ?? atOnce))) {
      yield batch;
      batch = [];
    }
    if (done) return;
  }
}

async function sourced<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new SourceFault('the source failed', { cause });
  }
}

/** Vectors of a damaged table are believed while they still have length 1. */
function isUnit(vector: Float32Array): boolean {
  let sum = 0;
  for (const number of vector) sum += number * number;
  return Math.abs(sum - 1) < 0.01;
}
