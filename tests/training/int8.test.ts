import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#foundation/seeded-random.ts';
import { OrtSession } from '#intelligence/models/ort-session.ts';
import type { Graph } from '#intelligence/training/graph/graph.ts';
import { Graph as Plain } from '#intelligence/training/graph/graph.ts';
import type { Tensor } from '#intelligence/training/graph/tensor.ts';
import { beginWeights } from '#intelligence/training/graph/weights.ts';
import { meanCosine } from '#intelligence/training/int8/mean-cosine.ts';
import { quantiseColumns, quantiseRows } from '#intelligence/training/int8/quantise.ts';
import { rewriteToInt8 } from '#intelligence/training/int8/rewrite-to-int8.ts';
import { readOnnx } from '#intelligence/training/onnx/read-onnx.ts';
import { add } from '#intelligence/training/ops/arithmetic.ts';
import { tanh } from '#intelligence/training/ops/elementwise.ts';
import { embed } from '#intelligence/training/ops/lookup.ts';
import { linear, multiplyMatrices } from '#intelligence/training/ops/products.ts';
import { exportOnnx } from '#intelligence/training/run/export-onnx.ts';

const [words, width, hidden] = [1500, 96, 160];
/** A table, a product by Gemm, one by a Gemm that turns its matrix, and one by MatMul. */
function network(graph: Graph): void {
  const ids = graph.input('ids', [8], 'int32');
  const table = graph.parameter('table', [words, width], { spread: 0.5 });
  const x: Tensor = embed(table, ids);
  const y = tanh(
    linear(x, graph.parameter('w1', [width, hidden], { spread: 0.1 }), graph.parameter('b1', [hidden], { spread: 1 })),
  );
  const z = tanh(multiplyMatrices(y, graph.parameter('w2', [width, hidden], { spread: 0.1 }), { b: true }));
  graph.output(
    'vectors',
    add(z, graph.emit('MatMul', [z, graph.parameter('w3', [width, width], { spread: 0.1 })], [8, width])),
  );
}
const weights = (() => {
  const graph = new Plain();
  network(graph);
  return beginWeights(graph.plans, new SeededRandom(4));
})();

async function vectors(bytes: Uint8Array): Promise<Float32Array> {
  const session = await OrtSession.open(bytes, 'network');
  const ids = Int32Array.from({ length: 8 }, (_, at) => (at * 379) % words);
  const { vectors: result } = await session.run({ ids: { type: 'int32', shape: [8], data: ids } });
  await session.close();
  return result!.data as Float32Array;
}

describe('a model in int8', () => {
  const whole = exportOnnx(network, weights);

  it('is a quarter of the size and answers nearly the same', async () => {
    const { bytes, replaced } = rewriteToInt8(whole);
    expect(replaced).toBe(4);
    expect(bytes.length).toBeLessThan(whole.length * 0.29);
    expect(meanCosine(await vectors(whole), await vectors(bytes), width)).toBeGreaterThan(0.999);
  });

  it('keeps what is small, and products where only tables are wanted', async () => {
    expect(rewriteToInt8(whole, { fewestRows: 1000, fewestEntries: 5000 })).toEqual({ bytes: whole, replaced: 0 });
    const { bytes, replaced } = rewriteToInt8(whole, { products: false });
    expect(replaced).toBe(1);
    expect(meanCosine(await vectors(whole), await vectors(bytes), width)).toBeGreaterThan(0.9999);
  });

  it('keeps a table that is used in another way too', () => {
    const tied = exportOnnx((graph) => {
      const table = graph.parameter('table', [words, width], { spread: 0.5 });
      const rows = embed(table, graph.input('ids', [8], 'int32'));
      graph.output('logits', multiplyMatrices(rows, table, { b: true }));
    }, weights);
    const { bytes, replaced } = rewriteToInt8(tied);
    expect(replaced).toBe(1);
    expect(readOnnx(bytes).constants.map(({ name }) => name)).toContain('table');
  });

  it('has the largest weight of a row or column as its largest whole number', () => {
    const rows = quantiseRows(Float32Array.of(1, -2, 0, 0), 2);
    expect([...rows.values]).toEqual([64, -127, 0, 0]);
    expect(rows.scales[0]).toBeCloseTo(2 / 127, 8);
    expect(rows.scales[1]).toBe(1);
    expect([...quantiseColumns(Float32Array.of(1, -2, 4, 2), 2, 63).values]).toEqual([16, -63, 63, 63]);
  });
});

describe('the mean cosine', () => {
  it('is 1 for the same directions and 0 for right angles', () => {
    expect(meanCosine(Float32Array.of(1, 0, 0, 2), Float32Array.of(3, 0, 0, 1), 2)).toBeCloseTo(1, 12);
    expect(meanCosine(Float32Array.of(1, 0, 0, 2), Float32Array.of(0, 1, 1, 0), 2)).toBe(0);
  });
});
