import { Graph } from '../graph/graph.ts';
import type { Weights } from '../graph/weights.ts';

/** An inference model: what `build` writes, with the weights as constants. */
export function exportOnnx(build: (graph: Graph) => void, weights: Weights): Uint8Array<ArrayBuffer> {
  const graph = new Graph(weights);
  build(graph);
  return graph.toOnnx();
}
