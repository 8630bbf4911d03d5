/** @file The history of trials as curves: what they scored against the time since application. */
import type { TrialId } from '#foundation/ids.ts';
import type { Evaluation } from './evaluation.ts';

/** The mean of all scores given to a trial at one moment. */
export interface ScorePoint {
  readonly minutes: number;
  readonly intensity?: number;
  readonly liking?: number;
  /** Evaluations behind it. */
  readonly count: number;
}

export interface ScoreCurve {
  readonly trialId: TrialId;
  /** In the order of time. */
  readonly points: readonly ScorePoint[];
}

/** One curve for each trial that was evaluated, in the order in which they first appear. */
export function scoresOverTime(evaluations: readonly Evaluation[]): readonly ScoreCurve[] {
  const byTrial = Map.groupBy(evaluations, ({ trialId }) => trialId);
  return [...byTrial].map(([trialId, its]) => {
    const byMoment = Map.groupBy(its, ({ minutes }) => minutes);
    const points = [...byMoment].map(([minutes, at]) => {
      const intensity = meanOf(at.map((one) => one.intensity));
      const liking = meanOf(at.map((one) => one.liking));
      return {
        minutes,
        ...(intensity !== undefined && { intensity }),
        ...(liking !== undefined && { liking }),
        count: at.length,
      };
    });
    return { trialId, points: points.sort((a, b) => a.minutes - b.minutes) };
  });
}

function meanOf(scores: readonly (number | undefined)[]): number | undefined {
  const said = scores.filter((score) => score !== undefined);
  return said.length === 0 ? undefined : said.reduce((sum, score) => sum + score, 0) / said.length;
}
