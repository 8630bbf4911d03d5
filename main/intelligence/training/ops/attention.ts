import type { Tensor } from '../graph/tensor.ts';
import { add, pair, scale } from './arithmetic.ts';
import { softmax } from './probability.ts';
import { multiplyBatches } from './products.ts';
import { cut } from './shape.ts';

/** softmax(q kᵀ / √d + mask) v for q, k, v of [..., length, d] (Vaswani et al. 2017). `mask` is broadcast to [..., length, length]. */
export function attend(q: Tensor, k: Tensor, v: Tensor, mask?: Tensor): Tensor {
  const scores = scale(multiplyBatches(q, k, { b: true }), 1 / Math.sqrt(q.shape.at(-1) as number));
  return multiplyBatches(softmax(mask ? add(scores, mask) : scores), v);
}

/** What keeps a place from looking at later ones: 0, or -10⁹ where it must not look; [length, length]. */
export function causalMask(length: number): Float32Array {
  return Float32Array.from({ length: length * length }, (_, at) => (at % length > Math.floor(at / length) ? -1e9 : 0));
}

/** Cosines and sines of rotary positions, [length, d] each, in halves (Su et al. 2021, in the arrangement of GPT-NeoX). */
export function rotaryTables(length: number, d: number, base = 10_000) {
  const angle = (at: number) => Math.floor(at / d) / base ** ((2 * ((at % d) % (d / 2))) / d);
  return {
    cosines: Float32Array.from({ length: length * d }, (_, at) => Math.cos(angle(at))),
    sines: Float32Array.from({ length: length * d }, (_, at) => Math.sin(angle(at))),
  };
}

/** Turns each pair (i, i + d/2) of x [..., length, d] by the angle of its place. */
export function rotate(x: Tensor, cosines: Tensor, sines: Tensor): Tensor {
  const { graph } = x;
  const axis = x.rank - 1;
  const d = x.shape[axis] as number;
  const halves = (a: Tensor) => [cut(a, axis, 0, d / 2), cut(a, axis, d / 2, d)] as const;
  const joined = (a: Tensor, b: Tensor) =>
    graph.emit('Concat', [a, b], x.shape, { attributes: { axis: { int: axis } } });
  const minus = (a: Tensor) => graph.emit('Neg', [a], a.shape);
  const [first, second] = halves(x);
  const turned = pair('Add', pair('Mul', x, cosines), pair('Mul', joined(minus(second), first), sines));
  return graph.record(turned, [x], (slope) => {
    const [a, b] = halves(pair('Mul', slope, sines));
    return [pair('Add', pair('Mul', slope, cosines), joined(b, minus(a)))];
  });
}
