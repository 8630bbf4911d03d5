import type { Tensor } from '../graph/tensor.ts';
import { scale } from './arithmetic.ts';
import { reshape } from './shape.ts';

/** The sum along `axes`, which stay with size 1. */
export function sum(a: Tensor, axes: readonly number[]): Tensor {
  const { graph } = a;
  const shape = a.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const total = graph.emit('ReduceSum', [a, graph.integers(axes)], shape, { attributes: { keepdims: { int: 1 } } });
  return graph.record(total, [a], (slope) => [graph.emit('Expand', [slope, graph.integers(a.shape)], a.shape)]);
}

/** The mean along `axes`, which stay with size 1. */
export function mean(a: Tensor, axes: readonly number[]): Tensor {
  return scale(
    sum(a, axes),
    axes.reduce((factor, axis) => factor / (a.shape[axis] as number), 1),
  );
}

/** The sum of everything as one number of shape []. */
export function sumAll(a: Tensor): Tensor {
  return reshape(
    sum(
      a,
      a.shape.map((_, axis) => axis),
    ),
    [],
  );
}

/** The mean of everything as one number of shape []. */
export function meanAll(a: Tensor): Tensor {
  return scale(sumAll(a), 1 / a.size);
}
