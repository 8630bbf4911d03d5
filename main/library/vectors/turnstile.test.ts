import { describe, expect, it } from 'vitest';
import { Turnstile } from './turnstile.ts';

const rest = () => new Promise((resolve) => setImmediate(resolve));

describe('a turnstile', () => {
  it('lets in as many as it has places, and the others in their order', async () => {
    const turnstile = new Turnstile(2);
    const order: number[] = [];
    let [inside, most] = [0, 0];
    await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        turnstile.pass(undefined, async () => {
          most = Math.max(most, ++inside);
          await rest();
          inside -= 1;
          order.push(n);
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  it('drops whoever gave up before the turn came, without doing the work, and gives the place on', async () => {
    const turnstile = new Turnstile(1);
    const given = new AbortController();
    let isDone = false;
    const first = turnstile.pass(undefined, rest);
    const second = turnstile.pass(given.signal, async () => {
      isDone = true;
    });
    given.abort();
    await first;
    await expect(second).rejects.toThrow();
    expect(isDone).toBe(false);
    await expect(turnstile.pass(undefined, async () => 'in')).resolves.toBe('in');
  });

  it('lets out whoever failed', async () => {
    const turnstile = new Turnstile(1);
    await expect(turnstile.pass(undefined, () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
    await turnstile.empty();
    await expect(turnstile.pass(undefined, async () => 'in')).resolves.toBe('in');
  });

  it('is empty when the last one has left', async () => {
    const turnstile = new Turnstile(1);
    let left = 0;
    const passing = [1, 2, 3].map(() =>
      turnstile.pass(undefined, async () => {
        left += 1;
      }),
    );
    await turnstile.empty();
    expect(left).toBe(3);
    await Promise.all(passing);
  });
});
