import { describe, expect, it } from 'vitest';
import { EventStream } from './event-stream.ts';

describe('an event stream', () => {
  it('gives a slow listener every event, in order', async () => {
    const events = new EventStream<number>();
    const listening = events.until();
    for (const n of [1, 2, 3]) events.announce(n);
    expect([await listening.next(), await listening.next(), await listening.next()].map(({ value }) => value)).toEqual([
      1, 2, 3,
    ]);
  });

  it('hears what is announced before the first read', async () => {
    const events = new EventStream<string>();
    const listening = events.until(new AbortController().signal);
    events.announce('early');
    expect(await listening.next()).toEqual({ value: 'early', done: false });
  });

  it('answers reads that overlap one after another', async () => {
    const events = new EventStream<number>();
    const listening = events.until();
    const reads = Promise.all([listening.next(), listening.next()]);
    events.announce(1);
    events.announce(2);
    expect((await reads).map(({ value }) => value)).toEqual([1, 2]);
  });

  it('leaves nothing behind when a listener stops, waiting or not', async () => {
    const events = new EventStream<number>();
    const stop = new AbortController();
    const waiting = events.until(stop.signal).next();
    const other = events.until();
    expect(events.listeners).toBe(2);
    stop.abort();
    await other.return(undefined);
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(events.listeners).toBe(0);
  });

  it('lets go of a listener that is too far behind, and of that one only', async () => {
    const events = new EventStream<number>(2);
    const [slow, quick] = [events.until(), events.until()];
    const heard: number[] = [];
    for (const n of [1, 2, 3]) {
      events.announce(n);
      heard.push((await quick.next()).value as number);
    }
    expect(await slow.next()).toEqual({ value: undefined, done: true });
    expect(heard).toEqual([1, 2, 3]);
    expect(events.listeners).toBe(1);
  });
});
