/**
 * @file Why a file is kept from llama.cpp. Its process would end, hang, or answer nonsense; or it would refuse without a reason.
 *
 * The sentence is written at the edge, from the reason and the detail (`model.refused`).
 */

/** Reasons that lie in the form of the file. */
const formReasons = [
  'empty',
  'not-gguf',
  'version',
  'cut-short',
  'header-too-large',
  'counts',
  'length',
  'value-type',
  'key',
  'duplicate-key',
  'key-type',
  'alignment',
  'tensor-name',
  'duplicate-tensor',
  'tensor-dimensions',
  'tensor-type',
  'tensor-block',
  'tensor-offset',
  'split',
] as const;

/** Reasons that lie in what a model says of itself. */
const modelReasons = [
  'no-architecture',
  'not-a-model',
  'number-missing',
  'number-range',
  'heads',
  'no-tokenizer',
  'duplicate-tokens',
  'token-lists',
  'token-id',
  'merges',
  'vocabulary',
  'tensor-missing',
  'tensor-shape',
  'not-finite',
] as const;

/** Reasons an adapter cannot go on its model. */
const adapterReasons = [
  'not-an-adapter',
  'adapter-kind',
  'adapter-alpha',
  'adapter-empty',
  'adapter-tensor',
  'adapter-half',
  'adapter-architecture',
  'adapter-not-in-base',
  'adapter-shape',
  'adapter-type',
  'adapter-embedding',
  'adapter-tied-output',
] as const;

export const preflightReasons = [...formReasons, ...modelReasons, ...adapterReasons] as const;
export type PreflightReason = (typeof preflightReasons)[number];

export interface PreflightFault {
  readonly reason: PreflightReason;
  /** Where in the file and what was found there: names, numbers, types. No prose. */
  readonly detail: string;
}
