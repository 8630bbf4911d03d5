/**
 * @file The llama architecture in our own graphs: RMSNorm, rotary positions, grouped queries (Ainslie et al. 2023), SwiGLU
 * (Shazeer 2020), an output head of its own.
 *
 * Parameters have the names and the arrangement of a GGUF file, with one difference: positions turn halves of a head here,
 * neighbouring pairs there. `toGguf` rearranges for that.
 */
import { headWidthOf, type ModelShape } from '#intelligence/models/gguf/model-shape.ts';
import type { Graph } from '../graph/graph.ts';
import type { Tensor } from '../graph/tensor.ts';
import { add, multiply } from '../ops/arithmetic.ts';
import { attend, causalMask, rotaryTables, rotate } from '../ops/attention.ts';
import { silu } from '../ops/elementwise.ts';
import { embed } from '../ops/lookup.ts';
import { rmsNorm } from '../ops/norm.ts';
import { multiplyMatrices } from '../ops/products.ts';
import { reshape, transpose } from '../ops/shape.ts';

/** Logits [texts · length, vocabulary] for int32 `ids` [texts, length]: what comes after each place. */
export function transformer(graph: Graph, shape: ModelShape, ids: Tensor): Tensor {
  const [texts = 0, length = 0] = ids.shape;
  const { width, vocabulary, layers, epsilon } = shape;
  const layout = layoutOf(graph, shape, texts, length);
  const table = graph.parameter('token_embd.weight', [vocabulary, width], { spread: 0.02 });
  let x = reshape(embed(table, ids), [texts * length, width]);
  for (let layer = 0; layer < layers; layer++) {
    const block = `blk.${layer}`;
    x = add(x, attention(layout, block, norm(graph, `${block}.attn_norm`, x, epsilon)));
    x = add(x, thinking(layout, block, norm(graph, `${block}.ffn_norm`, x, epsilon)));
  }
  return matrix(graph, 'output', norm(graph, 'output_norm', x, epsilon), vocabulary, 0.02);
}

/** What all layers share. */
interface Layout {
  readonly graph: Graph;
  readonly shape: ModelShape;
  readonly texts: number;
  readonly length: number;
  readonly cosines: Tensor;
  readonly sines: Tensor;
  readonly mask: Tensor;
  /** What goes back into the stream begins smaller the deeper the model (Radford et al. 2019). */
  readonly spreadBack: number;
}

function layoutOf(graph: Graph, shape: ModelShape, texts: number, length: number): Layout {
  const headWidth = headWidthOf(shape);
  const { cosines, sines } = rotaryTables(length, headWidth, shape.rotationBase);
  const once = causalMask(length);
  const groups = shape.heads / shape.keyHeads;
  const mask = new Float32Array(groups * once.length);
  for (let group = 0; group < groups; group++) mask.set(once, group * once.length);
  return {
    graph,
    shape,
    texts,
    length,
    cosines: graph.constant(cosines, [length, headWidth]),
    sines: graph.constant(sines, [length, headWidth]),
    mask: graph.constant(mask, [groups * length, length]),
    spreadBack: 0.02 / Math.sqrt(2 * shape.layers),
  };
}

/** Queries that share a head of keys lie one below the other, so that nothing is copied. */
function attention(
  { graph, shape, texts, length, cosines, sines, mask, spreadBack }: Layout,
  block: string,
  x: Tensor,
): Tensor {
  const { heads, keyHeads, width } = shape;
  const headWidth = headWidthOf(shape);
  const groups = heads / keyHeads;
  const inHeads = (name: string, count: number) => {
    const flat = matrix(graph, `${block}.${name}`, x, count * headWidth, 0.02);
    return transpose(reshape(flat, [texts, length, count, headWidth]), [0, 2, 1, 3]);
  };
  const queries = rotate(inHeads('attn_q', heads), cosines, sines);
  const keys = rotate(inHeads('attn_k', keyHeads), cosines, sines);
  const values = inHeads('attn_v', keyHeads);
  const mixed = attend(reshape(queries, [texts, keyHeads, groups * length, headWidth]), keys, values, mask);
  const byPlace = transpose(reshape(mixed, [texts, heads, length, headWidth]), [0, 2, 1, 3]);
  return matrix(graph, `${block}.attn_output`, reshape(byPlace, [texts * length, width]), width, spreadBack);
}

function thinking({ graph, shape, spreadBack }: Layout, block: string, x: Tensor): Tensor {
  const gate = matrix(graph, `${block}.ffn_gate`, x, shape.feedForward, 0.02);
  const up = matrix(graph, `${block}.ffn_up`, x, shape.feedForward, 0.02);
  return matrix(graph, `${block}.ffn_down`, multiply(silu(gate), up), shape.width, spreadBack);
}

function norm(graph: Graph, name: string, x: Tensor, epsilon: number): Tensor {
  return rmsNorm(x, graph.parameter(`${name}.weight`, [x.shape.at(-1) as number], 'ones'), epsilon);
}

/** x [n, k] times a weight that is kept as [outputs, k], as GGUF has it. */
function matrix(graph: Graph, name: string, x: Tensor, outputs: number, spread: number): Tensor {
  const weight = graph.parameter(`${name}.weight`, [outputs, x.shape.at(-1) as number], { spread });
  return multiplyMatrices(x, weight, { b: true });
}
