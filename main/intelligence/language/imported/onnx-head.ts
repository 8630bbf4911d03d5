/**
 * @file What an ONNX file says of itself, read without its weights: a file of two gigabytes is walked through in milliseconds.
 *
 * onnxruntime is native code; what is cut off, is no ONNX at all, or points outside its folder never reaches it.
 */
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { readProtobuf, readVarints } from '#intelligence/training/onnx/protobuf-reader.ts';
import { FileFields, type FoundField } from './file-fields.ts';

export interface OnnxPort {
  readonly name: string;
  /** TensorProto.DataType. */
  readonly type: number;
  /** null: known only when it runs. */
  readonly sizes: readonly (number | null)[];
}

export interface OnnxHead {
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
  /** Bytes of the file and of all files its weights lie in. */
  readonly bytes: number;
  /** Whether weights lie in files beside it. */
  readonly hasOtherFiles: boolean;
}

export type OnnxHeadFault = { readonly fault: 'not-onnx' | 'cut-off' | 'weights-missing'; readonly detail: string };

/** Bytes of one number, by TensorProto.DataType; types of less than a byte and strings are left to onnxruntime. */
const bytesOf: Readonly<Record<number, number>> = {
  1: 4,
  2: 1,
  3: 1,
  4: 2,
  5: 2,
  6: 4,
  7: 8,
  9: 1,
  10: 2,
  11: 8,
  12: 4,
  13: 8,
  16: 2,
};
const [rawData, dataLocation, externalData] = [9, 14, 13];
const longestValue = 1 << 20;

/** Reads the head of `file`, or says what is wrong with it. Blocks while it reads. */
export function readOnnxHead(file: string): OnnxHead | OnnxHeadFault {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    return walk(new FileFields((into, at) => readSync(handle, into, 0, into.length, at), size), file, size);
  } catch (error) {
    return { fault: 'not-onnx', detail: (error as Error).message };
  } finally {
    closeSync(handle);
  }
}

function walk(fields: FileFields, file: string, size: number): OnnxHead | OnnxHeadFault {
  let graph: FoundField | undefined;
  let hasOperators = false;
  for (const field of fields.within(0, size)) {
    if (field.to > size) return { fault: 'cut-off', detail: path.basename(file) };
    if (field.number === 7 && field.kind === 2) graph = field;
    hasOperators ||= field.number === 8 && field.kind === 2;
    if (field.number > 30) return { fault: 'not-onnx', detail: `field ${field.number}` };
  }
  if (!graph || !hasOperators) return { fault: 'not-onnx', detail: 'no graph' };
  const inputs: OnnxPort[] = [];
  const outputs: OnnxPort[] = [];
  const constants = new Set<string>();
  const others = new Map<string, number>();
  let nodes = 0;
  for (const field of fields.within(graph.from, graph.to)) {
    if (field.to > graph.to) return { fault: 'cut-off', detail: path.basename(file) };
    if (field.number === 1) nodes += 1;
    else if (field.number === 5) {
      const found = constantOf(fields, field, path.dirname(file), others);
      if (typeof found !== 'string') return found;
      constants.add(found);
    } else if ((field.number === 11 || field.number === 12) && field.to - field.from < longestValue) {
      (field.number === 11 ? inputs : outputs).push(portOf(fields.read(field)));
    }
  }
  if (nodes === 0 || outputs.length === 0) return { fault: 'not-onnx', detail: 'no operators' };
  return {
    // older files name their weights among the inputs
    inputs: inputs.filter(({ name }) => !constants.has(name)),
    outputs,
    bytes: [...others.values()].reduce((sum, one) => sum + one, size),
    hasOtherFiles: others.size > 0,
  };
}

/** The constant’s name, when all of its numbers are there. */
function constantOf(
  fields: FileFields,
  constant: FoundField,
  folder: string,
  others: Map<string, number>,
): string | OnnxHeadFault {
  let [name, type, raw, isElsewhere] = ['', 0, -1, false];
  const sizes: number[] = [];
  const outside = new Map<string, string>();
  for (const field of fields.within(constant.from, constant.to)) {
    if (field.to > constant.to) return { fault: 'cut-off', detail: name };
    if (field.number === 1) sizes.push(...readVarints(readProtobuf(fields.whole(field)), 1));
    else if (field.number === 2) type = Number(field.value);
    else if (field.number === 8) name = text.decode(fields.read(field));
    else if (field.number === rawData) raw = field.to - field.from;
    else if (field.number === dataLocation) isElsewhere = field.value === 1n;
    else if (field.number === externalData && field.to - field.from < longestValue) {
      const entry = readProtobuf(fields.read(field));
      const said = (number: number) => text.decode(entry.find((one) => one.number === number)?.value as Uint8Array);
      outside.set(said(1), said(2));
    }
  }
  const needed = sizes.reduce((product, one) => product * one, bytesOf[type] ?? 0);
  if (!isElsewhere) {
    return raw >= 0 && bytesOf[type] !== undefined && raw !== needed ? { fault: 'cut-off', detail: name } : name;
  }
  const location = outside.get('location') ?? '';
  const place = path.resolve(folder, location);
  const isInside = location !== '' && !path.relative(folder, place).startsWith('..') && !path.isAbsolute(location);
  const size = isInside ? (others.get(place) ?? sizeOf(place)) : undefined;
  const from = Number(outside.get('offset') ?? 0);
  const length = Number(outside.get('length') ?? needed);
  if (size === undefined || !(from >= 0) || !(length >= needed) || from + length > size) {
    return { fault: 'weights-missing', detail: location };
  }
  others.set(place, size);
  return name;
}

function sizeOf(file: string): number | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}

/** A ValueInfoProto. */
function portOf(message: Uint8Array): OnnxPort {
  const fields = readProtobuf(message);
  const inner = (of: typeof fields, number: number) => {
    const value = of.find((field) => field.number === number)?.value;
    return value instanceof Uint8Array ? readProtobuf(value) : [];
  };
  const name = fields.find(({ number }) => number === 1)?.value;
  const tensor = inner(inner(fields, 2), 1);
  const sizes = inner(tensor, 2).flatMap(({ number, value }) =>
    number === 1 && value instanceof Uint8Array ? [readVarints(readProtobuf(value), 1)[0] ?? null] : [],
  );
  return {
    name: name instanceof Uint8Array ? text.decode(name) : '',
    type: readVarints(tensor, 1)[0] ?? 0,
    sizes,
  };
}

const text = new TextDecoder();
