import type { Graph } from '#intelligence/training/graph/graph.ts';
import type { Weights } from '#intelligence/training/graph/weights.ts';
import { rewriteToInt8 } from '#intelligence/training/int8/rewrite-to-int8.ts';
import { multiplyBatches } from '#intelligence/training/ops/products.ts';
import { exportOnnx } from '#intelligence/training/run/export-onnx.ts';
import { dimensions, encodeSentences, tableWidth } from './encoder-network.ts';
import { featureRows } from './text/word-features.ts';

/** The encoder as an ONNX model over `EncoderInputs`, in float32 and with its table in int8. */
export function exportEncoder(weights: Weights): { readonly whole: Uint8Array; readonly small: Uint8Array } {
  const whole = exportOnnx(network, weights);
  // the products are a tenth of the size and a hundredth of the time: they stay exact
  return { whole, small: rewriteToInt8(whole, { products: false }).bytes };
}

function network(graph: Graph): void {
  const rows = graph.input('rows', [1, 1], 'int32', ['words', 'width']);
  const weights = graph.input('weights', [1, 1], 'float32', ['words', 'width']);
  const said = graph.input('said', [1, 1], 'float32', ['sentences', 'words']);
  const denied = graph.input('denied', [1, 1], 'float32', ['sentences', 'words']);
  const table = graph.parameter('table', [featureRows, tableWidth], 'zeros');
  const taken = graph.emit('Gather', [table, rows], [1, 1, tableWidth], { attributes: { axis: { int: 0 } } });
  const line = graph.emit('Unsqueeze', [weights, graph.integers([1])], [1, 1, 1]);
  const sum = graph.emit('MatMul', [line, taken], [1, 1, tableWidth]);
  const bags = graph.emit('Squeeze', [sum, graph.integers([1])], [1, tableWidth]);
  graph.output('vectors', encodeSentences(graph, { bags, said, denied }, multiplyBatches), ['sentences', dimensions]);
}
