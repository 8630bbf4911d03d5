/**
 * @file The encoder's network. A word is the sum of its rows; two layers make a meaning of it and a gate that says how much
 * it matters; a sentence adds up what its words say, apart from what it denies; a last layer joins both to one direction.
 *
 * Layers for each word rather than for the sum keep words apart that share pieces, and let a word nobody has taught come to nothing.
 */
import type { Graph } from '#intelligence/training/graph/graph.ts';
import type { Tensor } from '#intelligence/training/graph/tensor.ts';
import { add, multiply } from '#intelligence/training/ops/arithmetic.ts';
import { relu, sigmoid } from '#intelligence/training/ops/elementwise.ts';
import { unitLength } from '#intelligence/training/ops/norm.ts';
import { concatenate } from '#intelligence/training/ops/shape.ts';

export const tableWidth = 96;
export const dimensions = 256;
const hidden = 256;

/** How two matrices are multiplied: by shape-bound Gemm while learning, by MatMul where sizes are open. */
export type Multiply = (a: Tensor, b: Tensor) => Tensor;

/** Unit vectors [sentences, dimensions] of bags [words, tableWidth], said and denied [sentences, words]. */
export function encodeSentences(
  graph: Graph,
  { bags, said, denied }: { readonly bags: Tensor; readonly said: Tensor; readonly denied: Tensor },
  times: Multiply,
): Tensor {
  const layer = (x: Tensor, name: string, k: number, n: number, gain = 1) =>
    add(
      times(x, graph.parameter(`${name}.weight`, [k, n], { spread: gain / Math.sqrt(k) })),
      graph.parameter(`${name}.bias`, [n], 'zeros'),
    );
  const inner = relu(layer(bags, 'word', tableWidth, hidden, 1.4));
  const gate = sigmoid(layer(inner, 'gate', hidden, 1));
  const meaning = multiply(layer(inner, 'meaning', hidden, dimensions), gate);
  const yes = times(said, meaning);
  const no = times(denied, meaning);
  const both = concatenate([yes, no], 1);
  const mixed = relu(layer(unitLength(both, 1e-6), 'mix', 2 * dimensions, hidden));
  const sum = add(
    add(unitLength(yes, 1e-6), times(no, graph.parameter('away', [dimensions, dimensions], { spread: 0.02 }))),
    layer(mixed, 'last', hidden, dimensions, 0.3),
  );
  return unitLength(sum, 1e-9);
}
