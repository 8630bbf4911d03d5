import type { Tensor } from '../graph/tensor.ts';
import { divide, multiply, pair, shift } from './arithmetic.ts';
import { sqrt } from './elementwise.ts';
import { sum } from './reduce.ts';

/** x over the root of its mean square along the last axis, times `gain` [d] (Zhang and Sennrich 2019). */
export function rmsNorm(x: Tensor, gain: Tensor, epsilon = 1e-6): Tensor {
  return multiply(unitMeanSquare(x, epsilon), gain);
}

/** x over its length along the last axis. */
export function unitLength(x: Tensor, epsilon = 1e-12): Tensor {
  const squares = sum(multiply(x, x), [x.rank - 1]);
  return divide(x, sqrt(shift(squares, epsilon)));
}

function unitMeanSquare(x: Tensor, epsilon: number): Tensor {
  const { graph } = x;
  const shape = [...x.shape.slice(0, -1), 1];
  const axes = graph.integers([x.rank - 1]);
  const mean = (a: Tensor) => graph.emit('ReduceMean', [a, axes], shape, { attributes: { keepdims: { int: 1 } } });
  const root = graph.emit('Sqrt', [pair('Add', mean(pair('Mul', x, x)), graph.scalar(epsilon))], shape);
  const unit = pair('Div', x, root);
  return graph.record(unit, [x], (slope) => {
    const along = mean(pair('Mul', slope, unit));
    return [pair('Div', pair('Sub', slope, pair('Mul', unit, along)), root)];
  });
}
