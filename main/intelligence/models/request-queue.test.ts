import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRequestQueue, type Held, type Turn } from './request-queue.ts';

const turn = (requester: string, over: Partial<Turn> = {}): Turn => ({
  urgency: 'background',
  requester,
  tokens: 100,
  ...over,
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Takes a turn and notes the name when it begins. */
function asker() {
  const begun: string[] = [];
  const held = new Map<string, Held>();
  const ask = (queue: ReturnType<typeof createRequestQueue>, name: string, wanted: Turn, signal?: AbortSignal) =>
    queue.take(wanted, signal).then(
      (one) => {
        begun.push(name);
        held.set(name, one);
      },
      () => begun.push(`${name} left`),
    );
  const end = async (name: string, used = 100) => {
    held.get(name)?.used(used);
    held.get(name)?.end();
    await settled();
  };
  return { begun, held, ask, end };
}

describe('the queue before a model', () => {
  it('lets interactive requests go first', async () => {
    const queue = createRequestQueue();
    const { begun, ask, end } = asker();
    void ask(queue, 'first', turn('a'));
    void ask(queue, 'background', turn('b'));
    void ask(queue, 'interactive', turn('c', { urgency: 'interactive' }));
    await settled();
    await end('first');
    expect(begun).toEqual(['first', 'interactive']);
    await end('interactive');
    expect(begun.at(-1)).toBe('background');
  });

  it('gives the turn to whoever has used the fewest tokens', async () => {
    const queue = createRequestQueue();
    const { begun, ask, end } = asker();
    void ask(queue, 'a1', turn('a'));
    void ask(queue, 'a2', turn('a'));
    void ask(queue, 'a3', turn('a'));
    void ask(queue, 'b1', turn('b'));
    void ask(queue, 'b2', turn('b'));
    await settled();
    for (const name of ['a1', 'b1', 'a2', 'b2', 'a3']) await end(name);
    expect(begun).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('starves nobody, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.constantFrom('a', 'b', 'c'), used: fc.integer({ min: 1, max: 900 }) }), {
          minLength: 1,
          maxLength: 20,
        }),
        async (requests) => {
          const queue = createRequestQueue();
          const { begun, ask, end } = asker();
          requests.forEach(({ who }, index) => void ask(queue, `${index}`, turn(who)));
          await settled();
          for (let done = 0; done < requests.length; done += 1) {
            const name = begun[done] as string;
            await end(name, requests[Number(name)]?.used);
          }
          expect(new Set(begun).size).toBe(requests.length);
          expect(queue.waiting).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has a background answer step aside for an interactive one and go on afterwards', async () => {
    const queue = createRequestQueue();
    const { begun, held, ask, end } = asker();
    const said: string[] = [];
    void ask(queue, 'long', turn('a'));
    await settled();
    held.get('long')?.canPause({
      pause: async () => void said.push('paused'),
      resume: () => void said.push('resumed'),
    });
    void ask(queue, 'question', turn('b', { urgency: 'interactive' }));
    await settled();
    expect([begun, said]).toEqual([['long', 'question'], ['paused']]);
    await end('question');
    expect(said).toEqual(['paused', 'resumed']);
  });

  it('has two long background answers take turns', async () => {
    const queue = createRequestQueue({ requests: 9, tokens: 9999, turn: 50 });
    const { begun, held, ask } = asker();
    const said: string[] = [];
    const way = (name: string) => ({
      pause: async () => void said.push(`${name} paused`),
      resume: () => void said.push(`${name} resumed`),
    });
    void ask(queue, 'a', turn('a'));
    void ask(queue, 'b', turn('b'));
    await settled();
    held.get('a')?.canPause(way('a'));
    held.get('a')?.used(60);
    await settled();
    expect(begun).toEqual(['a', 'b']);
    held.get('b')?.canPause(way('b'));
    held.get('b')?.used(120);
    await settled();
    expect(said).toEqual(['a paused', 'b paused', 'a resumed']);
  });

  it('lets go of who does not want to wait any longer', async () => {
    const queue = createRequestQueue();
    const { begun, ask, end } = asker();
    const stop = new AbortController();
    void ask(queue, 'first', turn('a'));
    void ask(queue, 'second', turn('b'), stop.signal);
    void ask(queue, 'third', turn('c'));
    await settled();
    stop.abort();
    await settled();
    await end('first');
    expect(begun).toEqual(['first', 'second left', 'third']);
  });

  it('says how many are before a request', async () => {
    const queue = createRequestQueue();
    const ahead: number[] = [];
    const first = await queue.take(turn('a'));
    void queue.take(turn('b', { urgency: 'interactive' }));
    void queue.take(turn('c'), undefined, (count) => ahead.push(count));
    expect(ahead.at(-1)).toBe(2);
    first.end();
    expect(ahead.at(-1)).toBe(1);
  });

  it('refuses more than it can hold, with the numbers', async () => {
    const queue = createRequestQueue({ requests: 2, tokens: 250, turn: 50 });
    await queue.take(turn('a'));
    void queue.take(turn('a'));
    await expect(queue.take(turn('a', { tokens: 200 }))).rejects.toMatchObject({
      code: 'model.queue-full',
      facts: { reason: 'tokens', waiting: 100, most: 250 },
    });
    void queue.take(turn('b'));
    await expect(queue.take(turn('c'))).rejects.toMatchObject({ facts: { reason: 'requests', waiting: 2, most: 2 } });
  });
});
