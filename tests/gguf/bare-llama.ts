/** @file llama.cpp without the studio around it, as these tests hold our own code against it. */
import { getLlama, type Llama, type LlamaContext, LlamaLogLevel, type Token } from 'node-llama-cpp';

/** One CPU thread: more threads of a small model on a busy machine are slower by orders of magnitude. */
export const openBareLlama = (): Promise<Llama> =>
  getLlama({ build: 'never', gpu: false, skipDownload: true, maxThreads: 1, logLevel: LlamaLogLevel.disabled });

/** Under these llama.cpp computes as exactly as we do. */
export const exactly = {
  contextSize: 128,
  threads: 1,
  flashAttention: false,
  experimentalKvCacheKeyType: 'F32',
  experimentalKvCacheValueType: 'F32',
} as const;

/**
 * The logarithm of each token's probability at every position. No sampling options: a temperature would cut the list.
 */
export async function logProbabilitiesByLlama(
  context: LlamaContext,
  tokens: readonly number[],
): Promise<Float32Array[]> {
  const sequence = context.getSequence();
  try {
    await sequence.clearHistory();
    const evaluated = await sequence.controlledEvaluate(
      tokens.map((token) => [token as Token, { generateNext: { probabilities: true } }]),
    );
    return evaluated.map((each) => {
      const all = each?.next.probabilities ?? new Map<Token, number>();
      const row = new Float32Array(all.size);
      for (const [token, probability] of all) row[token] = Math.log(probability);
      return row;
    });
  } finally {
    await sequence.dispose();
  }
}

/** The largest difference between two lists of rows; NaN counts as infinite. */
export function largestDifference(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  if (a.length !== b.length || a.length === 0) return Number.POSITIVE_INFINITY;
  let largest = 0;
  a.forEach((row, i) => {
    if (row.length !== b[i]!.length) largest = Number.POSITIVE_INFINITY;
    row.forEach((value, j) => {
      const difference = Math.abs(value - b[i]![j]!);
      if (!(difference <= largest)) largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
    });
  });
  return largest;
}
