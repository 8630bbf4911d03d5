import { onnx } from 'onnx-proto';
import { describe, expect, it } from 'vitest';
import { encodeOnnx } from '#intelligence/training/onnx/onnx-model.ts';
import { readProtobuf } from '#intelligence/training/onnx/protobuf-reader.ts';

const model = {
  nodes: [
    {
      operator: 'Gemm',
      inputs: ['x', 'w', ''],
      outputs: ['y'],
      attributes: { transA: { int: 0 }, alpha: { float: 0.5 }, axes: { ints: [-1, 2, 300] }, mode: { string: '향' } },
    },
    { operator: 'Odd', inputs: [], outputs: ['z'], domain: 'com.microsoft' },
  ],
  constants: [
    { name: 'w', type: 'float32', shape: [40, 60], data: Float32Array.from({ length: 2400 }, (_, at) => at / 7) },
    { name: 'i', type: 'int64', shape: [2], data: BigInt64Array.of(-5n, 7n) },
  ],
  inputs: [{ name: 'x', type: 'float32', shape: ['batch', 40] }],
  outputs: [{ name: 'y', type: 'float32', shape: [1, 60] }],
} as const;

describe('an ONNX model', () => {
  const written = encodeOnnx(model);
  const read = onnx.ModelProto.decode(written);
  const graph = read.graph!;

  it('is read back by the reference schema as it was written', () => {
    expect(onnx.ModelProto.verify(read)).toBeNull();
    expect(Number(read.irVersion)).toBe(10);
    expect(read.opsetImport!.map(({ domain, version }) => [domain, Number(version)])).toEqual([
      ['', 21],
      ['com.microsoft', 1],
    ]);
    expect(graph.node!.map(({ opType, input, output, domain }) => ({ opType, input, output, domain }))).toEqual([
      { opType: 'Gemm', input: ['x', 'w', ''], output: ['y'], domain: '' },
      { opType: 'Odd', input: [], output: ['z'], domain: 'com.microsoft' },
    ]);
    const [transA, alpha, axes, mode] = graph.node![0]!.attribute!;
    expect(Number(transA!.i)).toBe(0);
    expect(alpha!.f).toBe(0.5);
    expect(axes!.ints!.map(Number)).toEqual([-1, 2, 300]);
    expect(new TextDecoder().decode(mode!.s!)).toBe('향');
    expect([transA, alpha, axes, mode].map((attribute) => attribute!.type)).toEqual([2, 1, 7, 3]);
  });

  it('keeps its constants to the bit', () => {
    const [w, i] = graph.initializer!;
    expect(w!.dims!.map(Number)).toEqual([40, 60]);
    expect(new Float32Array(w!.rawData!.slice().buffer)).toEqual(model.constants[0].data);
    expect(new BigInt64Array(i!.rawData!.slice().buffer)).toEqual(model.constants[1].data);
  });

  it('tells sizes as numbers or as words', () => {
    const sizes = graph.input![0]!.type!.tensorType!.shape!.dim!;
    expect(sizes[0]!.dimParam).toBe('batch');
    expect(Number(sizes[1]!.dimValue)).toBe(40);
  });

  it('can be taken apart and put together again, byte for byte', () => {
    const parts = readProtobuf(written).map(({ raw }) => raw);
    expect(Buffer.concat(parts)).toEqual(Buffer.from(written));
  });

  it('breaks an invariant where the bytes end too early', () => {
    expect(() => readProtobuf(written.subarray(0, written.length - 3))).toThrow('inside its message');
  });
});
