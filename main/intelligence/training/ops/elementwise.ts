/** @file Functions of one number, element by element. */
import type { Tensor } from '../graph/tensor.ts';
import { maximum, minimum, pair } from './arithmetic.ts';

export function negate(a: Tensor): Tensor {
  return a.graph.record(a.graph.emit('Neg', [a], a.shape), [a], (slope) => [a.graph.emit('Neg', [slope], a.shape)]);
}

/** max(x, 0); its slope at 0 is 0. */
export function relu(a: Tensor): Tensor {
  return single('Relu', a, (slope, value) => pair('Mul', slope, a.graph.emit('Sign', [value], value.shape)));
}

export function sigmoid(a: Tensor): Tensor {
  return single('Sigmoid', a, (slope, value) => pair('Mul', slope, pair('Sub', value, pair('Mul', value, value))));
}

export function tanh(a: Tensor): Tensor {
  return single('Tanh', a, (slope, value) => pair('Sub', slope, pair('Mul', slope, pair('Mul', value, value))));
}

export function exp(a: Tensor): Tensor {
  return single('Exp', a, (slope, value) => pair('Mul', slope, value));
}

export function log(a: Tensor): Tensor {
  return single('Log', a, (slope) => pair('Div', slope, a));
}

export function sqrt(a: Tensor): Tensor {
  return single('Sqrt', a, (slope, value) => pair('Div', pair('Mul', slope, a.graph.scalar(0.5)), value));
}

/** |x|; its slope at 0 is 0. */
export function absolute(a: Tensor): Tensor {
  return single('Abs', a, (slope) => pair('Mul', slope, a.graph.emit('Sign', [a], a.shape)));
}

/** ln(1 + e^x), without overflow. */
export function softplus(a: Tensor): Tensor {
  return single('Softplus', a, (slope) => pair('Mul', slope, a.graph.emit('Sigmoid', [a], a.shape)));
}

/** x times its sigmoid (Elfwing, Uchibe and Doya 2018). */
export function silu(a: Tensor): Tensor {
  const { graph } = a;
  const gate = graph.emit('Sigmoid', [a], a.shape);
  const value = pair('Mul', a, gate);
  return graph.record(value, [a], (slope) => {
    const rest = pair('Mul', value, pair('Sub', graph.scalar(1), gate));
    return [pair('Mul', slope, pair('Add', gate, rest))];
  });
}

/** x held between two bounds; outside them the gradient is 0. */
export function clip(a: Tensor, from: number, to: number): Tensor {
  return minimum(maximum(a, a.graph.scalar(from)), a.graph.scalar(to));
}

/** The same value, through which no gradient passes. */
export function stopGradient(a: Tensor): Tensor {
  return a.graph.emit('Identity', [a], a.shape);
}

function single(operator: string, a: Tensor, backward: (slope: Tensor, value: Tensor) => Tensor): Tensor {
  const value = a.graph.emit(operator, [a], a.shape);
  return a.graph.record(value, [a], (slope) => [backward(slope, value)]);
}
