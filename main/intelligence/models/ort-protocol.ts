/** @file What the ORT worker is asked, and what it answers. */
import type { ErrorCode, ErrorFacts } from '#foundation/errors.ts';
import type { OrtOptions, OrtTensor } from './ort-session.ts';

export type OrtInputs = Readonly<Record<string, OrtTensor>>;
export type OrtExpected = Readonly<Record<string, Omit<OrtTensor, 'data'>>>;

export type OrtRequest =
  | { readonly act: 'open'; readonly model: Uint8Array | string; readonly name: string; readonly options: OrtOptions }
  | { readonly act: 'run'; readonly session: number; readonly inputs: OrtInputs; readonly expected: OrtExpected }
  | { readonly act: 'close'; readonly session: number };

/** `cancel`: whoever asked `id` no longer wants it. `stop`: the run under way is the last thing done. */
export type OrtMessage = { readonly id: number; readonly request: OrtRequest } | { readonly cancel: number } | 'stop';

export type OrtAnswer =
  | {
      readonly id: number;
      readonly session: number;
      readonly inputs: readonly string[];
      readonly outputs: readonly string[];
    }
  | { readonly id: number; readonly results: Readonly<Record<string, OrtTensor>> }
  | { readonly id: number; readonly done: true }
  | { readonly id: number; readonly refused: { readonly code: ErrorCode; readonly facts: ErrorFacts[ErrorCode] } }
  | { readonly id: number; readonly failed: string };
