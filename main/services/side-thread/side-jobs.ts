import type { Overview } from '#perfumery/safety/import/overview.ts';
import type { CompositionFile, ReadLot } from '#services/compositions/read-composition-file.ts';
import type { DocumentDrawing } from '#services/documents/draw-pdf.ts';
import type { JudgedTrial, TrialsToJudge } from '#services/regulation/judging-desk.ts';
import type { OverviewFile } from '#services/regulation/read-overview-file.ts';

/** What the side thread does, with what each job is given and what it answers. */
export interface SideJobs {
  'read-overview': { readonly given: OverviewFile; readonly answer: Overview };
  'read-composition': { readonly given: CompositionFile; readonly answer: ReadLot };
  /** Loads what draws, for someone who is about to ask for it. */
  'load-pdf': { readonly given: undefined; readonly answer: undefined };
  'draw-pdf': { readonly given: DocumentDrawing; readonly answer: Uint8Array };
  'judge-trials': { readonly given: TrialsToJudge; readonly answer: readonly JudgedTrial[] };
}
export type SideJob = keyof SideJobs;

/** A job on its way to the thread. */
export interface Asked<Job extends SideJob = SideJob> {
  readonly number: number;
  readonly job: Job;
  readonly given: SideJobs[Job]['given'];
}

/** What came of it. `refused` carries a refusal of the house, `failed` the words of a bug. */
export type Answered =
  | { readonly number: number; readonly done: unknown }
  | { readonly number: number; readonly refused: { readonly code: string; readonly facts: unknown } }
  | { readonly number: number; readonly failed: string };
