/**
 * @file How good a ranking is, when every answer has been given a grade: 0 not relevant, 1 marginal, 2 good, 3 what was meant.
 *
 * `grades` are those of the answers in the order they were given; `all` those of everything that could have been answered.
 * Binary figures count grades of 2 and more as relevant. Definitions: Manning, Raghavan and Schütze, Introduction to
 * Information Retrieval (2008), chapter 8; nDCG with gains 2^grade - 1 after Burges et al. (2005).
 */
export interface RankingFigures {
  readonly precision5: number;
  readonly precision10: number;
  readonly recall50: number;
  readonly ndcg10: number;
  /** Average precision; its mean over queries is MAP. */
  readonly averagePrecision: number;
  /** One over the rank of the first relevant answer; its mean is MRR. */
  readonly reciprocalRank: number;
}

const relevantFrom = 2;

/** Share of the first `k` answers that are relevant; answers that are missing count as not relevant. */
export function precisionAt(grades: readonly number[], k: number): number {
  return relevantIn(grades.slice(0, k)) / k;
}

/** Share of everything relevant that is among the first `k` answers, 0..1; of at most `k`, so that 1 can be reached. */
export function recallAt(grades: readonly number[], all: readonly number[], k: number): number {
  const relevant = Math.min(relevantIn(all), k);
  return relevant === 0 ? 0 : relevantIn(grades.slice(0, k)) / relevant;
}

/** Normalised discounted cumulative gain of the first `k` answers, 0..1: 1 is the best order possible. */
export function ndcgAt(grades: readonly number[], all: readonly number[], k: number): number {
  const ideal = gainOf([...all].sort((a, b) => b - a).slice(0, k));
  return ideal === 0 ? 0 : gainOf(grades.slice(0, k)) / ideal;
}

/** Mean of the precision at every relevant answer, over all that is relevant, 0..1. */
export function averagePrecision(grades: readonly number[], all: readonly number[]): number {
  const relevant = relevantIn(all);
  let found = 0;
  let sum = 0;
  grades.forEach((grade, index) => {
    if (grade < relevantFrom) return;
    found += 1;
    sum += found / (index + 1);
  });
  return relevant === 0 ? 0 : sum / relevant;
}

/** One over the rank of the first relevant answer; 0 when there is none. */
export function reciprocalRank(grades: readonly number[]): number {
  const first = grades.findIndex((grade) => grade >= relevantFrom);
  return first === -1 ? 0 : 1 / (first + 1);
}

/** All figures of one query. */
export function figuresOf(grades: readonly number[], all: readonly number[]): RankingFigures {
  return {
    precision5: precisionAt(grades, 5),
    precision10: precisionAt(grades, 10),
    recall50: recallAt(grades, all, 50),
    ndcg10: ndcgAt(grades, all, 10),
    averagePrecision: averagePrecision(grades, all),
    reciprocalRank: reciprocalRank(grades),
  };
}

function relevantIn(grades: readonly number[]): number {
  return grades.filter((grade) => grade >= relevantFrom).length;
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
