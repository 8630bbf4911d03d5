/** @file Element by element, two values at a time. Shapes are broadcast as ONNX and NumPy do; gradients are summed back. */
import { invariant } from '#foundation/errors.ts';
import { isSameShape, type Shape, type Tensor } from '../graph/tensor.ts';

export function add(a: Tensor, b: Tensor): Tensor {
  return a.graph.record(pair('Add', a, b), [a, b], (slope) => [fold(slope, a), fold(slope, b)]);
}

export function subtract(a: Tensor, b: Tensor): Tensor {
  return a.graph.record(pair('Sub', a, b), [a, b], (slope) => [
    fold(slope, a),
    b.isLearned ? fold(a.graph.emit('Neg', [slope], slope.shape), b) : undefined,
  ]);
}

export function multiply(a: Tensor, b: Tensor): Tensor {
  return a.graph.record(pair('Mul', a, b), [a, b], (slope) => [
    a.isLearned ? fold(pair('Mul', slope, b), a) : undefined,
    b.isLearned ? fold(pair('Mul', slope, a), b) : undefined,
  ]);
}

export function divide(a: Tensor, b: Tensor): Tensor {
  const quotient = pair('Div', a, b);
  return a.graph.record(quotient, [a, b], (slope) => {
    const byA = pair('Div', slope, b);
    const byB = () => a.graph.emit('Neg', [pair('Mul', byA, quotient)], byA.shape);
    return [a.isLearned ? fold(byA, a) : undefined, b.isLearned ? fold(byB(), b) : undefined];
  });
}

/** The smaller of two values; where they are equal the gradient goes to `a`. */
export function minimum(a: Tensor, b: Tensor): Tensor {
  return chosen('Min', 'LessOrEqual', a, b);
}

/** The larger of two values; where they are equal the gradient goes to `a`. */
export function maximum(a: Tensor, b: Tensor): Tensor {
  return chosen('Max', 'GreaterOrEqual', a, b);
}

export function scale(a: Tensor, factor: number): Tensor {
  return multiply(a, a.graph.scalar(factor));
}

export function shift(a: Tensor, by: number): Tensor {
  return add(a, a.graph.scalar(by));
}

/** A node of two values, not recorded: for gradients. */
export function pair(operator: string, a: Tensor, b: Tensor): Tensor {
  return a.graph.emit(operator, [a, b], broadcast(a.shape, b.shape));
}

/** Sums a gradient over the axes along which `target` was repeated. */
function fold(slope: Tensor, target: Tensor): Tensor | undefined {
  if (!target.isLearned) return undefined;
  if (isSameShape(slope.shape, target.shape)) return slope;
  const { graph } = target;
  const lead = slope.rank - target.rank;
  const axes = slope.shape.flatMap((size, axis) => {
    const own = axis < lead ? undefined : target.shape[axis - lead];
    return own === undefined || (own === 1 && size !== 1) ? [axis] : [];
  });
  const kept = slope.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const sum = axes.length
    ? graph.emit('ReduceSum', [slope, graph.integers(axes)], kept, { attributes: { keepdims: { int: 1 } } })
    : slope;
  if (isSameShape(kept, target.shape)) return sum;
  return graph.emit('Reshape', [sum, graph.integers(target.shape)], target.shape);
}

function chosen(operator: string, isFirst: string, a: Tensor, b: Tensor): Tensor {
  const { graph } = a;
  return graph.record(pair(operator, a, b), [a, b], (slope) => {
    const test = graph.emit(isFirst, [a, b], slope.shape, { type: 'bool' });
    const first = graph.emit('Cast', [test], slope.shape, { type: 'float32', attributes: { to: { int: 1 } } });
    const toA = pair('Mul', slope, first);
    return [fold(toA, a), b.isLearned ? fold(pair('Sub', slope, toA), b) : undefined];
  });
}

function broadcast(a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const [x, y] = [a[axis - rank + a.length] ?? 1, b[axis - rank + b.length] ?? 1];
    invariant(x === y || x === 1 || y === 1, `shapes go together: [${a}] and [${b}]`);
    return Math.max(x, y);
  });
}
