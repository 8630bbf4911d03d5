/** @file Softmax and the losses made of it. All work on the last axis and without overflow. */
import { invariant } from '#foundation/errors.ts';
import type { Tensor } from '../graph/tensor.ts';
import { multiply, pair, subtract } from './arithmetic.ts';
import { softplus } from './elementwise.ts';
import { meanAll } from './reduce.ts';

const last = { axis: { int: -1 } };

export function softmax(a: Tensor): Tensor {
  const { graph } = a;
  const shares = graph.emit('Softmax', [a], a.shape, { attributes: last });
  return graph.record(shares, [a], (slope) => [
    pair('Mul', shares, pair('Sub', slope, lastSum(pair('Mul', slope, shares)))),
  ]);
}

export function logSoftmax(a: Tensor): Tensor {
  const { graph } = a;
  const logs = graph.emit('LogSoftmax', [a], a.shape, { attributes: last });
  return graph.record(logs, [a], (slope) => {
    const shares = graph.emit('Exp', [logs], a.shape);
    return [pair('Sub', slope, pair('Mul', shares, lastSum(slope)))];
  });
}

/**
 * Mean of -ln(probability of the label) over the rows of `logits` [n, v]; `labels` are int32 [n].
 *
 * With `weights` [n] it is the weighted sum instead: weights that add up to 1 give a mean, 0 leaves a row out.
 */
export function crossEntropy(logits: Tensor, labels: Tensor, weights?: Tensor): Tensor {
  const { graph } = logits;
  const [n] = logits.shape as readonly [number, number];
  invariant(logits.rank === 2 && labels.size === n, 'each row of logits has a label');
  const column = (a: Tensor) => graph.emit('Reshape', [a, graph.integers([n, 1])], [n, 1]);
  const logs = graph.emit('LogSoftmax', [logits], logits.shape, { attributes: last });
  const at = column(labels);
  const right = graph.emit('GatherElements', [logs, at], [n, 1], { attributes: { axis: { int: 1 } } });
  const share = weights ? column(weights) : graph.scalar(1 / n);
  const weighted = graph.emit('Neg', [pair('Mul', right, share)], [n, 1]);
  const loss = graph.emit('ReduceSum', [weighted, graph.integers([0, 1])], [], {
    attributes: { keepdims: { int: 0 } },
  });
  // (softmax - one at the label) times the row's share
  return graph.record(loss, [logits], (slope) => {
    const factor = pair('Mul', share, slope);
    const all = pair('Mul', graph.emit('Exp', [logs], logits.shape), factor);
    const less = graph.emit('Neg', [pair('Mul', factor, graph.constant(new Float32Array(n).fill(1), [n, 1]))], [n, 1]);
    return [
      graph.emit('ScatterElements', [all, at, less], logits.shape, {
        attributes: { axis: { int: 1 }, reduction: { string: 'add' } },
      }),
    ];
  });
}

/** Mean over the rows of -Σ target ln(softmax); `targets` [n, v] add up to 1 in each row. */
export function softCrossEntropy(logits: Tensor, targets: Tensor): Tensor {
  const rows = logits.size / (logits.shape.at(-1) as number);
  const { graph } = logits;
  const logs = graph.emit('LogSoftmax', [logits], logits.shape, { attributes: last });
  const axes = graph.integers(logits.shape.map((_, axis) => axis));
  const total = graph.emit('ReduceSum', [pair('Mul', logs, targets), axes], [], {
    attributes: { keepdims: { int: 0 } },
  });
  const loss = pair('Mul', total, graph.scalar(-1 / rows));
  return graph.record(loss, [logits], (slope) => {
    const shares = graph.emit('Exp', [logs], logits.shape);
    return [pair('Mul', pair('Sub', shares, targets), pair('Mul', slope, graph.scalar(1 / rows)))];
  });
}

/** Mean of the cross entropy of yes-or-no `targets`, 0 to 1, by logits of the same shape. */
export function binaryCrossEntropy(logits: Tensor, targets: Tensor): Tensor {
  return meanAll(subtract(softplus(logits), multiply(logits, targets)));
}

function lastSum(a: Tensor): Tensor {
  const axes = a.graph.integers([a.rank - 1]);
  return a.graph.emit('ReduceSum', [a, axes], [...a.shape.slice(0, -1), 1], { attributes: { keepdims: { int: 1 } } });
}
