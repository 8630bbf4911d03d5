/** @file As much of an ONNX file as is needed to change some of its nodes and leave the rest as it is. */
import { type ProtobufField, readProtobuf, readVarints } from './protobuf-reader.ts';

export interface ReadNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers among its attributes. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Fractions among its attributes. */
  readonly fractions: Readonly<Record<string, number>>;
  /** Whether it holds a graph of its own, as If and Loop do. */
  readonly hasGraph: boolean;
  readonly raw: Uint8Array;
}

export interface ReadConstant {
  readonly name: string;
  readonly type: number;
  readonly shape: readonly number[];
  /** Its numbers if they are float32 and lie in this file. */
  readonly floats: () => Float32Array | undefined;
  readonly raw: Uint8Array;
}

export interface ReadOnnx {
  /** Version of the ONNX operators, 0 when none are used. */
  readonly opset: number;
  readonly nodes: readonly ReadNode[];
  readonly constants: readonly ReadConstant[];
  /** Names of what the graph answers. */
  readonly outputs: readonly string[];
  readonly modelFields: readonly ProtobufField[];
  readonly graphFields: readonly ProtobufField[];
}

export const modelGraphField = 7;
export const graphNodeField = 1;
export const graphConstantField = 5;
const float32 = 1;
const text = new TextDecoder();

export function readOnnx(bytes: Uint8Array): ReadOnnx {
  const modelFields = readProtobuf(bytes);
  const graphFields = readProtobuf(modelFields.find(({ number }) => number === modelGraphField)?.value as Uint8Array);
  const parts = (number: number) =>
    graphFields.flatMap((field) =>
      field.number === number ? [{ fields: readProtobuf(field.value as Uint8Array), raw: field.raw }] : [],
    );
  return {
    opset: opsetOf(modelFields),
    nodes: parts(graphNodeField).map(({ fields, raw }) => nodeOf(fields, raw)),
    constants: parts(graphConstantField).map(({ fields, raw }) => constantOf(fields, raw)),
    outputs: parts(12).map(({ fields }) => stringsOf(fields, 1)[0] ?? ''),
    modelFields,
    graphFields,
  };
}

function opsetOf(model: readonly ProtobufField[]): number {
  const versions = model.flatMap(({ number, value }) => {
    if (number !== 8) return [];
    const fields = readProtobuf(value as Uint8Array);
    return ['', 'ai.onnx'].includes(stringsOf(fields, 1)[0] ?? '') ? readVarints(fields, 2) : [];
  });
  return versions[0] ?? 0;
}

function nodeOf(fields: readonly ProtobufField[], raw: Uint8Array): ReadNode {
  const attributes = fields.flatMap(({ number, value }) => (number === 5 ? [readProtobuf(value as Uint8Array)] : []));
  const named = <Value>(pick: (attribute: readonly ProtobufField[]) => Value | undefined) =>
    Object.fromEntries(
      attributes.flatMap((attribute) => {
        const value = pick(attribute);
        return value === undefined ? [] : [[stringsOf(attribute, 1)[0] ?? '', value]];
      }),
    );
  return {
    operator: stringsOf(fields, 4)[0] ?? '',
    inputs: stringsOf(fields, 1),
    outputs: stringsOf(fields, 2),
    numbers: named((attribute) => readVarints(attribute, 3)[0]),
    fractions: named((attribute) => {
      const value = attribute.find(({ number }) => number === 2)?.value as Uint8Array | undefined;
      return value && new DataView(value.buffer, value.byteOffset).getFloat32(0, true);
    }),
    hasGraph: attributes.some((attribute) => attribute.some(({ number }) => number === 6 || number === 11)),
    raw,
  };
}

function constantOf(fields: readonly ProtobufField[], raw: Uint8Array): ReadConstant {
  const type = readVarints(fields, 2)[0] ?? 0;
  const isElsewhere = readVarints(fields, 14)[0] === 1;
  const bytes = fields.find(({ number, value }) => (number === 9 || number === 4) && typeof value !== 'bigint')?.value;
  return {
    name: stringsOf(fields, 8)[0] ?? '',
    type,
    shape: readVarints(fields, 1),
    floats: () =>
      type === float32 && !isElsewhere && bytes instanceof Uint8Array
        ? new Float32Array(new Uint8Array(bytes).buffer)
        : undefined,
    raw,
  };
}

function stringsOf(fields: readonly ProtobufField[], number: number): readonly string[] {
  return fields.flatMap((field) =>
    field.number === number && typeof field.value !== 'bigint' ? [text.decode(field.value)] : [],
  );
}
