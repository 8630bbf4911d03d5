/**
 * @file A computation written down once and differentiated backwards.
 *
 * Every operation appends ordinary ONNX nodes and, where parameters lie behind it, remembers how a gradient passes back
 * through it. The gradients are nodes too, so one model file computes loss and gradients in one run. Shapes are fixed.
 */
import { invariant } from '#foundation/errors.ts';
import {
  type Attribute,
  type ElementType,
  encodeOnnx,
  type OnnxConstant,
  type OnnxNode,
  type OnnxValue,
} from '../onnx/onnx-model.ts';
import { isSameShape, type Shape, sizeOf, Tensor } from './tensor.ts';
import type { Beginning, ParameterPlan, Weights } from './weights.ts';

/** From the gradient of the loss by the output to those by the inputs; undefined where none is wanted. */
export type Backward = (slope: Tensor) => readonly (Tensor | undefined)[];

interface Recorded {
  readonly output: Tensor;
  readonly inputs: readonly Tensor[];
  readonly backward: Backward;
}

interface Emitted {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly type?: ElementType;
  readonly domain?: string;
}

const arrays = { float32: Float32Array, int32: Int32Array, int64: BigInt64Array, int8: Int8Array, uint8: Uint8Array };

export class Graph {
  readonly #nodes: OnnxNode[] = [];
  readonly #constants: OnnxConstant[] = [];
  readonly #inputs: OnnxValue[] = [];
  readonly #outputs: OnnxValue[] = [];
  readonly #plans: ParameterPlan[] = [];
  readonly #parameters: Tensor[] = [];
  readonly #traced: Tensor[] = [];
  readonly #tape: Recorded[] = [];
  readonly #shared = new Map<string, Tensor>();
  readonly #baked: Weights | undefined;
  #count = 0;

  /** With `baked` weights the parameters become constants: a graph for use, not for learning. */
  constructor(baked?: Weights) {
    this.#baked = baked;
  }

  /** Something given at each run. `sizes` names the axes whose size may differ from run to run; operations that rely on sizes must not see those. */
  input(
    name: string,
    shape: Shape,
    type: ElementType = 'float32',
    sizes: readonly (number | string)[] = shape,
  ): Tensor {
    this.#inputs.push({ name, type, shape: sizes });
    return new Tensor(this, name, shape, type, false);
  }

  /** Something given at each run by which a gradient is wanted too. */
  tracedInput(name: string, shape: Shape): Tensor {
    this.#inputs.push({ name, type: 'float32', shape });
    const traced = new Tensor(this, name, shape, 'float32', true);
    this.#traced.push(traced);
    return traced;
  }

  /** Something to be learned. */
  parameter(name: string, shape: Shape, beginning: Beginning): Tensor {
    invariant(!this.#plans.some((plan) => plan.name === name), `one parameter is called ${name}`);
    this.#plans.push({ name, shape, beginning });
    const weight = this.#baked?.get(name);
    if (this.#baked) {
      invariant(weight && isSameShape(weight.shape, shape), `weights hold ${name} of shape [${shape}]`);
      this.#constants.push({ name, type: 'float32', shape, data: weight.data });
      return new Tensor(this, name, shape, 'float32', false);
    }
    this.#inputs.push({ name, type: 'float32', shape });
    const parameter = new Tensor(this, name, shape, 'float32', true);
    this.#parameters.push(parameter);
    return parameter;
  }

  /** What is to be learned, in the order in which it was asked for. */
  get plans(): readonly ParameterPlan[] {
    return this.#plans;
  }

  get parameters(): readonly Tensor[] {
    return this.#parameters;
  }

  get traced(): readonly Tensor[] {
    return this.#traced;
  }

  get inputs(): readonly OnnxValue[] {
    return this.#inputs;
  }

  get outputs(): readonly OnnxValue[] {
    return this.#outputs;
  }

  constant(data: ArrayBufferView, shape: Shape, type: ElementType = 'float32'): Tensor {
    const name = this.#name();
    this.#constants.push({ name, type, shape, data });
    return new Tensor(this, name, shape, type, false);
  }

  scalar(value: number, type: 'float32' | 'int32' | 'int64' = 'float32'): Tensor {
    return this.#once(`${type} ${value}`, () => this.constant(filled(type, [value]), [], type));
  }

  /** A list of whole numbers, as shapes and axes are given to operators. */
  integers(values: readonly number[]): Tensor {
    return this.#once(`list ${values}`, () => this.constant(filled('int64', values), [values.length], 'int64'));
  }

  output(name: string, value: Tensor, sizes: readonly (number | string)[] = value.shape): void {
    this.#nodes.push({ operator: 'Identity', inputs: [value.name], outputs: [name] });
    this.#outputs.push({ name, type: value.type, shape: sizes });
  }

  /** Appends a node. No gradient passes back through it unless it is recorded. */
  emit(operator: string, inputs: readonly (Tensor | undefined)[], shape: Shape, how: Emitted = {}): Tensor {
    const name = this.#name();
    this.#nodes.push({
      operator,
      inputs: inputs.map((input) => input?.name ?? ''),
      outputs: [name],
      ...(how.attributes && { attributes: how.attributes }),
      ...(how.domain && { domain: how.domain }),
    });
    return new Tensor(this, name, shape, how.type ?? inputs[0]?.type ?? 'float32', false);
  }

  /** Says how a gradient passes back from `output` to `inputs`. Answers the output, learned if one of the inputs is. */
  record(output: Tensor, inputs: readonly Tensor[], backward: Backward): Tensor {
    if (!inputs.some(({ isLearned }) => isLearned)) return output;
    const learned = new Tensor(this, output.name, output.shape, output.type, true);
    this.#tape.push({ output: learned, inputs, backward });
    return learned;
  }

  /** Gradients of `loss`, a single number, by each of `by`. Invariant: the loss depends on all of them. */
  gradients(loss: Tensor, by: readonly Tensor[]): readonly Tensor[] {
    invariant(sizeOf(loss.shape) === 1, 'a loss is one number');
    const slopes = new Map<string, Tensor>([[loss.name, this.scalar(1)]]);
    for (const { output, inputs, backward } of this.#tape.toReversed()) {
      const slope = slopes.get(output.name);
      if (!slope) continue;
      backward(slope).forEach((part, at) => {
        const input = inputs[at];
        if (!part || !input?.isLearned) return;
        invariant(
          isSameShape(part.shape, input.shape),
          `a gradient has the shape of its value: [${part.shape}], [${input.shape}]`,
        );
        const sum = slopes.get(input.name);
        slopes.set(input.name, sum ? this.emit('Add', [sum, part], part.shape) : part);
      });
    }
    return by.map((one) => {
      const slope = slopes.get(one.name);
      invariant(slope, `the loss depends on ${one.name}`);
      return slope;
    });
  }

  toOnnx(): Uint8Array<ArrayBuffer> {
    return encodeOnnx({
      nodes: this.#nodes,
      constants: this.#constants,
      inputs: this.#inputs,
      outputs: this.#outputs,
    });
  }

  #once(key: string, make: () => Tensor): Tensor {
    const found = this.#shared.get(key) ?? make();
    this.#shared.set(key, found);
    return found;
  }

  #name(): string {
    this.#count += 1;
    return `t${this.#count}`;
  }
}

function filled(type: keyof typeof arrays, values: readonly number[]): ArrayBufferView {
  return type === 'int64'
    ? BigInt64Array.from(values, BigInt)
    : arrays[type === 'int32' ? 'int32' : 'float32'].from(values);
}
