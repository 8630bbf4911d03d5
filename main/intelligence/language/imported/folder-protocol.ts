import type { ErrorCode, ErrorFacts } from '#foundation/errors.ts';
import type { EncoderFolder } from './encoder-folder.ts';
import type { ReadingFacts } from './read-sentences.ts';

/** What the thread that looks after imported folders does. */
export interface FolderJobs {
  /** Reads a folder and its tokenizer. */
  readonly look: { readonly given: string; readonly answer: EncoderFolder & { readonly reads: ReadingFacts } };
  /** Opens a tokenizer, to be asked afterwards. */
  readonly open: { readonly given: { readonly file: string; readonly name: string }; readonly answer: ReadingFacts };
  /** Tokens of texts, one after another, and how many each has. */
  readonly read: {
    readonly given: { readonly texts: readonly string[]; readonly most: number };
    readonly answer: { readonly tokens: Int32Array<ArrayBuffer>; readonly lengths: readonly number[] };
  };
  /** Writes the model with weights of one byte; null where none of them can be. */
  readonly shrink: {
    readonly given: { readonly from: string; readonly to: string };
    readonly answer: { readonly bytes: number } | null;
  };
}
export type FolderJob = keyof FolderJobs;

export interface FolderAsked {
  readonly number: number;
  readonly job: FolderJob;
  readonly given: unknown;
}

export type FolderAnswered = { readonly number: number } & (
  | { readonly done: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly facts: ErrorFacts[ErrorCode] } }
  | { readonly failed: string }
);
