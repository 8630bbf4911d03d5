/** @file Products of matrices. Those of two dimensions go through Gemm, which turns its factors without copying them. */
import { invariant } from '#foundation/errors.ts';
import type { Shape, Tensor } from '../graph/tensor.ts';
import { reshape } from './shape.ts';

/** Which factors are turned (transposed) first. */
export interface Turned {
  readonly a?: boolean;
  readonly b?: boolean;
}

/** [m, k] times [k, n]. */
export function multiplyMatrices(a: Tensor, b: Tensor, turned: Turned = {}): Tensor {
  return product(a, b, turned, gemm, 2);
}

/** [..., m, k] times [..., k, n], with the same leading sizes. */
export function multiplyBatches(a: Tensor, b: Tensor, turned: Turned = {}): Tensor {
  invariant(a.rank === b.rank, 'batches of matrices have the same number of axes');
  return product(a, b, turned, batched, a.rank);
}

/** x [..., k] times w [k, n], plus a bias [n] if there is one. */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  const [k, n] = weight.shape as readonly [number, number];
  const rows = x.rank === 2 ? x : reshape(x, [x.size / k, k]);
  const value = bias ? biased(rows, weight, bias) : multiplyMatrices(rows, weight);
  return x.rank === 2 ? value : reshape(value, [...x.shape.slice(0, -1), n]);
}

function biased(x: Tensor, weight: Tensor, bias: Tensor): Tensor {
  const { graph } = x;
  const shape = [x.shape[0] as number, weight.shape[1] as number];
  return graph.record(graph.emit('Gemm', [x, weight, bias], shape), [x, weight, bias], (slope) => [
    x.isLearned ? gemm(slope, weight, false, true) : undefined,
    weight.isLearned ? gemm(x, slope, true, false) : undefined,
    bias.isLearned
      ? graph.emit('ReduceSum', [slope, graph.integers([0])], bias.shape, { attributes: { keepdims: { int: 0 } } })
      : undefined,
  ]);
}

type Product = (a: Tensor, b: Tensor, isATurned: boolean, isBTurned: boolean) => Tensor;

function product(a: Tensor, b: Tensor, turned: Turned, of: Product, rank: number): Tensor {
  invariant(a.rank === rank && b.rank === rank, `both factors have ${rank} axes: [${a.shape}], [${b.shape}]`);
  const { a: ta = false, b: tb = false } = turned;
  const inner = a.shape.at(ta ? -2 : -1);
  invariant(inner === b.shape.at(tb ? -1 : -2), `factors fit: [${a.shape}], [${b.shape}]`);
  return a.graph.record(of(a, b, ta, tb), [a, b], (slope) => [
    a.isLearned ? (ta ? of(b, slope, tb, true) : of(slope, b, false, !tb)) : undefined,
    b.isLearned ? (tb ? of(slope, a, true, ta) : of(a, slope, !ta, false)) : undefined,
  ]);
}

function gemm(a: Tensor, b: Tensor, ta: boolean, tb: boolean): Tensor {
  return a.graph.emit('Gemm', [a, b], productShape(a, b, ta, tb), {
    attributes: { transA: { int: ta ? 1 : 0 }, transB: { int: tb ? 1 : 0 } },
  });
}

function batched(a: Tensor, b: Tensor, ta: boolean, tb: boolean): Tensor {
  return a.graph.emit('MatMul', [ta ? turn(a) : a, tb ? turn(b) : b], productShape(a, b, ta, tb));
}

function productShape(a: Tensor, b: Tensor, ta: boolean, tb: boolean): Shape {
  return [...a.shape.slice(0, -2), a.shape.at(ta ? -1 : -2) as number, b.shape.at(tb ? -2 : -1) as number];
}

function turn(a: Tensor): Tensor {
  const order = a.shape.map((_, axis) => axis);
  order.push(...order.splice(-2).reverse());
  const shape = order.map((axis) => a.shape[axis] as number);
  return a.graph.emit('Transpose', [a], shape, { attributes: { perm: { ints: order } } });
}
