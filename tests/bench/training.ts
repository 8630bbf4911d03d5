/**
 * @file How fast the training engine learns: steps a second of a network 256-512-512-1 on batches of 64, forwards, backwards and
 * AdamW, on one thread. The reference, measured in the same run, is the same step without the engine: an ONNX graph listed
 * node by node, the same session options, Adam in a bare loop. Rounds of both alternate and the quietest of each counts.
 */

import { SeededRandom } from '#foundation/seeded-random.ts';
import { OrtSession, type OrtTensor } from '#intelligence/models/ort-session.ts';
import type { Graph } from '#intelligence/training/graph/graph.ts';
import { encodeOnnx, type OnnxNode } from '#intelligence/training/onnx/onnx-model.ts';
import { relu } from '#intelligence/training/ops/elementwise.ts';
import { binaryCrossEntropy } from '#intelligence/training/ops/probability.ts';
import { linear } from '#intelligence/training/ops/products.ts';
import { AdamW } from '#intelligence/training/optimiser/adamw.ts';
import { constantRate } from '#intelligence/training/optimiser/schedule.ts';
import { learn } from '#intelligence/training/run/learn.ts';
import { openTrainingStep } from '#intelligence/training/run/open-training-step.ts';
import { LocalControl } from '#intelligence/training/run/training-control.ts';
import type { Figure, Measuring } from './safety.ts';

const [batch, width, hidden] = [64, 256, 512];
const layers = [
  { name: '1', k: width, n: hidden },
  { name: '2', k: hidden, n: hidden },
  { name: '3', k: hidden, n: 1 },
];
const rate = 1e-3;

/** Measures the training engine. Takes about twenty seconds, quick about five. */
export async function measureTraining({
  quick,
  seed,
}: Measuring): Promise<Record<string, Omit<Figure, 'goal' | 'holds'> & Partial<Figure>>> {
  const [engine, bare] = [await engineSteps(seed), await bareSteps(seed)];
  const steps = quick ? 60 : 200;
  const rounds = quick ? 6 : 12;
  const best = { engine: 0, bare: 0 };
  for (let round = 0; round < rounds; round++) {
    best.engine = Math.max(best.engine, await speedOf(engine, steps));
    best.bare = Math.max(best.bare, await speedOf(bare, steps));
  }
  const ratio = best.engine / best.bare;
  return {
    'training.mlp.steps': { value: best.engine, unit: 'steps/s' },
    'training.mlp.bare': { value: best.bare, unit: 'steps/s, bare loop' },
    'training.mlp.ratio': { value: ratio, unit: 'of the bare loop', goal: 'at least 0.8', holds: ratio >= 0.8 },
  };
}

async function speedOf(run: (steps: number) => Promise<void>, steps: number): Promise<number> {
  const began = performance.now();
  await run(steps);
  return (1000 * steps) / (performance.now() - began);
}

async function engineSteps(seed: number) {
  const random = new SeededRandom(seed);
  const step = await openTrainingStep((graph: Graph) => {
    const outputs = layers.reduce(
      (x, { name, k, n }, at) => {
        const w = graph.parameter(`w${name}`, [k, n], { spread: Math.sqrt(1 / k) });
        const y = linear(x, w, graph.parameter(`b${name}`, [n], 'zeros'));
        return at < 2 ? relu(y) : y;
      },
      graph.input('x', [batch, width]),
    );
    return binaryCrossEntropy(outputs, graph.input('y', [batch, 1]));
  }, random);
  const { x, y } = batchOf(seed);
  (step.inputs.x as Float32Array).set(x);
  (step.inputs.y as Float32Array).set(y);
  const optimiser = new AdamW(step.weights, { decay: 0.01 });
  return async (steps: number) => {
    const course = { step, optimiser, rate: constantRate(rate), steps, seed, fill: () => {} };
    await learn(course, new LocalControl());
  };
}

async function bareSteps(seed: number) {
  const node = (operator: string, inputs: string[], output: string, attributes = {}): OnnxNode => ({
    operator,
    inputs,
    outputs: [output],
    attributes,
  });
  const turnedB = { transB: { int: 1 } };
  const turnedA = { transA: { int: 1 } };
  const keepNone = { keepdims: { int: 0 } };
  const nodes = [
    node('Gemm', ['x', 'w1', 'b1'], 'a1'),
    node('Relu', ['a1'], 'h1'),
    node('Gemm', ['h1', 'w2', 'b2'], 'a2'),
    node('Relu', ['a2'], 'h2'),
    node('Gemm', ['h2', 'w3', 'b3'], 'z'),
    node('Softplus', ['z'], 'soft'),
    node('Mul', ['z', 'y'], 'zy'),
    node('Sub', ['soft', 'zy'], 'each'),
    node('ReduceMean', ['each'], 'loss', keepNone),
    node('Sigmoid', ['z'], 'p'),
    node('Sub', ['p', 'y'], 'wrong'),
    node('Mul', ['wrong', 'share'], 'd3'),
    node('Gemm', ['h2', 'd3'], 'd.w3', turnedA),
    node('ReduceSum', ['d3', 'rows'], 'd.b3', keepNone),
    node('Gemm', ['d3', 'w3'], 'e2', turnedB),
    node('Sign', ['h2'], 's2'),
    node('Mul', ['e2', 's2'], 'd2'),
    node('Gemm', ['h1', 'd2'], 'd.w2', turnedA),
    node('ReduceSum', ['d2', 'rows'], 'd.b2', keepNone),
    node('Gemm', ['d2', 'w2'], 'e1', turnedB),
    node('Sign', ['h1'], 's1'),
    node('Mul', ['e1', 's1'], 'd1'),
    node('Gemm', ['x', 'd1'], 'd.w1', turnedA),
    node('ReduceSum', ['d1', 'rows'], 'd.b1', keepNone),
  ];
  const shapes: Record<string, number[]> = {};
  for (const { name, k, n } of layers) {
    shapes[`w${name}`] = [k, n];
    shapes[`b${name}`] = [n];
  }
  const float = (name: string, shape: number[]) => ({ name, type: 'float32', shape }) as const;
  const bytes = encodeOnnx({
    nodes,
    constants: [
      { ...float('share', []), data: Float32Array.of(1 / batch) },
      { name: 'rows', type: 'int64', shape: [1], data: BigInt64Array.of(0n) },
    ],
    inputs: [float('x', [batch, width]), float('y', [batch, 1]), ...Object.entries(shapes).map((e) => float(...e))],
    outputs: [float('loss', []), ...Object.entries(shapes).map(([name, shape]) => float(`d.${name}`, shape))],
  });
  const session = await OrtSession.open(bytes, 'bare');
  const random = new SeededRandom(seed);
  const tensor = (shape: readonly number[], data: Float32Array<ArrayBuffer>): OrtTensor => ({
    type: 'float32',
    shape,
    data,
  });
  const { x, y } = batchOf(seed);
  const given: Record<string, OrtTensor> = { x: tensor([batch, width], x), y: tensor([batch, 1], y) };
  const taken: Record<string, OrtTensor> = { loss: tensor([], new Float32Array(1)) };
  const learned = Object.entries(shapes).map(([name, shape]) => {
    const size = shape.reduce((a, b) => a * b, 1);
    const spread = shape.length > 1 ? Math.sqrt(1 / shape[0]!) : 0;
    const weights = Float32Array.from({ length: size }, () => spread && random.normal() * spread);
    const gradient = new Float32Array(size);
    given[name] = tensor(shape, weights);
    taken[`d.${name}`] = tensor(shape, gradient);
    return { weights, gradient, mean: new Float32Array(size), square: new Float32Array(size) };
  });
  const run = session.fixed(given, taken);
  let t = 0;
  return async (steps: number) => {
    for (let step = 0; step < steps; step++) {
      await run();
      t += 1;
      for (const { weights, gradient, mean, square } of learned) adam(weights, gradient, mean, square, t);
    }
  };
}

function adam(w: Float32Array, g: Float32Array, m: Float32Array, v: Float32Array, t: number): void {
  const [c1, c2] = [1 / (1 - 0.9 ** t), 1 / (1 - 0.999 ** t)];
  for (let at = 0; at < w.length; at++) {
    const slope = g[at]!;
    const mean = 0.9 * m[at]! + 0.1 * slope;
    const square = 0.999 * v[at]! + 0.001 * slope * slope;
    m[at] = mean;
    v[at] = square;
    w[at]! -= (rate * mean * c1) / (Math.sqrt(square * c2) + 1e-8);
  }
}

function batchOf(seed: number) {
  const random = new SeededRandom(seed + 1);
  return {
    x: Float32Array.from({ length: batch * width }, () => random.normal()),
    y: Float32Array.from({ length: batch }, () => random.below(2)),
  };
}
