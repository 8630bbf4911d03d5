import { afterEach, describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import { OrtClient } from '#intelligence/models/ort-client.ts';
import { classify } from '#intelligence/training/classifier/classifier.ts';
import { Graph } from '#intelligence/training/graph/graph.ts';
import { beginWeights } from '#intelligence/training/graph/weights.ts';
import { exportOnnx } from '#intelligence/training/run/export-onnx.ts';
import { startTraining } from '#intelligence/training/worker/start-training.ts';

const shape = { width: 4, hidden: 8, classes: 3 };
/** Which of the first three numbers is the largest. */
const examples = (() => {
  const random = new SeededRandom(1);
  const x = Float32Array.from({ length: 400 * 4 }, () => random.normal());
  const targets = new Float32Array(400 * 3);
  for (let row = 0; row < 400; row++) {
    const own = [...x.subarray(row * 4, row * 4 + 3)];
    targets[row * 3 + own.indexOf(Math.max(...own))] = 1;
  }
  return { examples: x, targets };
})();
const network = (rows: number) => (graph: Graph) =>
  graph.output('logits', classify(graph, graph.input('x', [rows, 4], 'float32', ['n', 4]), shape), ['n', 3]);

describe('the training worker', () => {
  const options = { ...shape, ...examples, seed: 5, steps: 400, rate: 1e-2 };

  it('trains beside everything else and hands back the weights', async () => {
    const steps: number[] = [];
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    const weights = await startTraining('classifier', options, { onProgress: ({ step }) => steps.push(step) }).done;
    clearInterval(ticking);
    expect(steps).toEqual(Array.from({ length: 400 }, (_, at) => at + 1));
    expect(ticks).toBeGreaterThan(5);
    const ort = new OrtClient();
    const model = await ort.open(exportOnnx(network(1), weights), 'largest');
    const { logits } = await model.run({ x: { type: 'float32', shape: [400, 4], data: examples.examples } });
    await ort.stop();
    const right = Array.from({ length: 400 }, (_, row) => {
      const told = [...(logits!.data as Float32Array).subarray(row * 3, row * 3 + 3)];
      return examples.targets[row * 3 + told.indexOf(Math.max(...told))]!;
    }).reduce((sum, one) => sum + one, 0);
    expect(right / 400).toBeGreaterThan(0.95);
  });

  it('gives the same weights each time', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => startTraining('classifier', { ...options, steps: 50 }).done));
    expect(a).toEqual(b);
  });

  it('waits while paused and ends when cancelled', async () => {
    const cancel = new AbortController();
    let last = 0;
    const job = startTraining(
      'classifier',
      { ...options, steps: 1e9 },
      {
        signal: cancel.signal,
        onProgress: ({ step }) => {
          last = step;
          if (step === 20) job.pause();
        },
      },
    );
    await until(() => last >= 20);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const paused = last;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(last).toBe(paused);
    job.resume();
    await until(() => last > paused);
    cancel.abort(new DOMException('enough', 'AbortError'));
    await expect(job.done).rejects.toThrow('enough');
  });
});

describe('the ORT worker', () => {
  const clients: OrtClient[] = [];
  const client = () => {
    const made = new OrtClient();
    clients.push(made);
    return made;
  };
  afterEach(async () => {
    for (const one of clients.splice(0)) await one.stop();
  });
  const graph = new Graph();
  network(1)(graph);
  const bytes = exportOnnx(network(1), beginWeights(graph.plans, new SeededRandom(2)));
  const x = (rows: number) => ({
    x: { type: 'float32', shape: [rows, 4], data: new Float32Array(rows * 4).fill(0.5) } as const,
  });

  it('answers the same into a place told beforehand, for any number of rows', async () => {
    const model = await client().open(bytes, 'model');
    expect(model).toMatchObject({ inputs: ['x'], outputs: ['logits'] });
    for (const rows of [1, 3]) {
      const { logits: own } = await model.run(x(rows));
      const { logits: told } = await model.run(x(rows), {
        expected: { logits: { type: 'float32', shape: [rows, 3] } },
      });
      expect(own!.shape).toEqual([rows, 3]);
      expect(told).toEqual(own);
    }
    await model.close();
    await expect(model.run(x(1))).rejects.toThrow('open while it is used');
  });

  it('drops what is cancelled and serves the rest', async () => {
    const model = await client().open(bytes, 'model');
    const cancel = new AbortController();
    const asked = Array.from({ length: 6 }, (_, at) => model.run(x(2), at % 2 ? { signal: cancel.signal } : {}));
    const outcomes = Promise.allSettled(asked);
    cancel.abort();
    expect((await outcomes).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    await expect(model.run(x(1), { signal: cancel.signal })).rejects.toThrow('aborted');
  });

  it('refuses what is no model, and goes on', async () => {
    const ort = client();
    await expect(ort.open(new Uint8Array(64), 'nonsense')).rejects.toMatchObject({
      code: 'model.load-failed',
      facts: { name: 'nonsense' },
    });
    const model = await ort.open(bytes, 'model');
    await expect(model.run({ x: { type: 'float32', shape: [1, 3], data: new Float32Array(3) } })).rejects.toThrow('x');
    expect((await model.run(x(1))).logits!.shape).toEqual([1, 3]);
  });

  it('opens its models anew after it was stopped', async () => {
    const ort = client();
    const model = await ort.open(bytes, 'model');
    const before = await model.run(x(1));
    await ort.stop();
    const [after, again] = await Promise.all([model.run(x(1)), model.run(x(1))]);
    expect([after, again]).toEqual([before, before]);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
