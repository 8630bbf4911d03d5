import { randomUUID } from 'node:crypto';
import type { Connection } from '@lancedb/lancedb';
import { StudioError } from '#foundation/errors.ts';
import { connectTo, type IndexPlace } from './index-place.ts';
import { arrow } from './lance.ts';

export interface TriedPlace {
  /** Search tables that lie there already. */
  readonly tables: number;
  /** ms from the first word to the last. */
  readonly took: number;
}

/** Tables listed at most. */
const most = 10_000;

/**
 * Asks the place what it holds, writes an empty table and takes it away again: nothing of the library is sent. Refuses
 * (`index-place.failed`) with what is in the way.
 */
export async function tryPlace(place: IndexPlace): Promise<TriedPlace> {
  const began = performance.now();
  let db: Connection | undefined;
  try {
    db = await connectTo(place);
    const names = await db.tableNames({ limit: most });
    await writeOnce(db);
    const tables = names.filter((name) => name.startsWith('items-')).length;
    return { tables, took: performance.now() - began };
  } catch (error) {
    throw error instanceof StudioError ? error : failure(error);
  } finally {
    db?.close();
  }
}

async function writeOnce(db: Connection): Promise<void> {
  const { Field, Schema, Utf8 } = arrow();
  const name = `trial-${randomUUID()}`;
  try {
    const table = await db.createEmptyTable(name, new Schema([new Field('id', new Utf8(), false)]));
    table.close();
    await db.dropTable(name);
  } catch (error) {
    const failed = failure(error);
    if (failed.facts.reason !== 'unknown') throw failed;
    throw new StudioError(
      'index-place.failed',
      { reason: 'not-written', detail: failed.facts.detail },
      { cause: error },
    );
  }
}

/** What LanceDB says of a place that is in the way of it; the first that fits. */
const signs = [
  ['refused', /status\D{0,24}40[13]\b|unauthori[sz]ed|access ?denied|invalidaccesskey|signaturedoesnotmatch/iu],
  ['no-bucket', /nosuchbucket|bucket does not exist|status\D{0,24}404\b/iu],
  ['unreachable', /error sending request|connect|timed? ?out|dns|http error|retries/iu],
] as const;

function failure(error: unknown): StudioError<'index-place.failed'> {
  const text = String((error as Error).message ?? error);
  // the whole chain of causes is told; the last one is what happened
  const last = text.split('Caused by:').at(-1) ?? text;
  const plain = last.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
  const reason = signs.find(([, sign]) => sign.test(text))?.[0] ?? 'unknown';
  return new StudioError('index-place.failed', { reason, detail: plain.trim().slice(0, 160) }, { cause: error });
}
