import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import type { Graph } from '#intelligence/training/graph/graph.ts';
import type { Shape, Tensor } from '#intelligence/training/graph/tensor.ts';
import {
  add,
  divide,
  maximum,
  minimum,
  multiply,
  scale,
  shift,
  subtract,
} from '#intelligence/training/ops/arithmetic.ts';
import { attend, causalMask, rotaryTables, rotate } from '#intelligence/training/ops/attention.ts';
import {
  absolute,
  clip,
  exp,
  log,
  negate,
  relu,
  sigmoid,
  silu,
  softplus,
  sqrt,
  stopGradient,
  tanh,
} from '#intelligence/training/ops/elementwise.ts';
import { embed, pickColumns } from '#intelligence/training/ops/lookup.ts';
import { rmsNorm, unitLength } from '#intelligence/training/ops/norm.ts';
import {
  binaryCrossEntropy,
  crossEntropy,
  logSoftmax,
  softCrossEntropy,
  softmax,
} from '#intelligence/training/ops/probability.ts';
import { linear, multiplyBatches, multiplyMatrices } from '#intelligence/training/ops/products.ts';
import { mean, meanAll, sum, sumAll } from '#intelligence/training/ops/reduce.ts';
import { concatenate, reshape, slice, transpose } from '#intelligence/training/ops/shape.ts';
import { openTrainingStep } from '#intelligence/training/run/open-training-step.ts';
import { anyLoss, type GradientCase, worstGradientError } from './check-gradients.ts';

const spread = { spread: 1 };
const tolerance = 0.01;

/** A case of one parameter. */
const of = (shape: Shape, operation: (a: Tensor) => Tensor, more: Partial<GradientCase> = {}): GradientCase => ({
  build: (graph) => anyLoss(operation(graph.parameter('a', shape, spread))),
  ...more,
});
/** A case of two. */
const both = (
  a: Shape,
  b: Shape,
  operation: (a: Tensor, b: Tensor) => Tensor,
  more: Partial<GradientCase> = {},
): GradientCase => ({
  build: (graph) => anyLoss(operation(graph.parameter('a', a, spread), graph.parameter('b', b, spread))),
  ...more,
});
/** Away from where a function has a kink or ends: every weight at least `from` away from 0. */
const awayFromZero = (from: number, isPositive = false): Pick<GradientCase, 'place'> => ({
  place: (weights) => {
    for (const { data } of weights.values()) {
      for (const [at, value] of data.entries()) {
        const far = Math.abs(value) + from;
        data[at] = value < 0 && !isPositive ? -far : far;
      }
    }
  },
});

const cases: Readonly<Record<string, GradientCase>> = {
  add: both([3, 4], [4], add),
  subtract: both([2, 3, 4], [3, 1], subtract),
  multiply: both([3, 1], [1, 5], multiply),
  divide: both([3, 4], [3, 1], divide, awayFromZero(0.7)),
  minimum: both([4, 5], [4, 5], minimum, { stride: 1e-3, seed: 2 }),
  maximum: both([4, 5], [5], maximum, { stride: 1e-3, seed: 3 }),
  scale: of([5], (a) => scale(a, -2.5)),
  shift: of([5], (a) => multiply(shift(a, 3), a)),
  negate: of([3, 2], negate),
  relu: of([4, 6], relu, awayFromZero(0.1)),
  absolute: of([4, 6], absolute, awayFromZero(0.1)),
  sigmoid: of([4, 6], sigmoid),
  tanh: of([4, 6], tanh),
  exp: of([4, 6], exp),
  log: of([4, 6], log, awayFromZero(0.5, true)),
  sqrt: of([4, 6], sqrt, awayFromZero(0.5, true)),
  softplus: of([4, 6], softplus),
  silu: of([4, 6], silu),
  clip: of([4, 6], (a) => clip(a, -0.5, 0.8), { stride: 1e-3 }),
  reshape: of([4, 6], (a) => reshape(a, [3, 8])),
  transpose: of([2, 3, 4], (a) => transpose(a, [2, 0, 1])),
  slice: of([3, 7], (a) => slice(a, 1, 2, 5)),
  concatenate: both([2, 3], [2, 4], (a, b) => concatenate([a, b, a], 1)),
  'sum of axes': of([2, 3, 4], (a) => sum(a, [0, 2])),
  'mean of an axis': of([2, 3, 4], (a) => mean(a, [1])),
  'mean of all': { build: (graph) => meanAll(tanh(graph.parameter('a', [3, 4], spread))) },
  linear: {
    build: (graph) =>
      anyLoss(
        linear(
          graph.parameter('x', [2, 3, 4], spread),
          graph.parameter('w', [4, 5], spread),
          graph.parameter('b', [5], spread),
        ),
      ),
  },
  softmax: of([3, 5], softmax),
  'log softmax': of([3, 5], logSoftmax),
  'cross entropy': {
    build: (graph) => crossEntropy(graph.parameter('a', [4, 7], spread), graph.input('labels', [4], 'int32')),
    inputs: { labels: [6, 0, 3, 3] },
  },
  'cross entropy by weight': {
    build: (graph) =>
      crossEntropy(
        graph.parameter('a', [4, 7], spread),
        graph.input('labels', [4], 'int32'),
        graph.input('weights', [4]),
      ),
    inputs: { labels: [6, 0, 3, 3], weights: [0.5, 0.25, 0.25, 0] },
  },
  'cross entropy of shares': {
    build: (graph) => softCrossEntropy(graph.parameter('a', [2, 3], spread), graph.input('targets', [2, 3])),
    inputs: { targets: [0.2, 0.5, 0.3, 1, 0, 0] },
  },
  'cross entropy of yes and no': {
    build: (graph) => binaryCrossEntropy(graph.parameter('a', [5], spread), graph.input('targets', [5])),
    inputs: { targets: [0, 1, 1, 0.3, 0] },
  },
  'embed, a row twice': {
    build: (graph) => anyLoss(tanh(embed(graph.parameter('table', [6, 3], spread), graph.input('ids', [5], 'int32')))),
    inputs: { ids: [4, 1, 4, 0, 4] },
  },
  'pick columns': {
    build: (graph) => anyLoss(pickColumns(graph.parameter('a', [3, 5], spread), graph.input('at', [3], 'int32'))),
    inputs: { at: [4, 0, 2] },
  },
  'root mean square norm': both([3, 6], [6], rmsNorm),
  'unit length': of([3, 6], unitLength),
  'rotary positions': of([2, 4, 6], (a) => rotated(a)),
  attention: {
    build: (graph) => {
      const [q, k, v] = ['q', 'k', 'v'].map((name) => graph.parameter(name, [2, 2, 5, 4], spread)) as [
        Tensor,
        Tensor,
        Tensor,
      ];
      return anyLoss(attend(q, k, v, graph.constant(causalMask(5), [5, 5])));
    },
  },
};

function rotated(a: Tensor): Tensor {
  const { cosines, sines } = rotaryTables(4, 6);
  return rotate(a, a.graph.constant(cosines, [4, 6]), a.graph.constant(sines, [4, 6]));
}

describe('gradients', () => {
  it.each(Object.entries(cases))('of %s agree with differences of the loss', async (_, gradientCase) => {
    expect(await worstGradientError(gradientCase)).toBeLessThan(tolerance);
  });

  it('of products agree for every size and every way to turn the factors', async () => {
    const size = fc.integer({ min: 1, max: 5 });
    await fc.assert(
      fc.asyncProperty(size, size, size, fc.boolean(), fc.boolean(), fc.boolean(), async (m, k, n, a, b, isBatched) => {
        const lead = isBatched ? [2] : [];
        const product = isBatched ? multiplyBatches : multiplyMatrices;
        const shapes = [a ? [k, m] : [m, k], b ? [n, k] : [k, n]].map((shape) => [...lead, ...shape]) as unknown as [
          Shape,
          Shape,
        ];
        const error = await worstGradientError(both(...shapes, (x, y) => product(x, y, { a, b })));
        expect(error).toBeLessThan(tolerance);
      }),
      { numRuns: 12, seed: 4 },
    );
  });

  it('do not pass where they are stopped', async () => {
    const step = await openTrainingStep((graph) => {
      const a = graph.parameter('a', [3], spread);
      return sumAll(multiply(a, stopGradient(a)));
    }, new SeededRandom(1));
    await step.run();
    expect(step.gradients.get('a')).toEqual(step.weights.get('a')!.data);
    await step.close();
  });

  it('of a value used twice add up', async () => {
    const build = (graph: Graph) => {
      const a = graph.parameter('a', [3], spread);
      return anyLoss(add(multiply(a, a), sigmoid(a)));
    };
    expect(await worstGradientError({ build })).toBeLessThan(tolerance);
  });
});
