import type { Token } from 'node-llama-cpp';
import type { ScoredToken } from '../language-models.ts';
import type { Score } from './host-protocol.ts';
import { type LoadedModel, refuseTooLong } from './loaded-model.ts';

/** How probable the model finds `text` after the prompt, token by token. */
export async function scoreText(
  loaded: LoadedModel,
  { prompt, text, adapter }: Score,
  signal: AbortSignal,
): Promise<ScoredToken[]> {
  const { model } = loaded;
  const laidOut = loaded.layOut(prompt);
  const said = model.tokenize(text);
  const tokens = [...laidOut.tokens, ...said];
  refuseTooLong({ ...laidOut, tokens }, 0, loaded.facts.context);
  const giveBack = await loaded.turn();
  try {
    const sequence = await loaded.sequence(adapter);
    await sequence.clearHistory();
    const from = laidOut.tokens.length - 1;
    const scored: ScoredToken[] = [];
    // The whole vocabulary comes with each position, so only one is ever kept.
    for (const [index, token] of tokens.slice(0, -1).entries()) {
      signal.throwIfAborted();
      if (index < from) continue;
      const head = index === from ? tokens.slice(0, from) : [];
      const next = tokens[index + 1] as Token;
      const out = await sequence.controlledEvaluate([...head, [token, { generateNext: { probabilities: true } }]]);
      const probability = out.at(-1)?.next.probabilities?.get(next) ?? 0;
      scored.push({ text: model.detokenize([next], true), logProbability: Math.log(probability) });
    }
    return scored;
  } finally {
    giveBack();
  }
}
