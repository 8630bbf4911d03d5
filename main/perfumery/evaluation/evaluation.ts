/** @file What was smelled of a trial: when after application, on what, and what the perfumer found. */
import type { EvaluationId, SittingId, TrialId } from '#foundation/ids.ts';

/** Minutes after application at which a perfume is usually smelled: opening, heart, dry-down, the next day. */
export const moments = [0, 30, 240, 1440] as const;

export const media = ['blotter', 'skin', 'product'] as const;
/** What it was smelled on. */
export type Medium = (typeof media)[number];

export const smellingVerdicts = ['go-on', 'hold', 'finish', 'unsure'] as const;
/** What the perfumer wants to do with the trial. */
export type SmellingVerdict = (typeof smellingVerdicts)[number];

/** The highest score; the lowest is 0. */
export const highestScore = 10;
/** Nothing is smelled later than a year after application. */
export const mostMinutes = 525_600;

/** One look at one trial at one moment. */
export interface Impression {
  /** Whole minutes since application. */
  readonly minutes: number;
  readonly medium: Medium;
  /** 0 to 10, whole. Absent: not said. */
  readonly intensity?: number;
  readonly liking?: number;
  /** Ids of the controlled odour vocabulary. */
  readonly descriptors: readonly string[];
  readonly words: string;
  readonly verdict: SmellingVerdict;
}

export interface Evaluation extends Impression {
  readonly id: EvaluationId;
  readonly trialId: TrialId;
  /** The sitting it was made in, if in one. */
  readonly sittingId?: SittingId;
  /** ISO instant. */
  readonly made: string;
}

export type ImpressionFault = 'nothing-said' | 'intensity' | 'liking' | 'minutes';

/** What keeps an impression from being kept, or undefined. An impression must say something beyond its moment. */
export function faultIn({
  minutes,
  intensity,
  liking,
  descriptors,
  words,
  verdict,
}: Impression): ImpressionFault | undefined {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > mostMinutes) return 'minutes';
  if (intensity !== undefined && !isScore(intensity)) return 'intensity';
  if (liking !== undefined && !isScore(liking)) return 'liking';
  const isSilent = intensity === undefined && liking === undefined && descriptors.length === 0 && words.trim() === '';
  return isSilent && verdict === 'unsure' ? 'nothing-said' : undefined;
}

function isScore(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= highestScore;
}
