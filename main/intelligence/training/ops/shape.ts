/** @file The same numbers in another arrangement. */
import { invariant } from '#foundation/errors.ts';
import { type Shape, sizeOf, type Tensor } from '../graph/tensor.ts';

export function reshape(a: Tensor, shape: Shape): Tensor {
  const { graph } = a;
  invariant(a.size === sizeOf(shape), `[${a.shape}] holds as many numbers as [${shape}]`);
  return graph.record(graph.emit('Reshape', [a, graph.integers(shape)], shape), [a], (slope) => [
    graph.emit('Reshape', [slope, graph.integers(a.shape)], a.shape),
  ]);
}

/** Axis i of the result is axis `order[i]` of `a`. */
export function transpose(a: Tensor, order: readonly number[]): Tensor {
  const { graph } = a;
  const back = order.map((_, axis) => order.indexOf(axis));
  const shape = order.map((axis) => a.shape[axis] as number);
  const turned = graph.emit('Transpose', [a], shape, { attributes: { perm: { ints: order } } });
  return graph.record(turned, [a], (slope) => [
    graph.emit('Transpose', [slope], a.shape, { attributes: { perm: { ints: back } } }),
  ]);
}

/** From `start` up to, but not including, `end` along one axis. */
export function slice(a: Tensor, axis: number, start: number, end: number): Tensor {
  const { graph } = a;
  return graph.record(cut(a, axis, start, end), [a], (slope) => {
    const around = new Array<number>(2 * a.rank).fill(0);
    around[axis] = start;
    around[a.rank + axis] = (a.shape[axis] as number) - end;
    return [graph.emit('Pad', [slope, graph.integers(around)], a.shape)];
  });
}

export function concatenate(parts: readonly Tensor[], axis: number): Tensor {
  const [first] = parts;
  invariant(first, 'there is something to put together');
  const total = parts.reduce((sum, part) => sum + (part.shape[axis] as number), 0);
  const shape = first.shape.map((size, at) => (at === axis ? total : size));
  const whole = first.graph.emit('Concat', parts, shape, { attributes: { axis: { int: axis } } });
  return first.graph.record(whole, parts, (slope) => {
    let start = 0;
    return parts.map((part) => {
      const end = start + (part.shape[axis] as number);
      const own = part.isLearned ? cut(slope, axis, start, end) : undefined;
      start = end;
      return own;
    });
  });
}

/** A piece along one axis, not recorded: for gradients. */
export function cut(a: Tensor, axis: number, start: number, end: number): Tensor {
  const { graph } = a;
  const shape = a.shape.map((size, at) => (at === axis ? end - start : size));
  return graph.emit('Slice', [a, graph.integers([start]), graph.integers([end]), graph.integers([axis])], shape);
}
