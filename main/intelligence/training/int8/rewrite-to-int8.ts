/**
 * @file Makes any ONNX model smaller and faster: weights become int8, activations uint8 while it runs.
 *
 * MatMul and Gemm by a constant matrix become MatMulInteger with one scale per column; Gather from a constant table takes
 * int8 rows and one scale per row. Everything else stays as it is. Whether the model still means the same has to be
 * measured (`meanCosine`): real weights have outliers.
 */
import { constantMessage, nodeMessage, type OnnxConstant, type OnnxNode } from '../onnx/onnx-model.ts';
import { ProtobufWriter } from '../onnx/protobuf-writer.ts';
import {
  graphConstantField,
  graphNodeField,
  modelGraphField,
  type ReadConstant,
  type ReadNode,
  type ReadOnnx,
  readOnnx,
} from '../onnx/read-onnx.ts';
import { type Quantised, quantiseColumns, quantiseRows } from './quantise.ts';

export interface Int8Options {
  /** Matrices with fewer rows stay as they are. */
  readonly fewestRows?: number;
  /** Tables with fewer rows stay as they are. */
  readonly fewestEntries?: number;
  /**
   * Largest whole number of a weight in a product. Processors without VNNI add two products in 16 bits: above 63 that sum
   * is cut off (measured on one network: cosine .9968 with 127, .9999 with 63).
   */
  readonly levels?: 63 | 127;
  readonly products?: boolean;
}

export interface Rewritten {
  readonly bytes: Uint8Array;
  /** How many nodes changed. */
  readonly replaced: number;
}

/** DynamicQuantizeLinear came with this version. */
const oldestOpset = 11;

export function rewriteToInt8(bytes: Uint8Array, options: Int8Options = {}): Rewritten {
  const model = readOnnx(bytes);
  if (model.opset < oldestOpset) return { bytes, replaced: 0 };
  const rewriting = new Rewriting(model, options);
  for (const node of model.nodes) rewriting.take(node);
  return rewriting.replaced ? { bytes: rewriting.finish(), replaced: rewriting.replaced } : { bytes, replaced: 0 };
}

class Rewriting {
  readonly #model: ReadOnnx;
  readonly #options: Required<Int8Options>;
  readonly #constants: ReadonlyMap<string, ReadConstant>;
  readonly #nodes: Uint8Array[] = [];
  readonly #added: OnnxConstant[] = [];
  /** Names of weights by the name of their bytes. */
  readonly #quantised = new Map<string, string>();
  readonly #activations = new Map<string, readonly string[]>();
  readonly #stillUsed = new Set<string>();
  replaced = 0;

  constructor(model: ReadOnnx, { fewestRows = 64, fewestEntries = 1000, levels = 63, products = true }: Int8Options) {
    this.#model = model;
    this.#options = { fewestRows, fewestEntries, levels, products };
    this.#constants = new Map(model.constants.map((constant) => [constant.name, constant]));
    for (const output of model.outputs) this.#stillUsed.add(output);
  }

  take(node: ReadNode): void {
    const isProduct = this.#options.products && (node.operator === 'MatMul' || isPlainGemm(node));
    if (isProduct && this.#product(node)) this.replaced += 1;
    else if (node.operator === 'Gather' && (node.numbers.axis ?? 0) === 0 && this.#gather(node)) this.replaced += 1;
    else this.#keep(node);
  }

  #keep(node: ReadNode): void {
    this.#nodes.push(node.raw);
    for (const input of node.inputs) this.#stillUsed.add(input);
  }

  finish(): Uint8Array<ArrayBuffer> {
    const { modelFields, graphFields, nodes } = this.#model;
    const mayDrop = !nodes.some(({ hasGraph }) => hasGraph);
    const quantised = new Set(this.#quantised.values());
    const graph = new ProtobufWriter();
    for (const node of this.#nodes) graph.fields(node);
    for (const field of graphFields) {
      if (field.number !== graphNodeField && field.number !== graphConstantField) graph.fields(field.raw);
    }
    for (const { name, raw } of this.#model.constants) {
      const isGone = mayDrop && quantised.has(name) && !this.#stillUsed.has(name);
      if (!isGone) graph.fields(raw);
    }
    for (const constant of this.#added) graph.message(graphConstantField, constantMessage(constant));
    const model = new ProtobufWriter();
    for (const field of modelFields) {
      if (field.number === modelGraphField) model.message(modelGraphField, graph);
      else model.fields(field.raw);
    }
    return model.finish();
  }

  #product({ operator, inputs, outputs, numbers }: ReadNode): boolean {
    const [x = '', w = '', bias = ''] = inputs;
    const weights = this.#matrix(w);
    if (!weights) return false;
    const isTurned = operator === 'Gemm' && (numbers.transB ?? 0) === 1;
    const [k, n] = (isTurned ? weights.shape.toReversed() : weights.shape) as [number, number];
    if (k < this.#options.fewestRows) return false;
    const name = this.#once(w, isTurned ? 'turned' : 'columns', () => {
      const straight = isTurned ? turned(weights.floats, k, n) : weights.floats;
      return { quantised: quantiseColumns(straight, n, this.#options.levels), shape: [k, n], scaleShape: [n] };
    });
    const [bytes = '', scale = '', zero = ''] = this.#activation(x);
    const [output = ''] = outputs;
    const at = `${output}_int8`;
    this.#emit({ operator: 'MatMulInteger', inputs: [bytes, `${name}_values`, zero], outputs: [`${at}_sum`] });
    this.#emit({ operator: 'Cast', inputs: [`${at}_sum`], outputs: [`${at}_float`], attributes: { to: { int: 1 } } });
    this.#emit({ operator: 'Mul', inputs: [scale, `${name}_scales`], outputs: [`${at}_scale`] });
    const product = bias ? `${at}_product` : output;
    this.#emit({ operator: 'Mul', inputs: [`${at}_float`, `${at}_scale`], outputs: [product] });
    if (bias) {
      this.#emit({ operator: 'Add', inputs: [product, bias], outputs: [output] });
      this.#stillUsed.add(bias);
    }
    return true;
  }

  #gather({ inputs, outputs }: ReadNode): boolean {
    const [table = '', ids = ''] = inputs;
    const weights = this.#matrix(table);
    const isOnlyGathered = this.#model.nodes.every(
      (node) => !node.inputs.includes(table) || (node.operator === 'Gather' && node.inputs[0] === table),
    );
    if (!weights || !isOnlyGathered || (weights.shape[0] as number) < this.#options.fewestEntries) return false;
    const [rows, width] = weights.shape as [number, number];
    const name = this.#once(table, 'rows', () => ({
      quantised: quantiseRows(weights.floats, width),
      shape: [rows, width],
      scaleShape: [rows, 1],
    }));
    const [output = ''] = outputs;
    const at = `${output}_int8`;
    this.#emit({ operator: 'Gather', inputs: [`${name}_values`, ids], outputs: [`${at}_rows`] });
    this.#emit({ operator: 'Gather', inputs: [`${name}_scales`, ids], outputs: [`${at}_scales`] });
    this.#emit({ operator: 'Cast', inputs: [`${at}_rows`], outputs: [`${at}_float`], attributes: { to: { int: 1 } } });
    this.#emit({ operator: 'Mul', inputs: [`${at}_float`, `${at}_scales`], outputs: [output] });
    return true;
  }

  #matrix(name: string) {
    const constant = this.#constants.get(name);
    const floats = constant?.shape.length === 2 ? constant.floats() : undefined;
    return constant && floats && { shape: constant.shape, floats };
  }

  /** Adds the bytes and scales of a weight the first time they are asked for. */
  #once(
    name: string,
    how: string,
    make: () => {
      readonly quantised: Quantised;
      readonly shape: readonly number[];
      readonly scaleShape: readonly number[];
    },
  ): string {
    const key = `${name}_${how}`;
    if (!this.#quantised.has(key)) {
      const { quantised, shape, scaleShape } = make();
      this.#added.push(
        { name: `${key}_values`, type: 'int8', shape, data: quantised.values },
        { name: `${key}_scales`, type: 'float32', shape: scaleShape, data: quantised.scales },
      );
      this.#quantised.set(key, name);
    }
    return key;
  }

  #activation(x: string): readonly string[] {
    const known = this.#activations.get(x);
    if (known) return known;
    const names = ['bytes', 'scale', 'zero'].map((part) => `${x}_dynamic_${part}`);
    this.#emit({ operator: 'DynamicQuantizeLinear', inputs: [x], outputs: names });
    this.#activations.set(x, names);
    this.#stillUsed.add(x);
    return names;
  }

  #emit(node: OnnxNode): void {
    this.#nodes.push(new ProtobufWriter().message(graphNodeField, nodeMessage(node)).finish());
  }
}

function isPlainGemm({ operator, numbers, fractions }: ReadNode): boolean {
  return (
    operator === 'Gemm' && (numbers.transA ?? 0) === 0 && (fractions.alpha ?? 1) === 1 && (fractions.beta ?? 1) === 1
  );
}

function turned(floats: Float32Array, k: number, n: number): Float32Array {
  return Float32Array.from(floats, (_, at) => floats[(at % n) * k + Math.floor(at / n)] as number);
}
