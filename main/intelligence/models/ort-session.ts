/**
 * @file A session of onnxruntime on the processor: a model as bytes or a file, numbers in, numbers out.
 *
 * Runs block the thread they run on: only workers and scripts import this; everyone else asks `OrtClient`.
 */
import * as ort from 'onnxruntime-node';
import { invariant, StudioError } from '#foundation/errors.ts';

export type OrtArray =
  | Float32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | BigInt64Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Int8Array<ArrayBuffer>;
export type OrtType = 'float32' | 'int32' | 'int64' | 'uint8' | 'int8' | 'bool';

/** Numbers with their shape, row after row. */
export interface OrtTensor {
  readonly type: OrtType;
  readonly shape: readonly number[];
  readonly data: OrtArray;
}

export interface OrtOptions {
  /** Threads of one run; 1 is best beside other work. */
  readonly threads?: number;
}

export class OrtSession {
  readonly #session: ort.InferenceSession;

  private constructor(session: ort.InferenceSession) {
    this.#session = session;
  }

  /** Opens a model. Refuses (`model.load-failed`) what onnxruntime cannot read; `name` is what the refusal calls it. */
  static async open(model: Uint8Array | string, name: string, { threads = 1 }: OrtOptions = {}): Promise<OrtSession> {
    const options: ort.InferenceSession.SessionOptions = {
      executionProviders: ['cpu'],
      graphOptimizationLevel: 'all',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // spinning threads take the cores from everything else on a busy machine
      extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
    };
    try {
      return new OrtSession(
        typeof model === 'string'
          ? await ort.InferenceSession.create(model, options)
          : await ort.InferenceSession.create(model, options),
      );
    } catch (error) {
      throw new StudioError('model.load-failed', { name, detail: (error as Error).message }, { cause: error });
    }
  }

  get inputs(): readonly string[] {
    return this.#session.inputNames;
  }

  get outputs(): readonly string[] {
    return this.#session.outputNames;
  }

  /**
   * One run. Outputs whose type and shape are told beforehand (`expected`) are written where they will lie: onnxruntime's
   * own buffers are copied under Electron.
   */
  async run(
    inputs: Readonly<Record<string, OrtTensor>>,
    expected: Readonly<Record<string, Omit<OrtTensor, 'data'>>> = {},
  ): Promise<Record<string, OrtTensor>> {
    const places = Object.fromEntries(
      this.outputs.map((name) => {
        const known = expected[name];
        return [name, known ? wrap({ ...known, data: emptyArray(known.type, sizeOf(known.shape)) }) : null];
      }),
    );
    const results = await this.#session.run(wrapAll(inputs), places);
    return Object.fromEntries(
      Object.entries(results).map(([name, { type, dims, data }]) => {
        invariant(isOrtType(type), `an output of type ${type} can be read`);
        return [name, { type, shape: dims, data: data as OrtArray }];
      }),
    );
  }

  /** A run that can be repeated without making anything anew: it reads `inputs` and writes `outputs` in place. */
  fixed(
    inputs: Readonly<Record<string, OrtTensor>>,
    outputs: Readonly<Record<string, OrtTensor>>,
  ): () => Promise<void> {
    const [from, into] = [wrapAll(inputs), wrapAll(outputs)];
    return async () => {
      await this.#session.run(from, into);
    };
  }

  async close(): Promise<void> {
    await this.#session.release();
  }
}

export function emptyArray(type: OrtType, length: number): OrtArray {
  if (type === 'float32') return new Float32Array(length);
  if (type === 'int32') return new Int32Array(length);
  if (type === 'int64') return new BigInt64Array(length);
  return type === 'int8' ? new Int8Array(length) : new Uint8Array(length);
}

function wrapAll(tensors: Readonly<Record<string, OrtTensor>>): Record<string, ort.Tensor> {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [name, wrap(tensor)]));
}

function wrap({ type, data, shape }: OrtTensor): ort.Tensor {
  return new ort.Tensor(type as 'float32', data as Float32Array, shape);
}

function isOrtType(type: string): type is OrtType {
  return ['float32', 'int32', 'int64', 'uint8', 'int8', 'bool'].includes(type);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
