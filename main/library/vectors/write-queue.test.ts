import { describe, expect, it } from 'vitest';
import { WriteQueue, type Written } from './write-queue.ts';

const row = (value: number): Written<number> => ({ row: value });
const rest = () => new Promise((resolve) => setImmediate(resolve));

function queueOf(most = 100) {
  const batches: [string, Written<number>][][] = [];
  let writing = 0;
  const queue = new WriteQueue<number>({
    most,
    async write(batch) {
      writing += 1;
      expect(writing).toBe(1);
      await rest();
      batches.push([...batch]);
      writing -= 1;
    },
  });
  return { queue, batches };
}

describe('a write queue', () => {
  it('makes one write of what waits, and lets the later write of an id count', async () => {
    const { queue, batches } = queueOf();
    await Promise.all([
      queue.write(new Map([['a', row(1)]])),
      queue.write(new Map([['b', row(2)]])),
      queue.write(new Map([['a', { gone: true }]])),
    ]);
    expect(batches).toEqual([
      [
        ['a', { gone: true }],
        ['b', row(2)],
      ],
    ]);
  });

  it('lets what comes during a write wait for the next one', async () => {
    const { queue, batches } = queueOf();
    const first = queue.write(new Map([['a', row(1)]]));
    await Promise.resolve();
    await Promise.resolve();
    const second = queue.write(new Map([['a', row(2)]]));
    await Promise.all([first, second]);
    expect(batches).toEqual([[['a', row(1)]], [['a', row(2)]]]);
  });

  it('never writes while somebody has it alone', async () => {
    const { queue, batches } = queueOf();
    const order: string[] = [];
    const alone = queue.alone(async () => {
      await rest();
      order.push('alone');
    });
    const write = queue.write(new Map([['a', row(1)]])).then(() => order.push('written'));
    await Promise.all([alone, write]);
    expect(order).toEqual(['alone', 'written']);
    expect(batches).toHaveLength(1);
  });

  it('divides what is much', async () => {
    const { queue, batches } = queueOf(2);
    await queue.write(new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, row(1)])));
    expect(batches.map((batch) => batch.length)).toEqual([2, 2, 1]);
  });

  it('tells the writer that its write failed, and goes on with the next', async () => {
    let isBroken = true;
    const queue = new WriteQueue<number>({
      most: 10,
      async write() {
        if (isBroken) throw new RangeError('full');
      },
    });
    await expect(queue.write(new Map([['a', row(1)]]))).rejects.toThrow('full');
    isBroken = false;
    await expect(queue.write(new Map([['a', row(2)]]))).resolves.toBeUndefined();
    await queue.settled();
  });
});
