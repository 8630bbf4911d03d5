import type { ErrorCode, ErrorFacts } from '#foundation/errors.ts';
import type { TrainingProgress } from '../run/training-control.ts';

/** What the training worker is told while it works. */
export type TrainingOrder = 'pause' | 'resume' | 'cancel';

/** What it answers. */
export type TrainingAnswer =
  | { readonly progress: TrainingProgress }
  | { readonly done: unknown }
  | { readonly cancelled: true }
  | { readonly refused: { readonly code: ErrorCode; readonly facts: ErrorFacts[ErrorCode] } };
