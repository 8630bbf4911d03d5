import { useEffect, useRef, useState } from 'react';
import { refusalOf, sentenceFor } from './refusal.ts';

export interface Stream<T> {
  readonly events: readonly T[];
  readonly isRunning: boolean;
  /** What went wrong, as a sentence. */
  readonly fault: string | undefined;
  readonly run: (
    ask: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
    done?: (events: readonly T[]) => void,
  ) => void;
  readonly stop: () => void;
}

/** What a language model says, as it comes; stopped when it is asked anew, told to, or nobody looks any more. */
export function useStream<T>(): Stream<T> {
  const [events, setEvents] = useState<readonly T[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [fault, setFault] = useState<string>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  const run: Stream<T>['run'] = (ask, done) => {
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setEvents([]);
    setFault(undefined);
    setRunning(true);
    const heard: T[] = [];
    void (async () => {
      try {
        for await (const event of await ask(own.signal)) {
          if (own.signal.aborted) return;
          heard.push(event);
          setEvents([...heard]);
        }
        done?.(heard);
      } catch (error) {
        if (!own.signal.aborted) setFault(sentenceFor(refusalOf(error)));
      } finally {
        if (current.current === own) setRunning(false);
      }
    })();
  };
  const stop = () => {
    current.current?.abort();
    setRunning(false);
  };
  return { events, isRunning, fault, run, stop };
}
