import { invariant } from '#foundation/errors.ts';
import {
  emptyArray,
  type OrtArray,
  OrtSession,
  type OrtTensor,
  type OrtType,
} from '#intelligence/models/ort-session.ts';
import type { Graph } from '../graph/graph.ts';
import type { Weights } from '../graph/weights.ts';

/** A graph ready to run as often as wanted, in buffers made once. */
export interface Step {
  /** To be filled before a run; weights lie elsewhere. */
  readonly inputs: Readonly<Record<string, OrtArray>>;
  /** Overwritten by each run. */
  readonly outputs: Readonly<Record<string, Float32Array<ArrayBuffer>>>;
  run(): Promise<void>;
  close(): Promise<void>;
}

/** Opens `graph` on `weights`, which are read at each run where they lie. */
export async function openStep(graph: Graph, weights: Weights, threads = 1): Promise<Step> {
  const session = await OrtSession.open(graph.toOnnx(), 'training graph', { threads });
  const given: Record<string, OrtTensor> = {};
  const inputs: Record<string, OrtArray> = {};
  for (const { name, type, shape } of graph.inputs) {
    const tensor = tensorFor(type, shape, weights.get(name)?.data);
    given[name] = tensor;
    if (!weights.has(name)) inputs[name] = tensor.data;
  }
  const taken = Object.fromEntries(graph.outputs.map(({ name, type, shape }) => [name, tensorFor(type, shape)]));
  return {
    inputs,
    outputs: Object.fromEntries(
      Object.entries(taken).map(([name, { data }]) => [name, data as Float32Array<ArrayBuffer>]),
    ),
    run: session.fixed(given, taken),
    close: () => session.close(),
  };
}

function tensorFor(type: OrtType, shape: readonly (number | string)[], own?: OrtArray): OrtTensor {
  const sizes = shape.map((size) => {
    invariant(typeof size === 'number', 'a step has fixed shapes');
    return size;
  });
  const length = sizes.reduce((product, size) => product * size, 1);
  invariant(!own || own.length === length, 'a weight has the size of its parameter');
  return { type, shape: sizes, data: own ?? emptyArray(type, length) };
}
