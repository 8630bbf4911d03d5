/** @file What a model file says of itself, for the shelf. What it does not say is absent. */
import { type Header, numberIn, numbersIn, textIn, textsIn } from './header.ts';
import { countOf, type TensorType } from './tensor-type.ts';

export interface ModelFacts {
  readonly architecture: string;
  readonly name?: string;
  /** How many weights. */
  readonly parameters: number;
  /** How most of the weights are stored. */
  readonly storedAs: TensorType;
  readonly fileBytes: number;
  /** Tokens it can look back on. */
  readonly context?: number;
  readonly width?: number;
  readonly layers?: number;
  readonly heads?: number;
  readonly keyHeads?: number;
  /** Tokens it knows. */
  readonly vocabulary?: number;
  /** Whether the embedding is the output head too: then no adapter can be learned on the head. */
  readonly isTied: boolean;
  readonly chatTemplate?: string;
  /** As the file has it: `apache-2.0`. */
  readonly licence?: string;
  /** As the file has them: `en`, `ko`. */
  readonly languages: readonly string[];
}

/** The facts in a header that passed. */
export function modelFactsOf({ metadata, tensors, fileBytes }: Header): ModelFacts {
  const architecture = textIn(metadata, 'general.architecture') ?? '';
  const number = (key: string) => {
    const found = `${architecture}.${key}`;
    return numberIn(metadata, found) ?? numbersIn(metadata, found)?.reduce((a, b) => Math.max(a, b), 0);
  };
  return {
    architecture,
    parameters: tensors.reduce((sum, { dimensions }) => sum + countOf(dimensions), 0),
    storedAs: commonestType(tensors),
    fileBytes,
    isTied: !tensors.some(({ name }) => name === 'output.weight'),
    languages: textsIn(metadata, 'general.languages') ?? [],
    ...known('name', textIn(metadata, 'general.name')),
    ...known('context', number('context_length')),
    ...known('width', number('embedding_length')),
    ...known('layers', number('block_count')),
    ...known('heads', number('attention.head_count')),
    ...known('keyHeads', number('attention.head_count_kv') ?? number('attention.head_count')),
    ...known('vocabulary', textsIn(metadata, 'tokenizer.ggml.tokens')?.length),
    ...known('chatTemplate', textIn(metadata, 'tokenizer.chat_template')),
    ...known('licence', textIn(metadata, 'general.license')),
  };
}

/** The type that holds the most weights. */
function commonestType(tensors: Header['tensors']): TensorType {
  const counts = new Map<TensorType, number>();
  for (const { type, dimensions } of tensors) counts.set(type, (counts.get(type) ?? 0) + countOf(dimensions));
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ['F32', 0] as [TensorType, number])[0];
}

function known<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
