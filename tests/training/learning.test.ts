import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import { readArrays, writeArrays } from '#intelligence/training/checkpoint/safetensors.ts';
import type { Graph } from '#intelligence/training/graph/graph.ts';
import type { Weights } from '#intelligence/training/graph/weights.ts';
import { add } from '#intelligence/training/ops/arithmetic.ts';
import { relu } from '#intelligence/training/ops/elementwise.ts';
import { binaryCrossEntropy } from '#intelligence/training/ops/probability.ts';
import { multiplyMatrices } from '#intelligence/training/ops/products.ts';
import { AdamW } from '#intelligence/training/optimiser/adamw.ts';
import { constantRate, cosineRate } from '#intelligence/training/optimiser/schedule.ts';
import { type Course, learn } from '#intelligence/training/run/learn.ts';
import { openTrainingStep } from '#intelligence/training/run/open-training-step.ts';
import { LocalControl, type TrainingProgress } from '#intelligence/training/run/training-control.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-learning-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [rows, width, hidden] = [16, 6, 12];
const network = (graph: Graph) => {
  const x = graph.input('x', [rows, width]);
  const w1 = graph.parameter('w1', [width, hidden], { spread: 0.5 });
  const b1 = graph.parameter('b1', [hidden], 'zeros');
  const w2 = graph.parameter('w2', [hidden, 1], { spread: 0.3 });
  const logits = multiplyMatrices(relu(add(multiplyMatrices(x, w1), b1)), w2);
  return binaryCrossEntropy(logits, graph.input('y', [rows, 1]));
};
/** Whether the sum of the squares of a row is large. */
const fill: Course['fill'] = ({ x, y }, random) => {
  for (let row = 0; row < rows; row++) {
    let squares = 0;
    for (let at = 0; at < width; at++) {
      const value = random.normal();
      x![row * width + at] = value;
      squares += value * value;
    }
    y![row] = squares > width ? 1 : 0;
  }
};

async function course(more: Partial<Course> = {}): Promise<Course> {
  const step = await openTrainingStep(network, new SeededRandom(7));
  const optimiser = new AdamW(step.weights, { decay: 0.01, longest: 1 });
  return { step, optimiser, rate: cosineRate(1e-2, { steps: 40, warmUp: 5 }), steps: 40, fill, seed: 3, ...more };
}

const hashOf = (weights: Weights) => {
  const hash = createHash('sha256');
  for (const [name, { data }] of weights) hash.update(name).update(new Uint8Array(data.buffer));
  return hash.digest('hex');
};

/** Stops a training after so many steps. */
function stopAfter(steps: number): LocalControl {
  const cancel = new AbortController();
  return new LocalControl(({ step }) => step === steps && cancel.abort(), cancel.signal);
}

describe('a training', () => {
  it('lowers the loss', async () => {
    const losses = await learn(await course({ steps: 300, rate: constantRate(1e-2) }), new LocalControl());
    const mean = (part: readonly number[]) => part.reduce((sum, loss) => sum + loss, 0) / part.length;
    expect(losses).toHaveLength(300);
    expect(mean(losses.slice(-20))).toBeLessThan(mean(losses.slice(0, 20)) * 0.7);
  });

  it('ends with the same weights, bit for bit, whether or not it was cancelled and taken up again', async () => {
    const whole = await course();
    await learn(whole, new LocalControl());
    const file = path.join(folder, 'interrupted.safetensors');
    const checkpoint = { file, every: 6 };
    for (const at of [8, 9, 23]) {
      await expect(learn(await course({ checkpoint }), stopAfter(at))).rejects.toThrow('aborted');
    }
    const last = await course({ checkpoint });
    const losses = await learn(last, new LocalControl());
    expect(losses).toHaveLength(17);
    expect(hashOf(last.step.weights)).toBe(hashOf(whole.step.weights));
  });

  it('goes on from the last checkpoint when it was killed', async () => {
    const whole = await course();
    await learn(whole, new LocalControl());
    const file = path.join(folder, 'killed.safetensors');
    const kept = path.join(folder, 'kept.safetensors');
    const killed = new LocalControl(({ step }) => {
      if (step === 12) writeFileSync(kept, readFileSync(file));
    });
    await learn(await course({ checkpoint: { file, every: 6 } }), killed);
    const last = await course({ checkpoint: { file: kept, every: 6 } });
    expect(await learn(last, killed)).toHaveLength(28);
    expect(hashOf(last.step.weights)).toBe(hashOf(whole.step.weights));
  });

  it('in several batches for one step moves as one in a single larger batch does', async () => {
    const small = await course({ batches: 2, steps: 1, rate: constantRate(1e-3) });
    await learn(small, new LocalControl());
    const random = new SeededRandom(3);
    const { step, optimiser } = await course();
    const sum = new Map([...step.gradients].map(([name, { length }]) => [name, new Float32Array(length)]));
    for (let batch = 0; batch < 2; batch++) {
      fill(step.inputs, random);
      await step.run();
      for (const [name, total] of sum) {
        for (const [at, slope] of step.gradients.get(name)!.entries()) total[at]! += slope / 2;
      }
    }
    optimiser.step(sum, 1e-3);
    expect(hashOf(small.step.weights)).toBe(hashOf(step.weights));
  });

  it('waits while paused, puts its state by, and tells every step', async () => {
    const told: TrainingProgress[] = [];
    const file = path.join(folder, 'paused.safetensors');
    const control = new LocalControl((progress) => {
      told.push(progress);
      if (progress.step === 10) control.pause();
    });
    const done = learn(await course({ checkpoint: { file, every: 1000 } }), control);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told).toHaveLength(10);
    expect(readArrays(file).words.steps).toBe('10');
    control.resume();
    await done;
    expect(told.at(-1)).toMatchObject({ step: 40, of: 40 });
    expect(told.every(({ loss, gradient }) => loss > 0 && gradient > 0)).toBe(true);
  });

  it('refuses a checkpoint of another model, and a damaged one', async () => {
    const file = path.join(folder, 'other.safetensors');
    await learn(await course({ checkpoint: { file, every: 1000 }, steps: 1 }), new LocalControl());
    const bytes = readFileSync(file);
    const { arrays, words } = readArrays(file);
    writeArrays(file, { arrays: new Map([...arrays].slice(1)), words });
    await expect(learn(await course({ checkpoint: { file, every: 1 } }), new LocalControl())).rejects.toMatchObject({
      code: 'training.other-model',
    });
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(file, bytes);
    const refused = { code: 'training.damaged', facts: { file, detail: 'the checksum differs' } };
    await expect(learn(await course({ checkpoint: { file, every: 1 } }), new LocalControl())).rejects.toMatchObject(
      refused,
    );
    writeFileSync(file, bytes.subarray(0, 40));
    expect(() => readArrays(file)).toThrow('training.damaged');
    expect(existsSync(`${file}.part`) || readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false);
  });
});

describe('AdamW', () => {
  const weights = () => new Map([['w', { shape: [1, 2], data: Float32Array.of(1, -2) }]]);

  it('takes the steps worked by hand', () => {
    const one = weights();
    const optimiser = new AdamW(one, { decay: 0.1 });
    optimiser.step(new Map([['w', Float32Array.of(0.5, -4)]]), 0.01);
    // first step: mean / (1 - beta1) is the gradient, the root of the square too, so each moves by the rate against its sign
    expect(one.get('w')!.data[0]).toBeCloseTo(1 - 0.01 * 0.1 * 1 - 0.01, 7);
    expect(one.get('w')!.data[1]).toBeCloseTo(-2 + 0.01 * 0.1 * 2 + 0.01, 7);
    const before = one.get('w')!.data[0]!;
    optimiser.step(new Map([['w', Float32Array.of(-0.25, 0)]]), 0.01);
    const mean = (0.9 * 0.1 * 0.5 - 0.1 * 0.25) / (1 - 0.9 ** 2);
    const square = (0.999 * 0.001 * 0.25 + 0.001 * 0.0625) / (1 - 0.999 ** 2);
    expect(one.get('w')!.data[0]).toBeCloseTo(before * (1 - 0.001) - (0.01 * mean) / Math.sqrt(square), 6);
  });

  it('shortens a gradient that is too long, all parameters together', () => {
    const [clipped, short] = [weights(), weights()];
    const length = new AdamW(clipped, { longest: 1, epsilon: 1 }).step(new Map([['w', Float32Array.of(3, 4)]]), 0.1);
    new AdamW(short, { epsilon: 1 }).step(new Map([['w', Float32Array.of(0.6, 0.8)]]), 0.1);
    expect(length).toBe(5);
    expect(clipped.get('w')!.data[0]).toBeCloseTo(short.get('w')!.data[0]!, 6);
    expect(clipped.get('w')!.data[1]).toBeCloseTo(short.get('w')!.data[1]!, 6);
  });

  it('does not wear down what has one axis', () => {
    const bias = new Map([['b', { shape: [1], data: Float32Array.of(1) }]]);
    new AdamW(bias, { decay: 0.5 }).step(new Map([['b', Float32Array.of(0)]]), 0.1);
    expect(bias.get('b')!.data[0]).toBe(1);
  });
});

describe('a schedule', () => {
  it('warms up in a straight line and comes down along half a cosine', () => {
    const rate = cosineRate(1, { steps: 110, warmUp: 10, floor: 0.1 });
    expect([0, 4, 9, 10].map(rate)).toEqual([0.1, 0.5, 1, 1]);
    expect(rate(60)).toBeCloseTo(0.55, 12);
    expect(rate(110)).toBeCloseTo(0.1, 12);
    expect(rate(1000)).toBeCloseTo(0.1, 12);
    expect([0, 1, 2].map(constantRate(2, { warmUp: 2 }))).toEqual([1, 2, 2]);
  });
});
