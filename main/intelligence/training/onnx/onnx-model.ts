/** @file An ONNX model as plain values, and its bytes (onnx.proto of ONNX 1.16, opset 21; field numbers as there). */
import { ProtobufWriter } from './protobuf-writer.ts';

/** TensorProto.DataType. */
export const elementCodes = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7, bool: 9 } as const;
export type ElementType = keyof typeof elementCodes;

export type Attribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly string: string }
  | { readonly ints: readonly number[] };

export interface OnnxNode {
  readonly operator: string;
  /** Names; an empty one leaves an optional input out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** Absent: ONNX itself. */
  readonly domain?: string;
}

export interface OnnxConstant {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  /** Little-endian, row after row. */
  readonly data: ArrayBufferView;
}

export interface OnnxValue {
  readonly name: string;
  readonly type: ElementType;
  /** A word stands for a size that is known only when it runs. */
  readonly shape: readonly (number | string)[];
}

export interface OnnxModel {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

const irVersion = 10;
const opset = 21;

export function encodeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const graph = new ProtobufWriter();
  for (const node of model.nodes) graph.message(1, nodeMessage(node));
  graph.string(2, 'sillage');
  for (const constant of model.constants) graph.message(5, constantMessage(constant));
  for (const value of model.inputs) graph.message(11, valueMessage(value));
  for (const value of model.outputs) graph.message(12, valueMessage(value));
  return new ProtobufWriter()
    .int(1, irVersion)
    .string(2, 'sillage')
    .message(7, graph)
    .message(8, new ProtobufWriter().string(1, '').int(2, opset))
    .message(8, new ProtobufWriter().string(1, 'com.microsoft').int(2, 1))
    .finish();
}

/** A NodeProto. */
export function nodeMessage({ operator, inputs, outputs, attributes = {}, domain }: OnnxNode): ProtobufWriter {
  const message = new ProtobufWriter();
  for (const input of inputs) message.string(1, input);
  for (const output of outputs) message.string(2, output);
  message.string(4, operator);
  for (const [name, attribute] of Object.entries(attributes)) message.message(5, attributeMessage(name, attribute));
  if (domain) message.string(7, domain);
  return message;
}

/** A TensorProto with raw data. */
export function constantMessage({ name, type, shape, data }: OnnxConstant): ProtobufWriter {
  const message = new ProtobufWriter();
  for (const size of shape) message.int(1, size);
  return message
    .int(2, elementCodes[type])
    .string(8, name)
    .bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function attributeMessage(name: string, attribute: Attribute): ProtobufWriter {
  const message = new ProtobufWriter().string(1, name);
  if ('int' in attribute) return message.int(3, attribute.int).int(20, 2);
  if ('float' in attribute) return message.float(2, attribute.float).int(20, 1);
  if ('string' in attribute) return message.string(4, attribute.string).int(20, 3);
  for (const value of attribute.ints) message.int(8, value);
  return message.int(20, 7);
}

function valueMessage({ name, type, shape }: OnnxValue): ProtobufWriter {
  const sizes = new ProtobufWriter();
  for (const size of shape) {
    const one = new ProtobufWriter();
    sizes.message(1, typeof size === 'number' ? one.int(1, size) : one.string(2, size));
  }
  const tensor = new ProtobufWriter().int(1, elementCodes[type]).message(2, sizes);
  return new ProtobufWriter().string(1, name).message(2, new ProtobufWriter().message(1, tensor));
}
