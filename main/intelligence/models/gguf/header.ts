/** @file What stands before the weights in a GGUF file: metadata and where each tensor lies. */
import type { TensorType } from './tensor-type.ts';
import type { ItemType, NumberType, ValueType } from './value-type.ts';

/** A metadata value with the type it was written in: llama.cpp refuses, or dies of, a known key of another type. */
export type MetadataValue =
  | { readonly type: NumberType; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'text'; readonly value: string }
  | ListValue;

export type ListValue =
  | { readonly type: 'list'; readonly of: NumberType; readonly value: readonly number[] }
  | { readonly type: 'list'; readonly of: 'bool'; readonly value: readonly boolean[] }
  | { readonly type: 'list'; readonly of: 'text'; readonly value: readonly string[] };

export type Metadata = ReadonlyMap<string, MetadataValue>;

export interface TensorPlace {
  readonly name: string;
  /** The first is the length of a row: the number of input features. */
  readonly dimensions: readonly number[];
  readonly type: TensorType;
  /** Bytes from the start of the file. */
  readonly start: number;
  readonly bytes: number;
}

export interface Header {
  readonly version: number;
  readonly metadata: Metadata;
  readonly tensors: readonly TensorPlace[];
  /** Every tensor begins at a multiple of this. */
  readonly alignment: number;
  /** Where the weights begin, in bytes from the start of the file. */
  readonly dataStart: number;
  /** Bytes of the whole file. */
  readonly fileBytes: number;
}

export function numberIn(metadata: Metadata, key: string): number | undefined {
  const found = metadata.get(key);
  return typeof found?.value === 'number' ? found.value : undefined;
}

export function textIn(metadata: Metadata, key: string): string | undefined {
  const found = metadata.get(key);
  return found?.type === 'text' ? found.value : undefined;
}

export function textsIn(metadata: Metadata, key: string): readonly string[] | undefined {
  const found = metadata.get(key);
  return found?.type === 'list' && found.of === 'text' ? found.value : undefined;
}

export function numbersIn(metadata: Metadata, key: string): readonly number[] | undefined {
  const found = metadata.get(key);
  return found?.type === 'list' && found.of !== 'text' && found.of !== 'bool' ? found.value : undefined;
}

/** `u32`, `list of text`: how a type is said in a log or a fault. */
export const typeNameOf = (value: MetadataValue): ValueType | `list of ${ItemType}` =>
  value.type === 'list' ? `list of ${value.of}` : value.type;
