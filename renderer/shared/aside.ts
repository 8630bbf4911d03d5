/** @file Asks a worker beside the page, so that what takes long never makes typing wait. The last question wins. */
import { useEffect, useRef, useState } from 'react';

/** What a worker said, and whether it said it to the question that stands now. */
export interface Aside<A> {
  /** To the last question that was answered; older than the question while `isCurrent` is false. */
  readonly answer: A | undefined;
  readonly isCurrent: boolean;
  readonly hasFailed: boolean;
}

/**
 * The answer of the worker that `start` starts to `question`, asked once it has stood for `rest` ms. A worker still busy with
 * an earlier question is ended. `start` and `question` must keep their identity while they mean the same.
 */
export function useAside<Q, A>(start: () => Worker, question: Q | undefined, rest = 0): Aside<A> {
  const held = useRef<{ readonly worker: Worker; isBusy: boolean }>(undefined);
  const [given, setGiven] = useState<{ readonly question: Q; readonly answer: A }>();
  const [failed, setFailed] = useState<Q>();

  useEffect(() => {
    const end = () => {
      held.current?.worker.terminate();
      held.current = undefined;
    };
    if (question === undefined) return;
    const timer = setTimeout(() => {
      held.current ??= { worker: start(), isBusy: false };
      const { current } = held;
      current.isBusy = true;
      current.worker.onmessage = ({ data }: MessageEvent<A>) => {
        current.isBusy = false;
        setGiven({ question, answer: data });
      };
      current.worker.onerror = () => {
        end();
        setFailed(question);
      };
      current.worker.postMessage(question);
    }, rest);
    return () => {
      clearTimeout(timer);
      if (held.current?.isBusy) end();
    };
  }, [start, question, rest]);

  useEffect(
    () => () => {
      held.current?.worker.terminate();
      held.current = undefined;
    },
    [],
  );
  return {
    answer: given?.answer,
    isCurrent: given !== undefined && given.question === question,
    hasFailed: failed !== undefined && failed === question,
  };
}
