/** @file Shorthands for writing metadata with its types. */
import type { Metadata, MetadataValue } from './header.ts';
import type { NumberType } from './value-type.ts';

export const aNumber = (type: NumberType, value: number): MetadataValue => ({ type, value });
export const aText = (value: string): MetadataValue => ({ type: 'text', value });
export const aSwitch = (value: boolean): MetadataValue => ({ type: 'bool', value });
export const numbers = (of: NumberType, value: readonly number[]): MetadataValue => ({ type: 'list', of, value });
export const texts = (value: readonly string[]): MetadataValue => ({ type: 'list', of: 'text', value });

/** Metadata from plain entries, in their order. */
export const metadataOf = (entries: Readonly<Record<string, MetadataValue | undefined>>): Metadata =>
  new Map(Object.entries(entries).filter((entry): entry is [string, MetadataValue] => entry[1] !== undefined));
