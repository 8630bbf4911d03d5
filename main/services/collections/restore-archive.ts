import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { EventStream } from '#foundation/event-stream.ts';
import type { DayEvent } from '#services/calendar/day-event.ts';
import type { ReceivedArchive } from './receive-archive.ts';
import { type ReplaceProgress, runWorker } from './run-worker.ts';
import type { ArchiveNeeds } from './write-archive.ts';

/** How far a library is restored. Nothing has changed before `done`. */
export type RestoreStage =
  | { readonly stage: 'checking' }
  | ReplaceProgress
  | { readonly stage: 'reading' }
  | { readonly stage: 'cancelled' }
  | {
      readonly stage: 'done';
      /** ISO instant at which the archive was made. */
      readonly created: string;
      /** Where the library as it was until now is kept. */
      readonly backup: string;
    };

export interface RestoreNeeds extends ArchiveNeeds {
  readonly announceDay: EventStream<DayEvent>['announce'];
}

/** How often progress is told, in ms. */
const told = 100;

/**
 * Puts the library of an archive in the place of this one, all or nothing; what was here is kept as a backup. Everything slow
 * is done in another thread, beside the library, and swapped in at the end. Refuses (`file.…`) what is damaged, newer, or no
 * archive, before anything is touched.
 */
export function restoreArchive({ archive, refresh, announceDay }: RestoreNeeds) {
  return async function* (
    { name, file, folder }: ReceivedArchive,
    signal?: AbortSignal,
  ): AsyncGenerator<RestoreStage, undefined> {
    yield { stage: 'checking' };
    try {
      const unpacked = path.join(folder, 'unpacked');
      mkdirSync(unpacked, { recursive: true });
      const unpack = { what: 'unpack', archive: file, name, into: unpacked, known: archive.version } as const;
      const { created } = (await runWorker(unpack, signal)) as { created: string };
      const stages = createMailbox<RestoreStage>();
      const replaced = archive.whileReplacing(async () => {
        const replace = { what: 'replace', folder: archive.folder, unpacked } as const;
        const backup = (await runWorker(replace, signal, { onProgress: stages.put })) as string;
        stages.put({ stage: 'reading' });
        await refresh();
        return backup;
      });
      replaced.then(stages.close, stages.close);
      yield* stages.read();
      const backup = await replaced;
      announceDay({ what: 'library' });
      yield { stage: 'done', created, backup };
    } catch (error) {
      if (!signal?.aborted) throw error;
      yield { stage: 'cancelled' };
    }
    return undefined;
  };
}

/** Values for somebody who reads when there is time: of those that come too fast the last is enough. */
function createMailbox<T>() {
  let latest: T | undefined;
  let isClosed = false;
  let wake: () => void = () => {};
  return {
    put(value: T) {
      latest = value;
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    async *read(): AsyncGenerator<T, undefined> {
      for (let since = Number.NEGATIVE_INFINITY; ; ) {
        if (latest === undefined && !isClosed) await new Promise<void>((resolve) => (wake = resolve));
        const rest = since + told - performance.now();
        if (rest > 0 && !isClosed) await new Promise((resolve) => setTimeout(resolve, rest));
        if (latest !== undefined) {
          const value = latest;
          latest = undefined;
          since = performance.now();
          yield value;
        } else if (isClosed) return undefined;
      }
    },
  };
}
