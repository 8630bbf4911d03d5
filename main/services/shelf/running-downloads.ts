/** @file Which downloads are under way now, and how far; what is kept of them between sessions is the library's. */
export interface DownloadNow {
  readonly stage: 'asking' | 'receiving' | 'checking';
  /** Bytes. */
  readonly done: number;
  readonly total: number | null;
  /** Bytes per second. */
  readonly perSecond: number;
}

export interface RunningDownloads {
  begin(id: string): AbortSignal;
  tell(id: string, now: DownloadNow): void;
  end(id: string): void;
  now(id: string): DownloadNow | undefined;
  /** Whether there was one to stop. */
  stop(id: string): boolean;
  stopAll(): void;
}

export function createRunningDownloads(): RunningDownloads {
  const running = new Map<string, { readonly stop: AbortController; now: DownloadNow }>();
  return {
    begin(id) {
      const stop = new AbortController();
      running.set(id, { stop, now: { stage: 'asking', done: 0, total: null, perSecond: 0 } });
      return stop.signal;
    },
    tell(id, now) {
      const one = running.get(id);
      if (one) one.now = now;
    },
    end: (id) => void running.delete(id),
    now: (id) => running.get(id)?.now,
    stop(id) {
      const one = running.get(id);
      one?.stop.abort();
      return one !== undefined;
    },
    stopAll() {
      for (const { stop } of running.values()) stop.abort();
    },
  };
}
