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

export interface TransformerInputs {
  /** int32 [rows, length]. */
  readonly ids: Tensor;
  /** int32 [rows, length]: places look only at places of the same number, so that several texts fit in a row. */
  readonly texts?: Tensor;
  /** int32 [n]: the places, row after row, whose continuation is wanted. All where left out. */
  readonly places?: Tensor;
}

/** Logits [n, vocabulary] of what comes after each of n places. */
export function transformer(graph: Graph, shape: ModelShape, { ids, texts, places }: TransformerInputs): Tensor {
  const [rows = 0, length = 0] = ids.shape;
  const { width, vocabulary, layers, epsilon } = shape;
  const layout = layoutOf(graph, shape, rows, length, texts);
  const table = graph.parameter('token_embd.weight', [vocabulary, width], { spread: 0.02 });
  let x = reshape(embed(table, ids), [rows * length, width]);
  for (let layer = 0; layer < layers; layer++) {
    const block = `blk.${layer}`;
    x = add(x, attention(layout, block, norm(graph, `${block}.attn_norm`, x, epsilon)));
    x = add(x, thinking(layout, block, norm(graph, `${block}.ffn_norm`, x, epsilon)));
  }
  const wanted = places ? embed(x, places) : x;
  return matrix(graph, 'output', norm(graph, 'output_norm', wanted, epsilon), vocabulary, 0.02);
}

/** What all layers share. */
interface Layout {
  readonly graph: Graph;
  readonly shape: ModelShape;
  readonly rows: number;
  readonly length: number;
  readonly cosines: Tensor;
  readonly sines: Tensor;
  readonly mask: Tensor;
  /** What goes back into the stream begins smaller the deeper the model (Radford et al. 2019). */
  readonly spreadBack: number;
}

function layoutOf(graph: Graph, shape: ModelShape, rows: number, length: number, texts?: Tensor): Layout {
  const headWidth = headWidthOf(shape);
  const { cosines, sines } = rotaryTables(length, headWidth, shape.rotationBase);
  const once = causalMask(length);
  const groups = shape.heads / shape.keyHeads;
  const mask = new Float32Array(groups * once.length);
  for (let group = 0; group < groups; group++) mask.set(once, group * once.length);
  return {
    graph,
    shape,
    rows,
    length,
    cosines: graph.constant(cosines, [length, headWidth]),
    sines: graph.constant(sines, [length, headWidth]),
    mask: maskOf(graph.constant(mask, [groups * length, length]), groups, texts),
    spreadBack: 0.02 / Math.sqrt(2 * shape.layers),
  };
}

/** 0 where a place may look, about -10⁹ where not; no gradient passes. */
function maskOf(causal: Tensor, groups: number, texts?: Tensor): Tensor {
  if (!texts) return causal;
  const { graph } = causal;
  const [rows = 0, length = 0] = texts.shape;
  const view = (shape: readonly number[]) => graph.emit('Reshape', [texts, graph.integers(shape)], shape);
  const square = [rows, 1, length, length];
  const isSame = graph.emit('Equal', [view([rows, 1, length, 1]), view([rows, 1, 1, length])], square, {
    type: 'bool',
  });
  const apart = graph.emit('Where', [isSame, graph.scalar(0), graph.scalar(-1e9)], square, { type: 'float32' });
  const below = [rows, 1, groups * length, length];
  const all = graph.emit('Concat', new Array<Tensor>(groups).fill(apart), below, { attributes: { axis: { int: 2 } } });
  return graph.emit('Add', [all, causal], below);
}

/** Queries that share a head of keys lie one below the other, so that nothing is copied. */
function attention(
  { graph, shape, rows, length, cosines, sines, mask, spreadBack }: Layout,
  block: string,
  x: Tensor,
): Tensor {
  const { heads, keyHeads, width } = shape;
  const headWidth = headWidthOf(shape);
  const groups = heads / keyHeads;
  const inHeads = (name: string, count: number) => {
    const flat = matrix(graph, `${block}.${name}`, x, count * headWidth, 0.02);
    return transpose(reshape(flat, [rows, length, count, headWidth]), [0, 2, 1, 3]);
  };
  const queries = rotate(inHeads('attn_q', heads), cosines, sines);
  const keys = rotate(inHeads('attn_k', keyHeads), cosines, sines);
  const values = inHeads('attn_v', keyHeads);
  const mixed = attend(reshape(queries, [rows, keyHeads, groups * length, headWidth]), keys, values, mask);
  const byPlace = transpose(reshape(mixed, [rows, heads, length, headWidth]), [0, 2, 1, 3]);
  return matrix(graph, `${block}.attn_output`, reshape(byPlace, [rows * length, width]), width, spreadBack);
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
