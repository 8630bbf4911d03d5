import type { Graph } from '../graph/graph.ts';
import type { Tensor } from '../graph/tensor.ts';
import { relu } from '../ops/elementwise.ts';
import { linear } from '../ops/products.ts';

export interface ClassifierShape {
  /** Numbers of one example. */
  readonly width: number;
  /** Units between; 0 for a classifier of one layer. */
  readonly hidden: number;
  readonly classes: number;
}

/** Logits [n, classes] of examples [n, width]. */
export function classify(graph: Graph, x: Tensor, { width, hidden, classes }: ClassifierShape): Tensor {
  const layer = (from: Tensor, name: string, k: number, n: number) =>
    linear(
      from,
      graph.parameter(`${name}.weight`, [k, n], { spread: Math.sqrt(1 / k) }),
      graph.parameter(`${name}.bias`, [n], 'zeros'),
    );
  if (hidden === 0) return layer(x, 'last', width, classes);
  return layer(relu(layer(x, 'first', width, hidden)), 'last', hidden, classes);
}
